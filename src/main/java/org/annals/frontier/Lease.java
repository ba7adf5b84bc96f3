package org.annals.frontier;

import edu.uci.ics.crawler4j.url.AbstractWebURL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.capture.Exchange;

/**
 * An address handed to one worker of the engine: while the lease lasts nobody else asks its host. The worker notes here what came of it; the engine gives it back
 * through {@link HostFrontier#setProcessed}. Used by one thread at a time.
 */
public final class Lease extends AbstractWebURL {
    private static final long serialVersionUID = 1;

    private final transient Entry entry;
    private final transient List<Offer> offers = new ArrayList<>();
    private transient Exchange exchange;
    private transient Completion completion;

    Lease(Entry entry, int docId) {
        this.entry = entry;
        setURL(entry.url());
        setDocid(docId);
        setParentUrl(entry.via().url());
        setAnchor(entry.via().anchorText());
        setDepth((short) Math.min(entry.via().hops(), Short.MAX_VALUE));
    }

    public Entry entry() {
        return entry;
    }

    /** Notes an address to be offered when the lease is given back. */
    public void offer(Offer offer) {
        offers.add(offer);
    }

    /** What was noted so far, best first. */
    public List<Offer> offers() {
        return List.copyOf(offers);
    }

    public void answered(Exchange answer) {
        this.exchange = answer;
    }

    public Optional<Exchange> exchange() {
        return Optional.ofNullable(exchange);
    }

    /** To be called once the outcome is archived; a lease given back without it waits again as if it had never been handed out. */
    public void complete(Completion outcome) {
        this.completion = outcome;
    }

    public Optional<Completion> completion() {
        return Optional.ofNullable(completion);
    }
}
