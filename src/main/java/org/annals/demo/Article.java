package org.annals.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * A page of text besides the reports: news, notices, guides.
 *
 * @param date as printed, {@code 2023-01-13}
 */
record Article(String path, String date, String title, String body) {
    /** Reads a resource: a line {@code @ path | date | title} begins an article, each further line is a paragraph. */
    static List<Article> read(String resource) {
        List<Article> articles = new ArrayList<>();
        for (String block : Resources.text(resource).split("(?m)^@ ")) {
            String[] lines = block.strip().split("\n");
            String[] head = lines[0].split(" \\| ");
            if (head.length == 3) {
                StringBuilder body = new StringBuilder();
                for (int i = 1; i < lines.length; i++) {
                    body.append("<p>").append(lines[i]).append("</p>\n");
                }
                articles.add(new Article(head[0], head[1], head[2], body.toString()));
            }
        }
        return articles;
    }
}
