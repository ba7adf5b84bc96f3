package org.annals.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.annals.capture.Finish;
import org.annals.catalog.Coverage;
import org.annals.catalog.GovernmentStatus;
import org.annals.catalog.GovernmentStatus.Failed;
import org.annals.catalog.GovernmentStatus.LastRun;
import org.annals.catalog.KnownVisit;
import org.annals.policy.Due;

/** One government explained, as one JSON object. Times are UTC, days China's. */
final class GovernmentJson {
    private final JsonGenerator json;

    private GovernmentJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(PrintWriter out, GovernmentStatus status, List<HostPace> hosts) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            new GovernmentJson(json).write(status, hosts);
        }
        out.println();
    }

    private void write(GovernmentStatus status, List<HostPace> hosts) throws IOException {
        json.writeStartObject();
        json.writeStringField("government_code", status.code());
        json.writeStringField("name", status.name());
        json.writeStringField("level", status.level());
        json.writeStringField("province", status.province());
        json.writeStringField("parent", status.parent());
        json.writeStringField("portal_url", status.portal().orElse(null));
        json.writeStringField("report_list_url", status.reportList().orElse(null));
        visits("columns", status.columns());
        visits("reports", status.reports());
        json.writeArrayFieldStart("columns_without_reports");
        for (String url : status.barrenColumns()) {
            json.writeString(url);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("coverage");
        for (Coverage row : status.coverage()) {
            json.writeStartObject();
            json.writeNumberField("fiscal_year", row.fiscalYear());
            json.writeStringField("status", row.status());
            json.writeStringField("why", row.why().orElse(null));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("reports_of_other_bodies", status.otherReports());
        if (status.last().isPresent()) {
            last(status.last().get());
        } else {
            json.writeNullField("last_run");
        }
        hosts(hosts);
        json.writeEndObject();
    }

    private void visits(String name, List<KnownVisit> visits) throws IOException {
        json.writeArrayFieldStart(name);
        for (KnownVisit visit : visits) {
            Due due = Agenda.due(visit);
            json.writeStartObject();
            json.writeStringField("url", visit.address().url());
            json.writeStringField("asked_at", visit.askedAt().toString());
            json.writeStringField("outcome", visit.outcome());
            if (visit.reports() > 0) {
                json.writeNumberField("reports", visit.reports());
            }
            json.writeStringField("due", due.day().toString());
            json.writeStringField("reason", due.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void counts(String name, Map<String, Integer> counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Integer> count : new TreeMap<>(counts).entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
    }

    private void last(LastRun run) throws IOException {
        json.writeObjectFieldStart("last_run");
        json.writeStringField("run_id", run.run());
        json.writeStringField("first_at", run.firstAt().toString());
        json.writeStringField("last_at", run.lastAt().toString());
        json.writeBooleanField("finished", run.closed());
        json.writeStringField("end", run.finish().map(f -> f.end().code()).orElse(null));
        if (run.finish().isPresent()) {
            Finish finish = run.finish().get();
            json.writeNumberField("pages", finish.pages());
            json.writeNumberField("pages_that_list_reports", finish.columns());
            json.writeNumberField("denied_by_robots", finish.denied());
            json.writeNumberField("left_beyond_budget", finish.beyondBudget());
            json.writeNumberField("left_behind_gone", finish.behindGone());
        }
        counts("outcomes", run.outcomes());
        counts("not_asked", run.notAsked());
        json.writeArrayFieldStart("failed");
        for (Failed failed : run.failed()) {
            json.writeStartObject();
            json.writeStringField("url", failed.url());
            json.writeStringField("purpose", failed.purpose());
            json.writeStringField("outcome", failed.outcome());
            json.writeStringField("anchor", failed.anchor());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void hosts(List<HostPace> hosts) throws IOException {
        json.writeArrayFieldStart("hosts");
        for (HostPace host : hosts) {
            json.writeStartObject();
            json.writeStringField("origin", host.origin().toString());
            json.writeNumberField("requests", host.requests());
            json.writeNumberField("gap_seconds", seconds(host.gap().orElse(Duration.ZERO)));
            if (host.crawlDelay().isPresent()) {
                json.writeNumberField(
                        "crawl_delay_seconds", seconds(host.crawlDelay().get()));
            } else {
                json.writeNullField("crawl_delay_seconds");
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static double seconds(Duration span) {
        return span.toMillis() / 1000.0;
    }
}
