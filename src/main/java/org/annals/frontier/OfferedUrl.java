package org.annals.frontier;

import edu.uci.ics.crawler4j.url.AbstractWebURL;
import java.util.Optional;

/** A link on its way from the parser through the engine's hooks to the frontier: an offer under the lease whose page it stands on. */
public final class OfferedUrl extends AbstractWebURL {
    private static final long serialVersionUID = 1;

    private final transient Lease page;
    private final transient Offer offer;

    /** One that the engine makes by itself; it belongs to no page and can only be looked at. */
    OfferedUrl() {
        this.page = null;
        this.offer = null;
    }

    public OfferedUrl(Lease page, Offer offer) {
        this.page = page;
        this.offer = offer;
        setURL(offer.url());
        setAnchor(offer.via().anchorText());
    }

    public Optional<Offer> offer() {
        return Optional.ofNullable(offer);
    }

    void schedule() {
        if (page == null) {
            throw new IllegalStateException("an address without the page it stands on: " + getURL());
        }
        page.offer(offer);
    }
}
