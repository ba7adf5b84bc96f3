package org.annals.discover;

import java.util.regex.Matcher;

/**
 * What the words of a link or a title say: a report, the column of reports, the way there, or one of their
 * look-alikes.
 */
final class Wording {
    /** Names of columns are short; longer wordings are headlines. */
    private static final int LONGEST_NAME = 24;

    /** Mark-up and the like that got into the words behind a title. */
    private static final int LONGEST_REST = 80;

    /** {@link #column} of a name that says of what the reports are is higher. */
    private static final int STRONGEST_BARE = 6;

    private Wording() {}

    /** One line, white space folded to single blanks, ends trimmed. */
    static String fold(String text) {
        return Vocabulary.SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** Without any white space: Chinese sets none, mark-up puts some everywhere. */
    static String squeeze(String text) {
        return Vocabulary.SPACE.matcher(text).replaceAll("");
    }

    /** Squeezed, without dates, numbering, file endings and bracketed additions around the wording itself. */
    static String core(String text) {
        String core = Vocabulary.HEAD.matcher(squeeze(text)).replaceFirst("");
        return mayHaveTail(core) ? Vocabulary.TAIL.matcher(core).replaceFirst("") : core;
    }

    private static boolean mayHaveTail(String core) {
        char last = core.isEmpty() ? '.' : core.charAt(core.length() - 1);
        return last < 0x80 || Vocabulary.TAIL_ENDS.indexOf(last) >= 0;
    }

    static boolean hasYear(String text) {
        return Vocabulary.HAS_YEAR.matcher(squeeze(text)).find();
    }

    static boolean isYear(String text) {
        return Vocabulary.ONLY_YEAR.matcher(core(text)).matches();
    }

    /**
     * The title of one report: openness, a kind of yearly report at the end, and nothing that only speaks of such a
     * report.
     */
    static boolean isReport(String text) {
        String core = core(text);
        return Vocabulary.REPORT_END.matcher(core).find()
                && !Vocabulary.SPEAKS_OF.matcher(core).find();
    }

    /** A whole title with its year, and words behind it that a title has not; less sure than {@link #isReport}. */
    static boolean isReportWithRest(String text) {
        String core = core(text);
        Matcher title = Vocabulary.REPORT_TITLE.matcher(core);
        return title.find()
                && core.length() - title.end() <= LONGEST_REST
                && hasYear(core.substring(0, title.end()))
                && !Vocabulary.SPEAKS_OF.matcher(core).find()
                && !Vocabulary.NEAR_MISS.matcher(core).find();
    }

    /** Ends like a yearly report but does not say of what; enough inside a column of reports only. */
    static boolean mayBeReport(String text) {
        String core = core(text);
        return Vocabulary.WEAK_END.matcher(core).find()
                && hasYear(text)
                && !Vocabulary.SPEAKS_OF.matcher(core).find()
                && !Vocabulary.NEAR_MISS.matcher(core).find();
    }

    /** 0 for no column; higher the surer. */
    static int column(String text) {
        String core = core(text);
        if (core.length() > LONGEST_NAME
                || Vocabulary.SPEAKS_OF.matcher(core).find()
                || Vocabulary.NEAR_MISS.matcher(core).find()
                || !Vocabulary.COLUMN.matcher(core).matches()) {
            return 0;
        }
        if (Vocabulary.STRONG_COLUMN.matcher(core).find()) {
            return hasYear(core) ? 8 : 10;
        }
        return Vocabulary.BARE_COLUMN.matcher(core).matches() ? 6 : 3;
    }

    /** 0 for no way to the column; higher the surer. */
    static int section(String text) {
        String core = core(text);
        if (Vocabulary.SITE_MAP.matcher(core).matches()) {
            return 2;
        }
        Matcher matcher = Vocabulary.SECTION.matcher(core);
        if (!matcher.matches()
                || core.contains("依申请")
                || Vocabulary.HEADLINE.matcher(matcher.group(1)).find()) {
            return 0;
        }
        int named = switch (matcher.group(2)) {
            case "法定主动公开内容", "政府信息主动公开" -> 10;
            case "政府信息公开" -> 9;
            case "政务信息公开", "信息公开" -> 8;
            case "政务公开", "主动公开" -> 7;
            default -> matcher.group(1).isEmpty() ? 5 : 0;
        };
        return matcher.group(1).isEmpty() || named == 0 ? named : named - 3;
    }

    /** Looks like a report or its column to a careless reader and is neither (portals have them side by side). */
    static boolean isNearMiss(String text) {
        String core = core(text);
        return Vocabulary.NEAR_MISS.matcher(core).find() && !isReport(text);
    }

    /** A label that says nothing of its own: the row or the block must tell. */
    static boolean isGeneric(String text) {
        return Vocabulary.GENERIC
                .matcher(Vocabulary.BRACKETS.matcher(squeeze(text)).replaceAll(""))
                .matches();
    }

    /** What stands under the first rows of a list and leads to all of them. */
    static boolean isMore(String text) {
        return Vocabulary.MORE.matcher(squeeze(text)).matches();
    }

    /** The name of the column, openness and yearly reports both said. */
    static boolean isReportColumn(String text) {
        return column(text) > STRONGEST_BARE;
    }

    /** Departments, towns and the like: folders inside a column. */
    static boolean isGroup(String text) {
        return Vocabulary.GROUP.matcher(core(text)).matches();
    }

    /** A body's yearly report, or all of them, without saying of what. */
    static boolean isYearlyOfBody(String text) {
        Matcher matcher = Vocabulary.YEARLY_OF.matcher(core(text));
        return matcher.matches() && isBody(matcher.group(1)) && !isNearMiss(text);
    }

    /** The name of a column of notices and the like. */
    static boolean isNotices(String text) {
        return Vocabulary.NOTICES.matcher(core(text)).matches();
    }

    static boolean isCalendar(String text) {
        return Vocabulary.CALENDAR.matcher(squeeze(text)).matches();
    }

    /** A body and a year, as a table of both has it. */
    static boolean isBodyAndYear(String text) {
        int gap = text.lastIndexOf(' ');
        return gap > 0 && isYear(text.substring(gap + 1)) && isBody(text.substring(0, gap));
    }

    static boolean isBody(String text) {
        String core = core(text);
        return Vocabulary.BODY.matcher(core).matches()
                && !Vocabulary.NO_BODY.matcher(core).find();
    }
}
