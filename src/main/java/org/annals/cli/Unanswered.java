package org.annals.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.annals.capture.Outcome;
import org.annals.capture.Purpose;
import org.annals.crawl.CrawlListener;
import org.annals.government.Government;

/** Listens to a crawl for governments none of whose pages answered: dead hosts, broken certificates. Passes everything on. */
final class Unanswered implements CrawlListener {
    private final CrawlListener next;
    private final Map<String, String> lastFailure = new ConcurrentHashMap<>();
    private final Map<String, Boolean> answered = new ConcurrentHashMap<>();

    Unanswered(CrawlListener next) {
        this.next = next;
    }

    @Override
    public void attempted(String government, String url, Purpose purpose, Outcome outcome, int status, String detail) {
        if (status == 0 && isSilence(outcome)) {
            lastFailure.put(government, outcome.code() + " at " + url + (detail.isEmpty() ? "" : ": " + detail));
        } else if (purpose != Purpose.ROBOTS && status > 0) {
            answered.put(government, true);
        }
        next.attempted(government, url, purpose, outcome, status, detail);
    }

    private static boolean isSilence(Outcome outcome) {
        return outcome == Outcome.TIMEOUT || outcome == Outcome.CONNECTION_ERROR || outcome == Outcome.TLS_ERROR;
    }

    @Override
    public void reportFound(String government, String url) {
        next.reportFound(government, url);
    }

    @Override
    public void noted(String line) {
        next.noted(line);
    }

    /** One line for each, in the order given. */
    List<String> lines(List<Government> governments) {
        return governments.stream()
                .filter(government ->
                        lastFailure.containsKey(government.code()) && !answered.containsKey(government.code()))
                .map(government -> government.name() + " (" + government.code() + ") did not answer: "
                        + lastFailure.get(government.code()))
                .toList();
    }
}
