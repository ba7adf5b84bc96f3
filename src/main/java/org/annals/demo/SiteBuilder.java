package org.annals.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Collects the pages of one portal: one template, one charset, the government-site meta tags on every page. */
final class SiteBuilder {
    private final String template;
    private final String siteName;
    private final String siteCode;
    private final Map<String, Answer> pages = new LinkedHashMap<>();
    private Charset charset = StandardCharsets.UTF_8;
    private String contentType = "text/html; charset=utf-8";
    private boolean gzip;

    /** @param siteCode the ten digits of {@code SiteIDCode}, of which the first six are the GB/T 2260 code */
    SiteBuilder(String template, String siteName, String siteCode) {
        this.template = Resources.text(template);
        this.siteName = siteName;
        this.siteCode = siteCode;
    }

    /** GBK bytes that only the page's own meta tag declares, as old portals do. */
    SiteBuilder inGbk() {
        charset = Charset.forName("GBK");
        contentType = "text/html";
        return this;
    }

    SiteBuilder gzipped() {
        gzip = true;
        return this;
    }

    /** A page that is no article: home page, section, list. */
    SiteBuilder page(String path, String column, String crumbs, String body) {
        String meta = meta("ColumnName", column);
        pages.put(path, html(200, column + "-" + siteName, meta, crumbs, body));
        return this;
    }

    /** @param source who wrote it, for the {@code ContentSource} tag; empty to leave it out */
    SiteBuilder article(Article article, String column, String source, String crumbs) {
        String meta = meta("ColumnName", column)
                + meta("ArticleTitle", article.title())
                + meta("PubDate", article.date() + " 09:30")
                + (source.isEmpty() ? "" : meta("ContentSource", source));
        pages.put(article.path(), html(200, article.title() + "-" + siteName, meta, crumbs, article.body()));
        return this;
    }

    SiteBuilder plain(String path, String text) {
        pages.put(
                path,
                new Answer(
                        200,
                        Map.of("Content-Type", "text/plain; charset=utf-8"),
                        text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    SiteBuilder redirect(String path, String location) {
        pages.put(path, Answer.redirect(location));
        return this;
    }

    /** The same page under a second address, as {@code /column/} and {@code /column/index.html}. */
    SiteBuilder alias(String path, String existing) {
        pages.put(path, pages.get(existing));
        return this;
    }

    Map<String, Answer> build() {
        return Map.copyOf(pages);
    }

    Answer missing() {
        return html(404, "404-" + siteName, "", "", "<h2>404</h2><p>您访问的页面不存在或已删除。</p>");
    }

    /**
     * The rows of a list, a date behind each.
     *
     * @param folder where the list lies, so that its own articles can be linked relative to it; empty for links from
     *     the root
     */
    static String rows(List<Article> articles, String folder) {
        StringBuilder html = new StringBuilder("<ul class=\"list\">\n");
        for (Article article : articles) {
            boolean own = !folder.isEmpty() && article.path().startsWith(folder);
            String href = own ? "./" + article.path().substring(folder.length()) : article.path();
            html.append("<li><a href=\"%s\" title=\"%s\">%s</a><span>%s</span></li>\n"
                    .formatted(href, article.title(), article.title(), article.date()));
        }
        return html.append("</ul>\n").toString();
    }

    private Answer html(int status, String title, String meta, String crumbs, String body) {
        String page = Resources.fill(
                template,
                Map.of(
                        "title", title,
                        "meta", meta("SiteName", siteName) + meta("SiteIDCode", siteCode) + meta,
                        "crumbs", crumbs,
                        "body", body));
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", contentType));
        byte[] bytes = page.getBytes(charset);
        if (gzip) {
            headers.put("Content-Encoding", "gzip");
            bytes = gzip(bytes);
        }
        return new Answer(status, headers, bytes);
    }

    private static String meta(String name, String content) {
        return "<meta name=\"" + name + "\" content=\"" + content + "\">\n";
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail like this", e);
        }
        return out.toByteArray();
    }
}
