package org.annals.frontier;

import edu.uci.ics.crawler4j.url.AbstractWebURL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.capture.Exchange;
import org.annals.capture.Original;

/**
 * An address handed to one worker of the engine: while the lease lasts nobody else asks its host. The worker notes here what came of it; the engine gives it back
 * through {@link HostFrontier#setProcessed}. Used by one thread at a time.
 */
public final class Lease extends AbstractWebURL {
    private static final long serialVersionUID = 1;

    private final transient Entry entry;
    private final transient List<Offer> offers = new ArrayList<>();
    private transient Exchange exchange;
    private transient Exchange meant;
    private transient Original original;
    private transient String certificateFault;
    private transient Completion completion;
    private transient boolean withheld;
    private transient Runnable whenGivenBack = () -> {};

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

    void withhold() {
        withheld = true;
    }

    /** Whether the host may not be asked now after all, see {@link HostFrontier#claim}. */
    boolean isWithheld() {
        return withheld;
    }

    public void answered(Exchange answer) {
        this.exchange = answer;
    }

    /** What has to be done once nobody needs the answer any more. */
    public void whenGivenBack(Runnable action) {
        whenGivenBack = action;
    }

    /** Forgets the answer, which may be big; workers keep what they did last for a while. */
    void givenBack() {
        exchange = null;
        meant = null;
        whenGivenBack.run();
        whenGivenBack = () -> {};
    }

    /** Notes what is wrong with the certificate of the host that answered. */
    public void certificateFault(String fault) {
        certificateFault = fault;
    }

    public Optional<String> certificateFault() {
        return Optional.ofNullable(certificateFault);
    }

    public Optional<Exchange> exchange() {
        return Optional.ofNullable(exchange);
    }

    /**
     * An answer that says the address is as it was.
     *
     * @param meantAnswer the archived answer that it stands for
     */
    public void notModified(Exchange answer, Original archived, Exchange meantAnswer) {
        this.exchange = answer;
        this.original = archived;
        this.meant = meantAnswer;
    }

    /** What the answer comes to: the archived one where it says "not modified", else itself. */
    public Optional<Exchange> meant() {
        return meant == null ? exchange() : Optional.of(meant);
    }

    /** The archived answer that a "not modified" stands for. */
    public Optional<Original> original() {
        return Optional.ofNullable(original);
    }

    /** To be called once the outcome is archived; a lease given back without it waits again as if it had never been handed out. */
    public void complete(Completion outcome) {
        this.completion = outcome;
    }

    public Optional<Completion> completion() {
        return Optional.ofNullable(completion);
    }
}
