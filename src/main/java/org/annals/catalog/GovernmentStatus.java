package org.annals.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.annals.capture.Finish;

/**
 * All that the archive tells of one government's crawls.
 *
 * @param portal of the seeds
 * @param columns that led to reports, and known reports, as they were visited last
 * @param barrenColumns addresses that the last run asked for as columns and that led to no report
 * @param coverage its own reports by fiscal year
 * @param otherReports publications of other bodies that were found in its crawl or counted to it
 * @param last the last run that asked it for anything
 */
public record GovernmentStatus(
        String code,
        String name,
        String level,
        String province,
        String parent,
        Optional<String> portal,
        Optional<String> reportList,
        List<KnownVisit> columns,
        List<KnownVisit> reports,
        List<String> barrenColumns,
        List<Coverage> coverage,
        int otherReports,
        Optional<LastRun> last) {
    public GovernmentStatus {
        Objects.requireNonNull(code);
        Objects.requireNonNull(name);
        Objects.requireNonNull(portal);
        Objects.requireNonNull(reportList);
        Objects.requireNonNull(last);
        columns = List.copyOf(columns);
        reports = List.copyOf(reports);
        barrenColumns = List.copyOf(barrenColumns);
        coverage = List.copyOf(coverage);
    }

    /**
     * @param outcomes of requests, how often each, as in {@code v_fetch}
     * @param notAsked the same of addresses for which no request was made
     * @param failed what gave no good answer, newest first
     * @param closed whether the run came to its end
     * @param finish how the government's crawl ended in it
     */
    public record LastRun(
            String run,
            Instant firstAt,
            Instant lastAt,
            Map<String, Integer> outcomes,
            Map<String, Integer> notAsked,
            List<String> urls,
            List<Failed> failed,
            boolean closed,
            Optional<Finish> finish) {
        public LastRun {
            Objects.requireNonNull(run);
            outcomes = Map.copyOf(outcomes);
            notAsked = Map.copyOf(notAsked);
            urls = List.copyOf(urls);
            failed = List.copyOf(failed);
            Objects.requireNonNull(finish);
        }
    }

    /**
     * An address that gave no good answer in the end.
     *
     * @param anchor text of the link that led to it, or empty
     */
    public record Failed(String url, String purpose, String outcome, String anchor) {}
}
