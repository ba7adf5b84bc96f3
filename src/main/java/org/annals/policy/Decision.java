package org.annals.policy;

import java.util.Objects;

/**
 * Whether something may be done, and the rule that says so.
 *
 * @param rule which rule decided, for example {@code robots: Disallow: /private/}
 */
public record Decision(boolean allowed, String rule) {
    public Decision {
        Objects.requireNonNull(rule);
    }

    public static Decision allow(String rule) {
        return new Decision(true, rule);
    }

    public static Decision refuse(String rule) {
        return new Decision(false, rule);
    }
}
