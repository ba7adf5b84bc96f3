package org.annals.dataset;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What the package says of itself to people: {@code README.md} and {@code CITATION.cff}. */
final class Words {
    static final String TITLE_ZH = "中国政府信息公开工作年度报告数据集";
    static final String DESCRIPTION =
            "Annual reports of Chinese government bodies on their disclosure work (政府信息公开工作年度报告), read to the single cell from archived pages: figures with their "
                    + "states, texts, checks, versions and revisions, each with the place of its evidence in the WARC files.";
    static final String LICENCE = "CC-BY-4.0";
    static final String LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/";
    static final String LICENCE_TITLE =
            "Creative Commons Attribution 4.0 International: for the compilation, not for the reports";

    private final Edition edition;
    private final Map<String, Long> rows;
    private final List<String> damage;

    Words(Edition edition, Map<String, Long> rows, List<String> damage) {
        this.edition = edition;
        this.rows = rows;
        this.damage = damage;
    }

    static String title(Edition edition) {
        return "Annual disclosure reports of Chinese governments, as of " + day(edition);
    }

    String title() {
        return title(edition);
    }

    private static LocalDate day(Edition edition) {
        return LocalDate.ofInstant(edition.commit().finishedAt(), ZoneOffset.UTC);
    }

    /** Citation File Format 1.2.0. */
    String citation() {
        return """
                cff-version: 1.2.0
                message: If you use this dataset, please cite it with its commit, which names every byte that it was derived from.
                type: dataset
                title: "%s"
                authors:
                  - name: Annals
                version: "%d (commit %s)"
                date-released: "%s"
                license: %s
                identifiers:
                  - type: other
                    value: "%s"
                    description: SHA-256 of the archive's commit
                keywords:
                  - 政府信息公开工作年度报告
                  - freedom of information
                """.formatted(
                        title(),
                        edition.number(),
                        edition.shortId(),
                        day(edition),
                        LICENCE,
                        edition.commit().id());
    }

    String readme() {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(title()).append("\n\n").append(DESCRIPTION).append("\n\n");
        text.append("It shows what the corpus said at commit ")
                .append(edition.number())
                .append(" of its archive, `")
                .append(edition.commit().id())
                .append("`, written at ")
                .append(edition.commit().finishedAt())
                .append(" (UTC). It was made by Annals ")
                .append(edition.software().version())
                .append(" with parser ")
                .append(edition.software().parserVersion())
                .append(
                        "; both and the archive give the same bytes again: `annals reproduce FOLDER --archive ARCHIVE`.\n\n");
        if (!damage.isEmpty()) {
            text.append("**The archive is damaged, and this package is incomplete.** What could not be read:\n\n");
            damage.forEach(line -> text.append("- ").append(line).append('\n'));
            text.append('\n');
        }
        text.append("## Tables\n\n| table | rows | what it is |\n|---|---|---|\n");
        for (Table table : Tables.all()) {
            text.append("| `%s` %s | %d | %s |\n"
                    .formatted(table.name(), table.titleZh(), rows.get(table.name()), table.description()));
        }
        text.append(
                        "\nEvery column is described in `datapackage.json`, in Chinese and English, with type, unit and keys.")
                .append(" The cells of the form are the table `fields`.\n\n");
        text.append(MEANING);
        if (edition.formats().contains(Format.CSV)) {
            text.append(CSV);
        }
        if (edition.formats().contains(Format.PARQUET)) {
            text.append(
                    "- **Parquet**: numbers are DECIMAL(38, 12), times are UTC. Names of columns that hold a point need quotes in SQL.\n");
        }
        if (edition.formats().contains(Format.SQLITE)) {
            text.append("- **SQLite**: `").append(SqliteTables.FILE).append(SQLITE);
        }
        if (edition.formats().contains(Format.JSONL)) {
            text.append(
                    "- **JSON lines**: numbers are exact decimals; read them as such where your language has a choice.\n");
        }
        return text.append(RIGHTS).toString();
    }

    private static final String MEANING = """
            ## How to read it

            - **A blank is not 0.** `values.state` says `number`, `blank` (the cell is there and empty, or holds a dash or 无), `unreadable` (it cannot be read for certain,
              so there is no value) or `absent` (no such cell). Only `number` has a value.
            - **Amounts** are in 万元 (10,000 yuan) whatever unit was printed; `values.raw` keeps what was printed.
            - **A publication** is one publisher's report for one year; a new **version** of it exists only where a reader reads something else. Take `is_latest` for the
              newest, or `version_no` 1 for what was first seen.
            - **Evidence**: `values.capture_id` leads to `captures`: address, time, WARC file, offset and digest; `values.locator` is the place in the document.
            - **Checks** that fail are findings about the report or about its reading; a figure with a failed check deserves a look at the original.
            - `sha256sum -c SHA256SUMS` tells whether the files are as they were written.
            """;

    private static final String CSV = """
            - **CSV**: UTF-8 without a byte order mark (readers of data packages would take the mark for a part of the first column's name; in Excel use Data, From Text/CSV,
              and choose UTF-8). A text that begins with `=`, `+`, `-`, `@`, an apostrophe, a tab or a line end has an apostrophe in front, so that no spreadsheet runs it;
              take one away and it is what was printed. The other formats have texts as they are.
            """;

    private static final String SQLITE = """
            ` opens in Datasette (`datasette annals.sqlite --metadata metadata.json`); the view `cells` joins each value with its evidence. Numbers are INTEGER, REAL where
              that says exactly the same decimal, else TEXT.
            """;

    private static final String RIGHTS = """

            ## Rights

            The compilation, its labels, checks and links: CC BY 4.0. The reports themselves are official documents of the bodies that published them; no right in them
            is claimed or given here.
            """;
}
