package org.annals.web;

/** A few pages that belong together. */
interface PageGroup {
    /** Adds the addresses of the group: pages under their own paths, JSON under {@code /api/v1/}. */
    void addTo(Routes routes);
}
