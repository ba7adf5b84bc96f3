package org.annals.discover;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.annals.capture.Outlink;
import org.annals.capture.Purpose;
import org.annals.discover.FoundLink.Source;

/** Judges each link and puts the most wanted first. A score is ten times what the words say plus what the path says. */
final class Ranking {
    static final int MAX_OUTLINKS = 2_000;

    private final PageFacts facts;
    private final boolean inReport;
    private final Set<Integer> listsOfBodies;

    private Ranking(PageFacts facts, List<FoundLink> found) {
        this.facts = facts;
        this.inReport = facts.inReport();
        this.listsOfBodies = facts.inColumn() || facts.inSection() ? listsOfBodies(found) : Set.of();
    }

    /** Blocks half of which are what a column lists: bodies, groups, years, reports. A menu is none. */
    private static Set<Integer> listsOfBodies(List<FoundLink> found) {
        Map<Integer, Integer> balance = new HashMap<>();
        for (FoundLink link : found) {
            String text = link.text();
            if (link.block() != FoundLink.NO_BLOCK && !text.isEmpty()) {
                boolean listed = Wording.isBody(text)
                        || Wording.isGroup(text)
                        || Wording.isYear(text)
                        || Wording.isReport(text)
                        || Wording.mayBeReport(text);
                balance.merge(link.block(), listed ? 1 : -1, Integer::sum);
            }
        }
        return balance.entrySet().stream()
                .filter(block -> block.getValue() >= 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Each address once, with the best that any of its links says. */
    static List<Outlink> rank(List<FoundLink> found, PageFacts facts) {
        Ranking ranking = new Ranking(facts, found);
        Map<String, Outlink> best = new LinkedHashMap<>();
        for (FoundLink link : found) {
            if (!link.url().equals(facts.uri())) {
                Outlink outlink = ranking.judge(link);
                if (outlink != null) {
                    best.merge(link.url(), outlink, (a, b) -> ORDER.compare(b, a) < 0 ? b : a);
                }
            }
        }
        return best.values().stream().sorted(ORDER).limit(MAX_OUTLINKS).toList();
    }

    static final Comparator<Outlink> ORDER = Comparator.comparing(Outlink::purpose)
            .thenComparingInt(Outlink::score)
            .reversed();

    private Outlink judge(FoundLink link) {
        String said = link.text();
        // a label such as "download" or a bare year says too little: the row must tell
        if (Wording.isGeneric(said) && !link.row().isEmpty() && !Wording.isReport(said)) {
            said = link.row();
        }
        FoundLink read = link.withText(said);
        Outlink outlink = switch (link.source()) {
            case PART -> outlink(read, Purpose.REPORT, 6);
            case PAGER -> outlink(read, Purpose.PAGER, 10);
            case REDIRECT -> outlink(read, PageReader.onward(facts.askedFor()), 10);
            case FRAME -> frame(read);
            case SITEMAP -> new Outlink(link.url(), "", Purpose.OTHER, PageReader.SITEMAP);
            default -> byWords(read);
        };
        // a file that is no report leads nowhere
        return outlink.purpose() != Purpose.REPORT && PathShape.isFile(link.url()) ? null : outlink;
    }

    private Outlink byWords(FoundLink link) {
        String text = link.text();
        boolean article = PathShape.isArticle(link.url());
        if (Wording.isReport(text)) {
            return report(link, article);
        }
        if (Wording.isNotices(text) && !article) {
            return outlink(link, Purpose.OTHER, 4);
        }
        if (Wording.isNearMiss(text)) {
            return outlink(link, Purpose.OTHER, 0);
        }
        int column = Wording.column(text);
        // the weakest wording ("部门年报") is only trusted where such columns are at home
        if (column > (facts.inColumn() ? 0 : 3) && !article) {
            return outlink(link, Purpose.COLUMN, column);
        }
        if (Wording.isReportWithRest(text)) {
            return outlink(link, Purpose.REPORT, 4);
        }
        if (facts.inColumn()) {
            Outlink inside = insideColumn(link, article);
            if (inside != null) {
                return inside;
            }
        }
        if (facts.inSection() && !PathShape.isSearch(link.url()) && Wording.isYearlyOfBody(text)) {
            return outlink(link, article ? Purpose.REPORT : Purpose.COLUMN, 3);
        }
        if (inReport && PathShape.isFile(link.url())) {
            return outlink(link, Purpose.REPORT, 4);
        }
        if (inReport && Wording.isYear(text) && isOfSameKind(link)) {
            return outlink(link, Purpose.REPORT, 7);
        }
        if (Wording.isYear(text) && Wording.isReportColumn(link.row()) && !PathShape.isSearch(link.url())) {
            return outlink(link, article ? Purpose.REPORT : Purpose.COLUMN, 7);
        }
        if (link.source() == Source.NAMED) {
            return outlink(link, Purpose.COLUMN, 1);
        }
        int section = Wording.section(text);
        if (section > 0 && !PathShape.isFile(link.url())) {
            return outlink(link, Purpose.SECTION, section);
        }
        return byPath(link, article);
    }

    /** With a year, or at an article's address, it is one report; without either it names the column. */
    private Outlink report(FoundLink link, boolean article) {
        String text = link.text();
        int column = Wording.column(text);
        if (column > 0 && !article && (!Wording.hasYear(text) || PathShape.isFolder(link.url()))) {
            return outlink(link, Purpose.COLUMN, column);
        }
        if (!article && !Wording.hasYear(text) && PathShape.isFolder(link.url())) {
            return outlink(link, Purpose.COLUMN, 4);
        }
        return outlink(link, Purpose.REPORT, Wording.hasYear(text) ? 10 : 6);
    }

    /** Year folders, folders of bodies, and rows that leave out what the column's own name says. */
    private Outlink insideColumn(FoundLink link, boolean article) {
        String text = link.text();
        if (PathShape.isSearch(link.url())) {
            return null;
        }
        if (Wording.mayBeReport(text) || Wording.isYear(text)) {
            return article ? outlink(link, Purpose.REPORT, 7) : outlink(link, Purpose.COLUMN, 7);
        }
        if (Wording.isBodyAndYear(text) && !PathShape.isFolder(link.url())) {
            return outlink(link, Purpose.REPORT, 7);
        }
        if (article && Wording.isYearlyOfBody(text)) {
            return outlink(link, Purpose.REPORT, 5);
        }
        if (Wording.isGroup(text) && !article) {
            return outlink(link, Purpose.COLUMN, 5);
        }
        if (Wording.isBody(text) && isListed(link)) {
            return outlink(link, article ? Purpose.REPORT : Purpose.COLUMN, 2);
        }
        return null;
    }

    /** Another year's page of a module that has one report to a page. */
    private boolean isOfSameKind(FoundLink link) {
        return link.source() == Source.OPTION || PathShape.isSameShape(link.url(), facts.uri());
    }

    /** Below the column, or on its host in a list of bodies: many portals keep the bodies' columns beside it. */
    private boolean isListed(FoundLink link) {
        return link.url().startsWith(PathShape.folder(facts.uri()))
                || listsOfBodies.contains(link.block())
                        && PathShape.authority(link.url()).equals(PathShape.authority(facts.uri()));
    }

    /** A frame of a report holds the report (a viewer of a file); a frame of a list holds the list. */
    private Outlink frame(FoundLink link) {
        if (inReport && (PathShape.isFile(link.url()) || holdsTheBody(link))) {
            return outlink(link, Purpose.REPORT, 5);
        }
        if (Wording.isReport(link.text()) || Wording.column(link.text()) > 0) {
            return byWords(link);
        }
        return switch (facts.askedFor()) {
            case COLUMN, PAGER -> outlink(link, Purpose.COLUMN, 4);
            case SECTION -> outlink(link, Purpose.SECTION, 4);
            default -> outlink(link, PathShape.isColumn(link.url()) ? Purpose.COLUMN : Purpose.OTHER, 3);
        };
    }

    /** The page has no report of its own, and the frame is the portal's: not a counter or a button to share. */
    private boolean holdsTheBody(FoundLink link) {
        return !facts.hasReportHeadings() && PathShape.isSameSite(link.url(), facts.uri());
    }

    private Outlink byPath(FoundLink link, boolean article) {
        boolean silent = Wording.isGeneric(link.text());
        if (silent && !article && PathShape.isColumn(link.url())) {
            return outlink(link, Purpose.COLUMN, 1);
        }
        if (silent && !article && PathShape.isSection(link.url())) {
            return outlink(link, Purpose.SECTION, 1);
        }
        if (facts.inSection() && !article && Wording.isBody(link.text()) && listsOfBodies.contains(link.block())) {
            return outlink(link, Purpose.OTHER, 3);
        }
        if (Wording.isCalendar(link.text()) || PathShape.isSearch(link.url())) {
            return outlink(link, Purpose.OTHER, -1);
        }
        // menus are short; headlines are long and lead to one article
        boolean menu = !article && link.text().length() <= 8;
        return outlink(link, Purpose.OTHER, menu ? 2 : article ? 0 : 1);
    }

    private static Outlink outlink(FoundLink link, Purpose purpose, int words) {
        int path = PathShape.isColumn(link.url()) ? 6 : PathShape.isSection(link.url()) ? 3 : 0;
        boolean shaped = purpose == Purpose.REPORT && PathShape.isArticle(link.url())
                || purpose == Purpose.COLUMN && PathShape.isFolder(link.url());
        int variant = PathShape.isVariant(link.url()) ? 1 : 0;
        return new Outlink(link.url(), link.text(), purpose, 10 * words + path + (shaped ? 3 : 0) - variant);
    }
}
