package org.annals.discover;

import java.util.List;
import java.util.regex.Pattern;
import org.annals.discover.FoundLink.Source;

/**
 * Many reports print the address of their own column in the first paragraph ("the electronic version can be had at …").
 * So one known report may lead to all other years.
 */
final class NamedColumns {
    private static final int MOST = 2;
    private static final Pattern ADDRESS = Pattern.compile("https?://[\\w.-]+(?::\\d{1,5})?/[\\w./%?=&-]{2,200}");

    private NamedColumns() {}

    static List<FoundLink> find(PageFacts facts) {
        return ADDRESS.matcher(facts.text())
                .results()
                .map(match -> match.group())
                .filter(url -> PathShape.isSameSite(url, facts.uri()))
                .filter(url -> PathShape.isFolder(url) || PathShape.isColumn(url))
                .filter(url -> !PathShape.isArticle(url))
                .distinct()
                .limit(MOST)
                .flatMap(url -> facts.resolve(url).stream())
                .map(url -> new FoundLink(url, "", "", Source.NAMED))
                .toList();
    }
}
