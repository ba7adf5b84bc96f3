package org.annals.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.discover.FoundLink.Source;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The further pages of one report that is spread over several: {@code t1_1.html} behind {@code t1.html}. */
final class Parts {
    private static final int MOST = 20;
    private static final Pattern CALL = Pattern.compile(
            "createPageHTML\\w*\\(\\s*(?:[\"'][^\"']*[\"']\\s*,\\s*)?(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*[\"']([\\w.-]{1,80})[\"']\\s*,\\s*[\"']\\.?(\\w{3,5})[\"']");
    private static final Pattern NAME = Pattern.compile("/([^/?]+?)(?:[_-]\\d{1,2})?(\\.\\w{3,5})(?:\\?.*)?$");
    private static final Pattern PAGE =
            Pattern.compile("(?i)[?&](?:page|pageno|pagenum|p|pn|currpage|curpage)=\\d{1,2}\\b");

    private Parts() {}

    /** @param links what was already found on the page */
    static List<FoundLink> find(Document document, PageFacts facts, List<FoundLink> links) {
        List<FoundLink> parts = new ArrayList<>();
        for (FoundLink link : links) {
            if (parts.size() < MOST
                    && Pagination.isPagerText(Wording.squeeze(link.text()))
                    && isPart(link.url(), facts.uri())) {
                parts.add(new FoundLink(link.url(), "", "", Source.PART));
            }
        }
        Matcher name = NAME.matcher(facts.uri());
        for (Element script : document.select("script")) {
            Matcher call = CALL.matcher(script.data());
            if (name.find(0) && call.find() && call.group(3).equals(name.group(1))) {
                for (int k = 1; k < Math.min(MOST, Integer.parseInt(call.group(1))); k++) {
                    facts.resolve(call.group(3) + "_" + k + "." + call.group(4))
                            .ifPresent(url -> parts.add(new FoundLink(url, "", "", Source.PART)));
                }
            }
        }
        return parts;
    }

    /** The same name with a number behind, in the same folder, or the same address with a page number. */
    private static boolean isPart(String url, String own) {
        if (PAGE.matcher(url).find() && withoutPage(url).equals(withoutPage(own))) {
            return true;
        }
        Matcher part = NAME.matcher(url);
        Matcher name = NAME.matcher(own);
        return PathShape.folder(url).equals(PathShape.folder(own))
                && part.find()
                && name.find()
                && part.group(1).equals(name.group(1))
                && part.group(2).equals(name.group(2))
                && !url.equals(own);
    }

    private static String withoutPage(String url) {
        return PAGE.matcher(url).replaceAll("").replaceFirst("[?&]$", "");
    }
}
