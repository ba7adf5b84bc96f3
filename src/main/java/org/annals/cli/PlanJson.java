package org.annals.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.annals.cli.CrawlPlan.PlannedAddress;
import org.annals.cli.CrawlPlan.PlannedGovernment;
import org.annals.cli.CrawlPlan.PlannedHost;
import org.annals.policy.Due;

/** The plan of a crawl as one JSON object. */
final class PlanJson {
    private final JsonGenerator json;

    private PlanJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(PrintWriter out, CrawlPlan plan) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            new PlanJson(json).write(plan);
        }
        out.println();
        out.flush();
    }

    private void write(CrawlPlan plan) throws IOException {
        json.writeStartObject();
        json.writeStringField("goes_on_with_run", plan.goesOnWith().orElse(null));
        json.writeNumberField("delay_seconds", seconds(plan.delay()));
        json.writeStringField("hours", plan.hours().map(Object::toString).orElse(null));
        json.writeNumberField("begins_in_seconds", seconds(plan.closedFor()));
        json.writeNumberField("requests", plan.requests());
        json.writeNumberField("requests_at_most", plan.most());
        json.writeNumberField("takes_seconds", seconds(plan.takes()));
        json.writeNumberField("takes_seconds_at_most", seconds(plan.takesAtMost()));
        json.writeArrayFieldStart("hosts");
        for (PlannedHost host : plan.hosts()) {
            host(host);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("governments");
        for (PlannedGovernment government : plan.governments()) {
            government(government);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void host(PlannedHost host) throws IOException {
        json.writeStartObject();
        json.writeStringField("origin", host.origin().toString());
        json.writeNumberField("governments", host.governments());
        json.writeNumberField("requests", host.requests());
        json.writeNumberField("requests_at_most", host.most());
        json.writeNumberField("gap_seconds", seconds(host.gap()));
        if (host.crawlDelay().isPresent()) {
            json.writeNumberField(
                    "crawl_delay_seconds", seconds(host.crawlDelay().get()));
        } else {
            json.writeNullField("crawl_delay_seconds");
        }
        json.writeStringField(
                "robots_read_at", host.robotsAt().map(Instant::toString).orElse(null));
        json.writeNumberField("takes_seconds", seconds(host.takes()));
        json.writeNumberField("takes_seconds_at_most", seconds(host.takesAtMost()));
        json.writeEndObject();
    }

    private void government(PlannedGovernment government) throws IOException {
        json.writeStartObject();
        json.writeStringField("government_code", government.code());
        json.writeStringField("name", government.name());
        json.writeStringField("state", government.state().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("requests", government.requests());
        json.writeNumberField("pages_at_most", government.mostPages());
        json.writeNumberField("known_reports_held", government.held());
        due(government.due());
        json.writeArrayFieldStart("addresses");
        for (PlannedAddress address : government.addresses()) {
            json.writeStartObject();
            json.writeStringField("url", address.url());
            json.writeStringField("purpose", address.purpose().code());
            due(address.due());
            json.writeStringField("forbidden_by", address.forbidden().orElse(null));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void due(Optional<Due> due) throws IOException {
        json.writeStringField("due", due.map(d -> d.day().toString()).orElse(null));
        json.writeStringField("reason", due.map(Due::reason).orElse(null));
    }

    private static double seconds(Duration span) {
        return span.toMillis() / 1000.0;
    }
}
