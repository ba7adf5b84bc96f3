package org.annals.policy;

import java.util.Comparator;

/**
 * One Allow or Disallow line (RFC 9309, 2.2.2 and 2.2.3). Ordered by how specific it is: more octets win, and Allow over Disallow of the same length.
 *
 * Reserved characters are compared as they stand, {@code /} is not {@code %2F}: so do the reference parser and the library; the RFC's table can be read otherwise.
 *
 * @param pattern percent-encoded; {@code *} stands for any characters, {@code $} at its end for the end of the path
 */
record RobotsRule(boolean allow, String pattern) implements Comparable<RobotsRule> {
    private static final Comparator<RobotsRule> SPECIFICITY =
            Comparator.<RobotsRule>comparingInt(rule -> rule.pattern.length()).thenComparing(RobotsRule::allow);

    /** @param path with query, percent-encoded, its own {@code *} and {@code $} too */
    boolean matches(String path) {
        boolean toEnd = pattern.endsWith("$");
        String body = toEnd ? pattern.substring(0, pattern.length() - 1) : pattern;
        // a dollar anywhere else stands for itself
        String[] pieces = body.replace("$", "%24").split("\\*", -1);
        if (!path.startsWith(pieces[0])) {
            return false;
        }
        int at = pieces[0].length();
        for (int i = 1; i < pieces.length; i++) {
            if (toEnd && i == pieces.length - 1) {
                return path.length() - pieces[i].length() >= at && path.endsWith(pieces[i]);
            }
            int found = path.indexOf(pieces[i], at);
            if (found < 0) {
                return false;
            }
            at = found + pieces[i].length();
        }
        return !toEnd || at == path.length();
    }

    Decision decision() {
        return allow ? Decision.allow("robots: Allow: " + pattern) : Decision.refuse("robots: Disallow: " + pattern);
    }

    @Override
    public int compareTo(RobotsRule other) {
        return SPECIFICITY.compare(this, other);
    }
}
