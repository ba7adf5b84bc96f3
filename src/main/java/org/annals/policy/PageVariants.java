package org.annals.policy;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Addresses of the same page for telephones and printers: {@code t1_wap.html}, {@code /wap/nb/t1.html},
 * {@code m.example.gov.cn}. No name is proof that the plain page is there, so the caller takes one only for another
 * address that it knows.
 */
public final class PageVariants {
    private static final Pattern NAME =
            Pattern.compile("(?i)_(?:wap|app|mobile|m|print|phone)(?=\\.(?:s?html?|jspx?|aspx?|php)(?:\\?|$))");
    private static final Pattern FOLDER = Pattern.compile("(?i)^(https?://[^/]+)/(?:wap|mobile|phone|3g|m)/");
    private static final Pattern HOST = Pattern.compile("(?i)^(https?://)(?:m|wap|3g|mobile)\\.(?=[^/]*\\.[^/]*/)");
    private static final Pattern PARAMETER = Pattern.compile("(?i)[?&](?:wap|mobile)=(?:1|true)$");

    private PageVariants() {}

    /** Where the plain page would be; empty where the address is plain. */
    public static Set<String> plain(String url) {
        Set<String> plain = new LinkedHashSet<>();
        plain.add(NAME.matcher(url).replaceFirst(""));
        plain.add(PARAMETER.matcher(url).replaceFirst(""));
        plain.add(FOLDER.matcher(url).replaceFirst("$1/"));
        plain.add(HOST.matcher(url).replaceFirst("$1www."));
        plain.add(HOST.matcher(url).replaceFirst("$1"));
        plain.remove(url);
        return plain;
    }
}
