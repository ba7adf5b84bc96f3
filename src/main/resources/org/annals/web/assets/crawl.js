"use strict";
/* Keeps the figures of a crawl fresh while the page is looked at. Without this script a link loads the page again. */
(() => {
    const seconds = Number(document.getElementById("live").dataset.every);
    if (!seconds) {
        return;
    }
    const renew = async () => {
        const place = document.getElementById("live");
        if (document.hidden || place.contains(document.activeElement)) {
            return;
        }
        try {
            const answer = await fetch(location.href);
            if (answer.ok) {
                const page = new DOMParser().parseFromString(await answer.text(), "text/html");
                place.replaceChildren(...page.getElementById("live").childNodes);
            }
        } catch {
            // the server has ended: what is shown stays
        }
    };
    setInterval(renew, seconds * 1000);
})();
