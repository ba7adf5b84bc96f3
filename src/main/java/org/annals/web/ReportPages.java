package org.annals.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.annals.catalog.CellHistory;
import org.annals.catalog.ReadReport;
import org.annals.catalog.ReportReadings;
import org.annals.check.CheckResult;
import org.annals.check.TouchingChecks;
import org.annals.parse.ParseResult;
import org.annals.report.Cell;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Section;

/** One version of a report with all that was read of it, and the proof of each of its cells. */
final class ReportPages implements PageGroup {
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z._-]{1,200}");

    private final OpenCatalogs catalogs;
    private final Pages pages;
    private final Kept<CoverageBook> books;
    private final Rereading rereading;

    ReportPages(OpenCatalogs catalogs, OpenArchive archive, Pages pages, Kept<CoverageBook> books) {
        this.catalogs = catalogs;
        this.pages = pages;
        this.books = books;
        this.rereading = new Rereading(archive);
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/report/{report_id}", this::show);
        routes.get("/report/{report_id}/cell/{field}", this::showCell);
        routes.get("/report/{report_id}/reading", this::showReading);
        routes.get(
                "/api/v1/reports/{report_id}/reading",
                context -> ReportJson.reading(reading(context)).send(context));
        routes.get(
                "/api/v1/reports/{report_id}",
                context -> ReportJson.report(page(context)).send(context));
        routes.get(
                "/api/v1/reports/{report_id}/cells/{field}",
                context -> ReportJson.cell(cellPage(context)).send(context));
    }

    /** What the page of a report shows. @param government that it is counted under, where the seeds have it */
    record Page(
            ReadReport report,
            ReportSheet sheet,
            Optional<CoverageBook.Body> government,
            List<ReadReport.Version> versions,
            List<ReadReport.Rendition> renditions) {
        public Optional<String> scope(CheckResult check) {
            return Scopes.name(report.generation(), check);
        }

        /** Cells that a failed check touches, for links from the check. */
        public List<Field> touched(CheckResult check) {
            return Fields.of(report.generation()).stream()
                    .filter(field ->
                            !TouchingChecks.of(field.code(), List.of(check)).isEmpty())
                    .toList();
        }

        public String text(Section section) {
            return report.sections().getOrDefault(section, "");
        }

        public Cell cell(String field) {
            return report.cells().getOrDefault(field, Cell.ABSENT);
        }
    }

    private void show(Context context) throws IOException {
        pages.show(context, "report", page(context));
    }

    private Page page(Context context) throws IOException {
        String id = id(context);
        CoverageBook book = books.get();
        return catalogs.read(catalog -> {
            ReportReadings readings = catalog.reportReadings();
            ReadReport report = readings.of(id).orElseThrow(NotFoundResponse::new);
            return new Page(
                    report,
                    new ReportSheet(report),
                    book.body(report.government()),
                    readings.versions(report.publicationId()),
                    readings.renditions(report));
        });
    }

    /** What the page of the parser's notes shows. @param read empty where the bytes cannot be read any more */
    record Reading(ReadReport report, Optional<ParseResult> read) {}

    private void showReading(Context context) throws IOException {
        pages.show(context, "reading", reading(context));
    }

    private Reading reading(Context context) throws IOException {
        String id = id(context);
        ReadReport report =
                catalogs.read(catalog -> catalog.reportReadings().of(id)).orElseThrow(NotFoundResponse::new);
        return new Reading(report, rereading.of(report));
    }

    /** What the page of a cell shows. @param reason why it is unreadable @param frame address of the snapshot with the place marked */
    record CellPage(
            ReadReport report,
            Optional<CoverageBook.Body> government,
            Field field,
            Cell cell,
            Optional<String> reason,
            List<CheckResult> checks,
            CellHistory history,
            Chart chart,
            String frame) {
        public Optional<String> scope(CheckResult check) {
            return Scopes.name(report.generation(), check);
        }

        /** Where the snapshot stands with its bar, the place marked. */
        public String snapshot() {
            return "/capture/" + View.encodedPart(report.source().captureId())
                    + (cell.locator().isEmpty() ? "" : "?locator=" + View.encodedPart(cell.locator()));
        }
    }

    private void showCell(Context context) throws IOException {
        pages.show(context, "cell", cellPage(context));
    }

    private CellPage cellPage(Context context) throws IOException {
        String id = id(context);
        Field field = Fields.byCode(context.pathParam("field")).orElseThrow(NotFoundResponse::new);
        CoverageBook book = books.get();
        View view = pages.view(context);
        return catalogs.read(catalog -> {
            ReportReadings readings = catalog.reportReadings();
            ReadReport report = readings.of(id)
                    .filter(found -> field.isOf(found.generation()))
                    .orElseThrow(NotFoundResponse::new);
            CellHistory history = readings.history(report, field.code());
            Cell cell = report.cells().getOrDefault(field.code(), Cell.ABSENT);
            String frame = view.replayOrigin() + "/capture/" + report.source().captureId() + "?lang="
                    + view.language().code()
                    + (cell.locator().isEmpty()
                            ? ""
                            : "&locator=" + View.encodedPart(cell.locator()) + "#annals-place");
            return new CellPage(
                    report,
                    book.body(report.government()),
                    field,
                    cell,
                    rereading.reason(report, field.code(), cell),
                    TouchingChecks.of(field.code(), report.checks()),
                    history,
                    Chart.of(history.years()),
                    frame);
        });
    }

    private static String id(Context context) {
        String id = context.pathParam("report_id");
        if (!ID.matcher(id).matches()) {
            throw new NotFoundResponse();
        }
        return id;
    }

    /** The states of cells that are no number, and the signs that stand for them. */
    static final Map<String, String> SIGNS = Map.of("blank", "·", "unreadable", "?", "absent", "–");
}
