package org.annals.policy;

import java.util.Collection;

/** Which addresses belong to one government's crawl. Immutable. */
public final class Scope {
    private Scope() {}

    /** Starts from the government's own addresses: their hosts and ports, and hosts of the same registered domain below gov.cn. */
    public static Scope of(Collection<String> seedUrls) {
        throw new UnsupportedOperationException();
    }

    /** The scope with the host of one more address: where a seed's own address redirects to. */
    public Scope with(String url) {
        throw new UnsupportedOperationException();
    }

    public Decision decide(String url) {
        throw new UnsupportedOperationException();
    }
}
