package org.annals.report;

import java.util.Locale;

/** The chapters of a report; the words of {@code v_section.section}. */
public enum Section {
    OVERVIEW,
    PROACTIVE,
    REQUESTS,
    REVIEW_LITIGATION,
    PROBLEMS,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
