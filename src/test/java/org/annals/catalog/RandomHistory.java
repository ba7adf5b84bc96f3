package org.annals.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.annals.capture.Outcome;
import org.annals.capture.Purpose;
import org.annals.capture.Via;

/** Crawls in which pages appear, change, move, redirect, fail and go as chance has it, while seeds come and go too. */
final class RandomHistory {
    private static final List<String> SEEDS = List.of(
            "420100,武汉市,prefecture,湖北省,湖北省,http://wh/,",
            "420000,湖北省人民政府,province,湖北省,,http://hb/,",
            "420102,江岸区,county,湖北省,武汉市,http://ja/,",
            "m1,某某部,ministry,,,http://m/,");
    private static final List<String> CODES = List.of("420100", "420000", "420102", "m1");
    private static final List<String> PUBLISHERS = List.of("武汉市", "武汉市水务局", "湖北省财政厅", "武汉市江岸区人民政府", "某某部");

    private static final List<String> LINKED = List.of("", "", "武汉市", "水务局", "财政局");

    private final Random random;
    private final RecordedCrawls crawls = new RecordedCrawls();

    private RandomHistory(Random random) {
        this.random = random;
    }

    static RecordedCrawls of(Random random) {
        RandomHistory history = new RandomHistory(random);
        for (int run = 0; run < 7; run++) {
            history.run(LocalDate.of(2022, 1, 20).plusMonths(run));
        }
        return history.crawls;
    }

    private void run(LocalDate day) {
        if (random.nextInt(6) == 0) {
            crawls.foreign(day + ".warc.gz", day.toString());
            for (int i = 0; i < 3; i++) {
                crawls.bare(url(), random.nextInt(4) == 0 ? 404 : 200, body());
            }
            return;
        }
        crawls.run(day.toString());
        crawls.seeds(SEEDS.subList(0, 1 + random.nextInt(SEEDS.size())).toArray(String[]::new));
        for (int i = 0; i < 14; i++) {
            crawls.at(pick(CODES));
            visit(url());
        }
        crawls.close();
    }

    private void visit(String url) {
        Via via = random.nextBoolean()
                ? Via.SEED
                : new Via(
                        random.nextBoolean() ? url() : "http://wh/list",
                        pick(LINKED) + (2018 + random.nextInt(4)) + "年政府信息公开年报",
                        1);
        switch (random.nextInt(10)) {
            case 0, 1 -> crawls.page(url, 404, "none", Purpose.REPORT, via, Outcome.GONE);
            case 2 -> crawls.page(url, 302, "", Purpose.REPORT, via, Outcome.ARCHIVED);
            case 3 -> crawls.page(url, 200, "please wait", Purpose.REPORT, via, Outcome.CHALLENGE);
            case 4 -> crawls.attempt(url, Purpose.REPORT, Outcome.TIMEOUT);
            case 5 -> crawls.page(url, 200, body(), Purpose.REPORT, via, Outcome.SOFT_404);
            default -> crawls.page(url, 200, body(), Purpose.REPORT, via, Outcome.ARCHIVED);
        }
    }

    private String url() {
        return "http://wh/" + random.nextInt(8);
    }

    private String body() {
        String publisher = random.nextInt(4) == 0 ? null : PUBLISHERS.get(random.nextInt(2) * random.nextInt(5));
        Integer year = random.nextInt(3) == 0 ? null : 2020 + random.nextInt(2);
        String report = IndexerTest.report(publisher, year, random.nextInt(2));
        if (random.nextInt(3) == 0) {
            report += "source=meta\n";
        }
        return random.nextInt(4) == 0 ? report + "# template " + random.nextInt(3) + "\n" : report;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
