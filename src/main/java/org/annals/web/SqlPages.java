package org.annals.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.catalog.ReaderSql;
import org.annals.catalog.SqlAnswer;
import org.annals.catalog.SqlRefusedException;

/** A reader's own questions to the catalogue. */
final class SqlPages implements PageGroup {
    /** Time that a question may take. */
    static final Duration LONGEST = Duration.ofSeconds(2);

    static final List<String> EXAMPLES = List.of("requests", "unreadable", "failed", "changed", "missing", "words");

    private static final int ON_A_PAGE = 500;
    private static final int IN_A_FILE = 20_000;
    private static final int LONGEST_SQL = 8_000;
    private static final int LONGEST_SHOWN = 1_000;

    private static final SqlAnswer NOTHING = new SqlAnswer(List.of(), List.of(), false, 0);

    private final ReaderSql reader;
    private final Pages pages;

    SqlPages(Path folder, Pages pages) {
        this.reader = new ReaderSql(folder, LONGEST);
        this.pages = pages;
    }

    /**
     * What the page shows.
     *
     * @param refused why there is no answer
     */
    record Page(
            String sql,
            Optional<SqlAnswer> answer,
            Optional<SqlRefusedException> refused,
            Map<String, List<String>> views,
            String csv,
            String json) {}

    @Override
    public void addTo(Routes routes) {
        routes.get("/sql", this::show);
        routes.get("/sql.csv", this::csv);
        routes.get("/api/v1/sql", this::json);
    }

    private void show(Context context) throws IOException {
        String sql = sql(context).orElse("");
        Optional<SqlAnswer> answer = Optional.empty();
        Optional<SqlRefusedException> refused = Optional.empty();
        if (!sql.isEmpty()) {
            try {
                answer = Optional.of(reader.ask(sql, ON_A_PAGE));
            } catch (SqlRefusedException e) {
                refused = Optional.of(e);
                context.status(status(e));
            }
        }
        Address here = Address.of("/sql").with("sql", sql);
        pages.show(
                context,
                "sql",
                new Page(
                        sql,
                        answer,
                        refused,
                        reader.views(),
                        here.at("/sql.csv").toString(),
                        here.at("/api/v1/sql").toString()));
    }

    private void csv(Context context) throws IOException {
        try {
            SqlAnswer answer = reader.ask(asked(context), IN_A_FILE);
            List<List<?>> rows = new ArrayList<>();
            rows.add(answer.columns());
            rows.addAll(answer.rows());
            context.contentType("text/csv; charset=utf-8");
            context.header("Content-Disposition", "attachment; filename=\"annals-sql.csv\"");
            context.header("Annals-More", String.valueOf(answer.more()));
            context.result(Csv.of(rows));
        } catch (SqlRefusedException e) {
            pages.showFault(context, status(e), Optional.of(words(pages.view(context), e)));
        }
    }

    private void json(Context context) throws IOException {
        int limit = new Asked(context).limit(ON_A_PAGE, IN_A_FILE);
        Optional<String> sql = sql(context);
        try {
            SqlAnswer answer = sql.isPresent() ? reader.ask(sql.get(), limit) : NOTHING;
            JsonObject views = new JsonObject();
            if (sql.isEmpty()) {
                reader.views().forEach(views::put);
            }
            new JsonObject()
                    .put("columns", answer.columns())
                    .put("rows", answer.rows())
                    .put("more", answer.more())
                    .put("milliseconds", answer.milliseconds())
                    .put("views", sql.isEmpty() ? views : null)
                    .send(context);
        } catch (SqlRefusedException e) {
            pages.showFault(context, status(e), Optional.of(words(pages.view(context), e)));
        }
    }

    /** A long text's beginning: the whole is in the download. */
    static String cut(String text) {
        return text.length() <= LONGEST_SHOWN
                ? text
                : text.substring(
                                0,
                                Character.isHighSurrogate(text.charAt(LONGEST_SHOWN - 1))
                                        ? LONGEST_SHOWN - 1
                                        : LONGEST_SHOWN)
                        + "…";
    }

    static String example(String name) {
        try (InputStream in = SqlPages.class.getResourceAsStream("sql/" + name + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** In the reader's language. */
    static String words(View view, SqlRefusedException e) {
        return view.text("sql.refused." + e.reason(), e.what());
    }

    private static String asked(Context context) {
        return sql(context).orElseThrow(() -> new BadRequestResponse("sql"));
    }

    private static Optional<String> sql(Context context) {
        String sql = context.queryParam("sql");
        if (sql == null || sql.isBlank()) {
            return Optional.empty();
        }
        if (sql.length() > LONGEST_SQL || sql.indexOf('\0') >= 0) {
            throw new BadRequestResponse("sql");
        }
        return Optional.of(sql.strip());
    }

    private static HttpStatus status(SqlRefusedException e) {
        return e.reason() == SqlRefusedException.Reason.BUSY ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_REQUEST;
    }
}
