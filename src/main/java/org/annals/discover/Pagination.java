package org.annals.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.capture.Purpose;
import org.annals.discover.FoundLink.Source;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The further pages of a list, read in this order: an explicit next link, the pager call of the content management
 * system, the numbers of pager links.
 */
final class Pagination {
    /** Columns of reports are short; a pager that claims more is cut. */
    private static final int MAX_PAGES = 200;

    private static final Pattern NEXT =
            Pattern.compile("(?:下一?页|后一?页|下页|(?:点击)?加载更多|next(?:page)?|›|»|>|>>|＞)[>»›]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LAST = Pattern.compile("尾页|末页|最后一页|last", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("第?\\[?(\\d{1,3})\\]?页?");
    private static final Pattern CALL =
            Pattern.compile("(?:createPageHTML\\w*|createPage|showPage|pagination|setPager)\\s*\\(([^()]{1,300})\\)");
    private static final Pattern ARGUMENT = Pattern.compile("[\"']([^\"']*)[\"']|([A-Za-z_$][\\w$.]*)|(-?\\d+)");
    private static final Pattern TOTAL = Pattern.compile(
            "\\b(?:countPage|pageCount|totalPage|totalPages|page_count|maxPage|maxpage|nPageCount)\\s*[=:]\\s*[\"']?(\\d{1,4})");
    private static final Pattern PARAMETER = Pattern.compile(
            "[?&](?:page|pageno|pagenum|pageindex|currpage|currentpage|pn|p|curpage)=\\d+", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_NAME = Pattern.compile("/([A-Za-z][\\w-]*?)(_\\d+)?\\.(s?html?)$");

    private static final Pattern CURRENT = Pattern.compile(
            "\\b(?:curPage|currentPage|currPage|cur_page|nowPage|pageIndex)\\s*[=:]\\s*[\"']?(\\d{1,4})");
    /** {@code column-index-1.shtml}, {@code page_1.html}: the first page has its number in its name. */
    private static final Pattern FIRST_OF_NUMBERED = Pattern.compile("/([^/?]*[-_])1(\\.[a-z]{3,5})$");

    private static final Pattern NUMBERED = Pattern.compile("_\\d+\\.[a-z]{3,5}$");

    /** Founder's lists: {@code node_88.htm}, then {@code node_88_2.htm}, whatever number their script begins with. */
    private static final Pattern FOUNDER = Pattern.compile("node_\\d+");

    private Pagination() {}

    /** @param links what was already found on the page */
    static List<FoundLink> find(Document document, PageFacts facts, List<FoundLink> links) {
        List<FoundLink> pages = new ArrayList<>();
        boolean next = false;
        for (FoundLink link : links) {
            String text = Wording.squeeze(link.text());
            if (NEXT.matcher(text).matches() || LAST.matcher(text).matches()) {
                next |= NEXT.matcher(text).matches() && !link.url().equals(facts.uri());
                pages.add(pager(link.url(), text));
            } else if (isNumbered(text, link.url(), facts)) {
                pages.add(pager(link.url(), text));
            }
        }
        for (Element link : document.select("a[rel=next], a.next, .next > a, link[rel=next]")) {
            facts.resolve(link.attr("href")).ifPresent(url -> pages.add(pager(url, "next")));
        }
        pages.addAll(ScriptPager.pages(document, facts));
        pages.addAll(Jpaas.pages(document, facts));
        if (!next) {
            // a further page repeats what the first one said, in numbers that may mean other pages
            boolean repeated = facts.askedFor() == Purpose.PAGER
                    && NUMBERED.matcher(facts.uri()).find();
            pages.addAll(repeated ? List.of() : called(document, facts.uri()));
        }
        return pages;
    }

    /** A page number, or words for the next or the last page. */
    static boolean isPagerText(String text) {
        return NEXT.matcher(text).matches()
                || LAST.matcher(text).matches()
                || NUMBER.matcher(text).matches();
    }

    private static FoundLink pager(String url, String text) {
        return new FoundLink(url, text, "", Source.PAGER);
    }

    /** A page number that leads to a sibling of this page: same folder, or the same address with a page parameter. */
    private static boolean isNumbered(String text, String url, PageFacts facts) {
        Matcher matcher = NUMBER.matcher(text);
        int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        // a column is entered at its first page, which often has a second address with the number in it
        int first = facts.askedFor() == Purpose.COLUMN ? 2 : 1;
        if (number < first || number > MAX_PAGES) {
            return false;
        }
        String page = facts.uri();
        String folder = PathShape.folder(url);
        boolean sibling = folder.equals(PathShape.folder(page)) || folder.equals(withoutEnding(page) + "/");
        return PARAMETER.matcher(url).find() || sibling && !PathShape.isFile(url);
    }

    private static String withoutEnding(String url) {
        return url.replaceFirst("\\.s?html?$", "");
    }

    private static List<FoundLink> called(Document document, String page) {
        for (Element script : document.select("script")) {
            String code = script.data();
            Matcher call = CALL.matcher(code);
            while (call.find()) {
                List<FoundLink> pages = pages(call.group(1), code, page);
                if (!pages.isEmpty()) {
                    return pages;
                }
            }
        }
        for (Element script : document.select("script")) {
            Matcher total = TOTAL.matcher(script.data());
            Matcher name = FILE_NAME.matcher(page);
            if (total.find() && (name.find() || page.endsWith("/"))) {
                boolean named = !page.endsWith("/");
                int pages = Integer.parseInt(total.group(1));
                String stem = named ? stem(name, pages) : "index";
                String ending = named ? name.group(3) : script.data().contains("shtml") ? "shtml" : "html";
                Matcher current = CURRENT.matcher(script.data());
                boolean founder = FOUNDER.matcher(stem).matches();
                boolean told = current.find();
                int at = founder ? 1 : told ? Integer.parseInt(current.group(1)) : 0;
                if (!founder && !told && !NUMBERED.matcher(page).find()) {
                    // nothing tells whether the second page is 1 or 2
                    return sequence(page, 1, pages, stem + "_", "." + ending);
                }
                Matcher first = FIRST_OF_NUMBERED.matcher(page);
                return first.find() && at == 1
                        ? sequence(page, 2, pages, first.group(1), first.group(2))
                        : numbered(page, pages, at, stem, ending);
            }
        }
        return List.of();
    }

    /** A number in the name that no page of the list can have belongs to the name. */
    private static String stem(Matcher name, int pages) {
        String number = name.group(2) == null ? "" : name.group(2);
        boolean ofPage = number.isEmpty() || number.length() < 4 && Integer.parseInt(number.substring(1)) <= pages;
        return ofPage ? name.group(1) : name.group(1) + number;
    }

    /**
     * TRS: {@code createPageHTML(total, current, "index", "html")}; page k is {@code index_k.html} for k from 1 to
     * total − 1. Variants put an element's name first or write variables in place of the numbers, and some count the
     * first page as 1.
     */
    private static List<FoundLink> pages(String arguments, String code, String page) {
        List<Integer> numbers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Matcher argument = ARGUMENT.matcher(arguments);
        while (argument.find()) {
            if (argument.group(1) != null) {
                if (!numbers.isEmpty()) {
                    names.add(argument.group(1));
                }
            } else if (argument.group(2) != null) {
                valueOf(argument.group(2), code).ifPresent(numbers::add);
            } else {
                numbers.add(Integer.parseInt(cut(argument.group(3))));
            }
        }
        if (numbers.size() < 2 || names.size() < 2 || !names.get(0).matches("[\\w./-]{1,80}")) {
            return List.of();
        }
        String ending = names.get(1).replace(".", "");
        return ending.matches("[A-Za-z]{3,5}")
                ? numbered(page, numbers.get(0), numbers.get(1), names.get(0), ending)
                : List.of();
    }

    private static Optional<Integer> valueOf(String variable, String code) {
        Matcher assigned = Pattern.compile("\\b" + Pattern.quote(variable) + "\\s*=\\s*[\"']?(\\d{1,5})")
                .matcher(code);
        return assigned.find() ? Optional.of(Integer.valueOf(assigned.group(1))) : Optional.empty();
    }

    /** @param current the number that the first page gives itself: 1 where pages are counted from 1 */
    private static List<FoundLink> numbered(String page, int total, int current, String stem, String ending) {
        boolean fromOne = current == 1
                && (FOUNDER.matcher(stem).matches() || !NUMBERED.matcher(page).find());
        return fromOne
                ? sequence(page, 2, total, stem + "_", "." + ending)
                : sequence(page, 1, total - 1, stem + "_", "." + ending);
    }

    private static List<FoundLink> sequence(String page, int from, int to, String before, String behind) {
        List<FoundLink> pages = new ArrayList<>();
        for (int k = from; k <= Math.min(to, MAX_PAGES); k++) {
            String text = Integer.toString(k + 2 - from);
            Addresses.resolve(page, before + k + behind).ifPresent(url -> pages.add(pager(url, text)));
        }
        return pages;
    }

    private static String cut(String digits) {
        return digits.length() > 6 ? digits.substring(0, 6) : digits;
    }
}
