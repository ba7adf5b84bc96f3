package org.annals.catalog;

import java.util.Objects;

/**
 * A government of which a run read no page.
 *
 * @param outcome of the last attempt, as in {@code v_fetch}
 * @param url what was asked for then
 */
public record UnreadGovernment(String code, String name, String outcome, String url) {
    public UnreadGovernment {
        Objects.requireNonNull(code);
        Objects.requireNonNull(name);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(url);
    }
}
