package org.annals.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.annals.catalog.CellHistory.OfVersion;
import org.annals.catalog.CellHistory.OfYear;
import org.annals.catalog.ReadReport;
import org.annals.check.CheckResult;
import org.annals.parse.ParseResult;
import org.annals.report.Cell;
import org.annals.report.Field;
import org.annals.report.FieldOrder;
import org.annals.report.Section;

/** Reports and cells for programs: the names of the views. */
final class ReportJson {
    private ReportJson() {}

    static JsonObject report(ReportPages.Page page) {
        ReadReport report = page.report();
        JsonObject values = new JsonObject();
        for (Field field : FieldOrder.of(report.cells().keySet())) {
            values.put(
                    field.code(),
                    value(report.cells().get(field.code()))
                            .put("label", field.label())
                            .put("unit", field.unit()));
        }
        JsonObject sections = new JsonObject();
        for (Section section : Section.values()) {
            if (report.sections().containsKey(section)) {
                sections.put(section.code(), report.sections().get(section));
            }
        }
        List<JsonObject> versions = new ArrayList<>();
        for (ReadReport.Version version : page.versions()) {
            versions.add(new JsonObject()
                    .put("report_id", version.reportId())
                    .put("version_no", version.number())
                    .put("is_latest", version.isLatest())
                    .put("captured_at", version.capturedAt())
                    .put("kind", version.kind())
                    .put("captures", version.captures()));
        }
        List<JsonObject> renditions = new ArrayList<>();
        for (ReadReport.Rendition rendition : page.renditions()) {
            JsonObject differing = new JsonObject();
            rendition.differing().forEach((field, cell) -> differing.put(field, value(cell)));
            renditions.add(new JsonObject()
                    .put("url", rendition.url())
                    .put("media_type", rendition.mediaType())
                    .put("version_no", rendition.version())
                    .put("capture_id", rendition.captureId())
                    .put("first_captured_at", rendition.firstAt())
                    .put("last_captured_at", rendition.lastAt())
                    .put("captures", rendition.captures())
                    .put("differing_values", differing));
        }
        return head(report)
                .put("values", values)
                .put("sections", sections)
                .put("checks", report.checks().stream().map(ReportJson::check).toList())
                .put("versions", versions)
                .put("renditions", renditions);
    }

    private static JsonObject head(ReadReport report) {
        return new JsonObject()
                .put("report_id", report.reportId())
                .put("publication_id", report.publicationId())
                .put("government_code", report.government())
                .put("publisher", report.publisher())
                .put("publisher_source", report.publisherSource().map(source -> source.code()))
                .put("is_own", report.isOwn())
                .put("fiscal_year", report.fiscalYear())
                .put("generation", report.generation().code())
                .put("title", report.title())
                .put("published_on", report.publishedOn())
                .put("version_no", report.version())
                .put("is_latest", report.isLatest())
                .put("is_withdrawn", report.isWithdrawn())
                .put("capture", capture(report.source()));
    }

    private static JsonObject capture(ReadReport.Source source) {
        return new JsonObject()
                .put("capture_id", source.captureId())
                .put("url", source.url())
                .put("captured_at", source.capturedAt())
                .put("media_type", source.mediaType())
                .put("warc_path", source.record().warcPath())
                .put("warc_offset", source.record().offset())
                .put("warc_length", source.record().length())
                .put("payload_sha256", source.payloadSha256())
                .put("parser_version", source.parserVersion())
                .put("captures", source.captures())
                .put("source", source.takenFrom());
    }

    static JsonObject value(Cell cell) {
        return new JsonObject()
                .put("value", cell.value().number())
                .put("state", cell.value().state())
                .put("raw", cell.raw())
                .put("locator", cell.locator());
    }

    private static JsonObject check(CheckResult check) {
        return new JsonObject()
                .put("code", check.code())
                .put("scope", check.scope())
                .put("status", check.status().name().toLowerCase(Locale.ROOT))
                .put("expected", check.expected())
                .put("actual", check.actual());
    }

    static JsonObject reading(ReportPages.Reading page) {
        return new JsonObject()
                .put("report_id", page.report().reportId())
                .put("parser_version", page.report().source().parserVersion())
                .put("can_be_read", page.read().isPresent())
                .put("media_type", page.read().map(ParseResult::mediaType))
                .put("charset", page.read().flatMap(ParseResult::charset))
                .put("warnings", page.read().map(ParseResult::warnings).orElse(List.of()));
    }

    static JsonObject cell(ReportPages.CellPage page) {
        List<JsonObject> versions = new ArrayList<>();
        for (OfVersion version : page.history().versions()) {
            versions.add(value(version.cell())
                    .put("report_id", version.reportId())
                    .put("version_no", version.number())
                    .put("captured_at", version.capturedAt()));
        }
        List<JsonObject> years = new ArrayList<>();
        for (OfYear year : page.history().years()) {
            years.add(value(year.cell())
                    .put("fiscal_year", year.fiscalYear())
                    .put("report_id", year.reportId())
                    .put("publisher", year.publisher()));
        }
        return value(page.cell())
                .put("reason", page.reason())
                .put("report_id", page.report().reportId())
                .put("field", page.field().code())
                .put("label", page.field().label())
                .put("unit", page.field().unit())
                .put("capture", capture(page.report().source()))
                .put("checks", page.checks().stream().map(ReportJson::check).toList())
                .put("versions", versions)
                .put("years", years);
    }
}
