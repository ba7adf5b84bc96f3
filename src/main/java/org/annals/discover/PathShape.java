package org.annals.discover;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the address itself says. Weaker than words: many portals use opaque paths. */
final class PathShape {
    private static final Pattern COLUMN = Pattern.compile(
            "gk(?:gz)?(?:nb|ndbg|ndgzbg|nan)(?![a-z]{4})|/ndbg|/gknb|bgtndbg|shizfgzbg|nianbao|annualreport");
    private static final Pattern SECTION = Pattern.compile("/(?:zfxxgk|xxgk|zwgk|zwxxgk|gkml|openness|public)[^/]*/");
    /** The article dialects of the content management systems, one line a family. */
    private static final Pattern ARTICLE = Pattern.compile(
            String.join(
                    "|",
                    "/t\\d{5,8}(?:_\\d+)?\\.s?html?",
                    "/art_|/art/20",
                    "/post_\\d|/content_\\d|/content-\\d|/content/|/content\\.html$",
                    "/doc_|/detail/|/show[/-]|article",
                    "/info/\\d+/\\d+|/info/\\d+$|/egovinfo/.+\\.html?$",
                    "/\\d{4,}\\.s?html?$|/20\\d{4}(?:\\d\\d)?/[^/]+\\.s?html?$|/\\d{14,20}/index\\.",
                    "/[0-9a-f-]{32,36}\\.s?html?|/[0-9a-f]{24}\\.s?html?$",
                    "\\.jhtml$|/pages_\\d+_\\d+\\.aspx$",
                    "annualreport\\.jsp\\?.*fbtime=|annualreport/show",
                    "[?&](?:id|docid|artid|newsid|wzid)=\\d"),
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FILE = Pattern.compile("\\.(?:pdf|docx?|wps|xlsx?|et|rtf|zip|rar|ofd)(?:$|\\?)");
    private static final Pattern VIEWER =
            Pattern.compile("[?&](?:file|filename|url|path)=[^&]*\\.(?:pdf|docx?|wps|ofd)");
    private static final Pattern USELESS = Pattern.compile(
            "(?<!\\.xml)\\.(?:css|js|json|jpe?g|png|gif|bmp|ico|svg|webp|mp[34]|avi|flv|wmv|swf|woff2?|ttf|exe|apk|dmg|7z|tar|gz)(?:$|\\?)");
    private static final Pattern VARIANT = Pattern.compile(
            "(?i)_(?:wap|app|mobile|m|print|phone)\\.|^https?://(?:m|wap|3g|mobile)\\.|^https?://[^/]+/(?:wap|mobile|phone|3g|m)/");
    private static final Pattern SEARCH = Pattern.compile("/(?:search|query|jiansuo|sousuo|so|was5|calendar|rili)\\b");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** What a button to print leads to. */
    private static final Pattern PRINT =
            Pattern.compile("/(?:to)?print(?:page|er|view)?\\.(?:jspx?|aspx?|php|do|s?html?)");

    private static final Pattern FOLDER = Pattern.compile("/(?:(?:index|list|default)(?:_\\d+)?\\.[a-z]+)?$");

    /** The first label of a name that leaves at least three others, as {@code www.} of www.east.gov.cn. */
    private static final Pattern SUBDOMAIN = Pattern.compile("^[^.:]+\\.(?=[^.:]+\\.[^.:]+\\.[a-z]+(?::\\d+)?$)");

    private PathShape() {}

    static boolean isColumn(String url) {
        return COLUMN.matcher(path(url)).find();
    }

    static boolean isSection(String url) {
        return SECTION.matcher(path(url)).find();
    }

    /** The address of one article or file, not of a list. */
    static boolean isArticle(String url) {
        return ARTICLE.matcher(path(url)).find() || isFile(url);
    }

    static boolean isFolder(String url) {
        return FOLDER.matcher(path(url)).find();
    }

    static boolean isFile(String url) {
        String path = path(url);
        return FILE.matcher(path).find() || VIEWER.matcher(path).find();
    }

    /** Pictures, styles, scripts, programs, printing: nothing a report is read from that is not elsewhere. */
    static boolean isUseless(String url) {
        String path = path(url);
        return USELESS.matcher(path).find() || PRINT.matcher(path).find();
    }

    /** A page for telephones or printers, of which there is another for everybody. */
    static boolean isVariant(String url) {
        return VARIANT.matcher(url).find();
    }

    /** Searches and calendars link to themselves without end. */
    static boolean isSearch(String url) {
        return SEARCH.matcher(path(url)).find();
    }

    /** Whether two addresses differ in digits only: pages of one kind. */
    static boolean isSameShape(String url, String other) {
        return DIGITS.matcher(url).replaceAll("0").equals(DIGITS.matcher(other).replaceAll("0"));
    }

    /** The folder an address lies in, with its host: what a column's own children begin with. */
    static String folder(String url) {
        int query = url.indexOf('?');
        String bare = query < 0 ? url : url.substring(0, query);
        return bare.substring(0, bare.lastIndexOf('/') + 1);
    }

    /** Host and port as they stand in an absolute address. */
    static String authority(String url) {
        int host = url.indexOf("://");
        int slash = host < 0 ? 0 : url.indexOf('/', host + 3);
        return slash < 0 ? url.substring(host + 3) : url.substring(Math.min(slash, host + 3), slash);
    }

    /** The same host, or two below one name: {@code www.east.gov.cn} and {@code xxgk.east.gov.cn}. */
    static boolean isSameSite(String url, String other) {
        String a = authority(url);
        String b = authority(other);
        return a.equals(b)
                || SUBDOMAIN
                        .matcher(a)
                        .replaceFirst("")
                        .equals(SUBDOMAIN.matcher(b).replaceFirst(""));
    }

    private static String path(String url) {
        int host = url.indexOf("://");
        int slash = host < 0 ? 0 : url.indexOf('/', host + 3);
        return slash < 0 ? "/" : url.substring(slash).toLowerCase(Locale.ROOT);
    }
}
