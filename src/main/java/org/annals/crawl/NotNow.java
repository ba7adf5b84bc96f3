package org.annals.crawl;

import java.io.IOException;

/** Tells the engine that there is no page yet: the host may not be asked just now, and its address comes again. */
final class NotNow extends IOException {
    private static final long serialVersionUID = 1;
}
