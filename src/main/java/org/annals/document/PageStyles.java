package org.annals.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Writes what a page's own {@code <style>} says into the {@code style} attributes of its elements, in front of what stands there. Only rules that name
 * a class or an id, with three steps at most, and only declarations that hide, set apart or strike out. Of rules under a condition ({@code @media}) those
 * for a wide screen count. The work is bounded: a page can name many rules, elements and depths.
 */
final class PageStyles {
    private static final Pattern SIMPLE = Pattern.compile("[\\w-]*(?:[.#][A-Za-z_][\\w-]*)+");
    private static final Pattern STEP = Pattern.compile("[\\w-]*(?:[.#][A-Za-z_][\\w-]*)+|[A-Za-z][\\w-]*");
    /** What a reader at a desk sees: no paper, no telephone. */
    private static final Pattern ON_SCREEN = Pattern.compile(
            "(?i)@media\\s+(?:only\\s+)?(?:screen|all)(?:\\s+and\\s+\\(\\s*min-width\\s*:\\s*(\\d{1,5})px\\s*\\))?");

    private static final int WIDTH_OF_A_SCREEN = 1_280;
    private static final int MOST_INSIDE = 3;
    private static final int MOST_STEPS = 4;
    private static final int LONGEST_SHEET = 500_000;
    private static final int LONGEST_DECLARATIONS = 200;
    private static final long MOST_WORK = 50_000_000;

    private record Rule(String selectors, String declarations) {}

    private final Document page;
    private final Survey survey;
    private long work;

    private PageStyles(Document page, Survey survey) {
        this.page = page;
        this.survey = survey;
    }

    static void apply(Document page, Survey survey, List<String> warnings) {
        List<Rule> rules = new ArrayList<>();
        boolean whole = true;
        for (Element sheet : survey.sheets()) {
            String text = sheet.data();
            boolean follow = text.length() <= LONGEST_SHEET;
            whole &= follow;
            if (follow) {
                rules(withoutComments(text), rules, 0);
            }
        }
        // the last rule counts: each goes in front of what later ones have written
        Collections.reverse(rules);
        PageStyles styles = new PageStyles(page, survey);
        if (!whole || !rules.stream().allMatch(styles::write)) {
            warnings.add("the page has too many style rules to follow them all: what they hide may have been read");
        }
    }

    private static String withoutComments(String sheet) {
        StringBuilder out = new StringBuilder(sheet.length());
        int from = 0;
        while (from < sheet.length()) {
            int begin = sheet.indexOf("/*", from);
            int end = begin < 0 ? -1 : sheet.indexOf("*/", begin + 2);
            out.append(sheet, from, begin < 0 ? sheet.length() : begin);
            from = begin < 0 || end < 0 ? sheet.length() : end + 2;
        }
        return out.toString().replace("<!--", "").replace("-->", "");
    }

    /** @param inside how many conditions are around */
    private static void rules(String sheet, List<Rule> rules, int inside) {
        int at = 0;
        while (at < sheet.length()) {
            int open = sheet.indexOf('{', at);
            if (open < 0) {
                return;
            }
            // a statement like @import ends with a semicolon, and is no part of the selector
            String selectors = sheet.substring(Math.max(at, sheet.lastIndexOf(';', open) + 1), open)
                    .strip();
            int end = end(sheet, open);
            Matcher screen = ON_SCREEN.matcher(selectors);
            if (screen.matches()) {
                boolean wide = screen.group(1) == null || Integer.parseInt(screen.group(1)) <= WIDTH_OF_A_SCREEN;
                if (wide && inside < MOST_INSIDE) {
                    rules(sheet.substring(open + 1, end), rules, inside + 1);
                }
            } else if (!selectors.startsWith("@")) {
                String telling = telling(sheet.substring(open + 1, end));
                if (!telling.isEmpty()) {
                    rules.add(new Rule(selectors, telling));
                }
            }
            at = end + 1;
        }
    }

    /** Index of the brace that closes the one at an index; the end of the text where none does. */
    private static int end(String sheet, int open) {
        int depth = 0;
        for (int i = open; i < sheet.length(); i++) {
            if (sheet.charAt(i) == '{') {
                depth++;
            } else if (sheet.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return sheet.length();
    }

    private static String telling(String declarations) {
        List<String> telling = new ArrayList<>();
        for (String declaration : declarations.split(";")) {
            int colon = declaration.indexOf(':');
            String property =
                    colon < 0 ? "" : declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            if (Style.TELLING.contains(property)) {
                telling.add(declaration.strip());
            }
        }
        String joined = String.join(";", telling);
        return joined.length() > LONGEST_DECLARATIONS ? "" : joined;
    }

    /** Whether there was room for the work. */
    private boolean write(Rule rule) {
        for (String listed : rule.selectors().split(",")) {
            String selector = listed.strip().replaceAll("\\s*>\\s*|\\s+", " ");
            String[] steps = selector.split(" ");
            String last = steps[steps.length - 1];
            boolean simple = steps.length <= MOST_STEPS
                    && SIMPLE.matcher(last).matches()
                    && Arrays.stream(steps, 0, steps.length - 1)
                            .allMatch(step -> STEP.matcher(step).matches());
            if (!simple) {
                continue;
            }
            work += survey.nodes();
            if (work > MOST_WORK) {
                return false;
            }
            List<Element> candidates = page.select(last);
            work += candidates.size() * (long) Math.pow(Math.max(1, survey.deepest()), steps.length - 1);
            if (work > MOST_WORK) {
                return false;
            }
            for (Element element : candidates) {
                if (steps.length == 1 || element.is(listed.strip())) {
                    work += rule.declarations().length();
                    element.attr("style", rule.declarations() + ";" + element.attr("style"));
                }
            }
        }
        return work <= MOST_WORK;
    }
}
