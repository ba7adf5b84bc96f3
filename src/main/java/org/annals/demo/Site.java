package org.annals.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The content of one portal at every step. Stateless: the same step always gives the same bytes. */
interface Site {
    /** Its row of the seeds file; {@code listPath} is empty where only the home page is known. */
    record Row(String code, String name, String level, String province, String parent, String listPath) {}

    Row government();

    /** What robots.txt forbids; {@link #pages} serves the robots.txt that says so. */
    default List<String> disallowed() {
        return List.of();
    }

    /** What robots.txt asks for; zero where it asks for nothing. */
    default Duration crawlDelay() {
        return Duration.ZERO;
    }

    /** Path with query → answer. What is not there is answered with 404. */
    Map<String, Answer> pages(int step);

    /** The page of a 404. */
    Answer missing();
}
