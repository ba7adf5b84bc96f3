"use strict";
/* Draws the table of the page as a chart. Without this script the table says it all. */
(() => {
    const place = document.querySelector(".chart");
    if (!place || !window.echarts) {
        return;
    }
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const palette = ["--link", "--overdue", "--found", "--blocked", "--withdrawn", "--missing"].map(colour);
    const axis = {
        axisLine: { lineStyle: { color: colour("--quiet") } },
        axisLabel: { color: colour("--ink"), hideOverlap: true },
        splitLine: { lineStyle: { color: colour("--line") } },
    };
    const number = (value) => (value === null || value === undefined ? "–" : value.toLocaleString("en-US", { maximumFractionDigits: 10 }));
    const base = {
        animation: false,
        color: palette,
        textStyle: { color: colour("--ink"), fontFamily: getComputedStyle(document.body).fontFamily },
        aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
        grid: { left: 8, right: 24, top: 48, bottom: 8, containLabel: true },
        tooltip: { trigger: "axis", renderMode: "richText", confine: true, axisPointer: { type: "shadow" }, valueFormatter: number },
    };
    const years = (data) => {
        const all = [...new Set(data.items.map((one) => one.fiscal_year))].sort();
        const labels = [...new Set(data.items.map((one) => one.label))];
        return {
            ...base,
            legend: { type: "scroll", textStyle: { color: colour("--ink") } },
            xAxis: { type: "category", data: all.map(String), ...axis },
            yAxis: { type: "value", ...axis },
            series: labels.map((label) => ({
                name: label,
                type: data.whole ? "bar" : "line",
                stack: data.whole ? "whole" : undefined,
                symbolSize: 8,
                data: all.map((year) => {
                    const found = data.items.find((one) => one.label === label && one.fiscal_year === year);
                    return found ? found.sum : null;
                }),
            })),
        };
    };
    const ranking = (data) => ({
        ...base,
        xAxis: { type: "value", ...axis },
        yAxis: { type: "category", inverse: true, data: data.items.map((one) => one.label), ...axis, axisLabel: { color: colour("--ink"), interval: 0 } },
        series: [{ name: data.title, type: "bar", data: data.items.map((one) => one.value) }],
    });
    const distribution = (data) => ({
        ...base,
        xAxis: { type: "category", data: data.items.map((one) => (one.from === null ? "" : number(one.from)) + "–"), ...axis },
        yAxis: { type: "value", ...axis },
        series: [{ name: place.dataset.count, type: "bar", barCategoryGap: "5%", data: data.items.map((one) => one.count) }],
    });
    const drawn = { years, ranking, distribution };
    const link = (text, name, address) => {
        const item = document.createElement("li");
        const anchor = document.createElement("a");
        anchor.textContent = text;
        anchor.download = name;
        anchor.href = address;
        item.append(anchor);
        document.getElementById("downloads").append(item);
    };
    fetch(place.dataset.source)
        .then((answer) => answer.json())
        .then((data) => {
            place.hidden = false;
            if (data.view === "ranking") {
                place.classList.toggle("tall", data.items.length > 15);
            }
            const option = drawn[data.view](data);
            const chart = echarts.init(place, null, { renderer: "canvas" });
            chart.setOption(option);
            addEventListener("resize", () => chart.resize());
            link(place.dataset.png, "annals-explore.png", chart.getDataURL({ pixelRatio: 2, backgroundColor: colour("--paper") }));
            const drawing = echarts.init(null, null, { renderer: "svg", ssr: true, width: 960, height: 480 });
            drawing.setOption({ ...option, backgroundColor: colour("--paper") });
            link(place.dataset.svg, "annals-explore.svg", "data:image/svg+xml;charset=utf-8," + encodeURIComponent(drawing.renderToSVGString()));
            drawing.dispose();
        });
})();
