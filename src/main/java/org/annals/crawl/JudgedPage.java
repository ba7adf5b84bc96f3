package org.annals.crawl;

import edu.uci.ics.crawler4j.parser.HtmlParseData;

/** What the parser hands to the crawler through the engine. */
final class JudgedPage extends HtmlParseData {
    private final Judgement judgement;

    JudgedPage(Judgement judgement) {
        this.judgement = judgement;
    }

    Judgement judgement() {
        return judgement;
    }
}
