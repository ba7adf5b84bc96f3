package org.annals.dataset;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The file {@code datapackage.json}: Data Package with Table Schema (datapackage.org), in words that its versions 1 and 2 share. What is ours stands under {@code
 * annals}, {@code title_zh} and {@code unit}.
 */
final class Descriptor {
    private final Edition edition;
    private final List<PackedFile> files;
    private final List<String> damage;
    private final Map<String, Optional<String>> sources;

    Descriptor(Edition edition, List<PackedFile> files, List<String> damage, Map<String, Optional<String>> sources) {
        this.edition = edition;
        this.files = List.copyOf(files);
        this.damage = damage;
        this.sources = sources;
    }

    String json() {
        ObjectNode json = JsonText.object();
        json.put("profile", "data-package");
        json.put("name", "annals-" + edition.shortId());
        json.put("id", edition.commit().id());
        json.put("title", Words.title(edition));
        json.put("title_zh", Words.TITLE_ZH);
        json.put("description", Words.DESCRIPTION);
        json.put("version", edition.number() + ".0.0");
        json.put("created", Times.text(edition.commit().finishedAt()));
        json.putArray("licenses")
                .addObject()
                .put("name", Words.LICENCE)
                .put("path", Words.LICENCE_URL)
                .put("title", Words.LICENCE_TITLE);
        ArrayNode origins = json.putArray("sources");
        sources.forEach((name, url) -> {
            ObjectNode source = origins.addObject().put("title", name);
            url.filter(path -> path.startsWith("http")).ifPresent(path -> source.put("path", path));
        });
        json.putArray("keywords").add("政府信息公开").add("政府信息公开工作年度报告").add("freedom of information");
        annals(json.putObject("annals"));
        ArrayNode resources = json.putArray("resources");
        for (Format format : edition.formats()) {
            if (format == Format.SQLITE) {
                database(resources.addObject());
            } else {
                Tables.all().forEach(table -> resource(resources.addObject(), table, format));
            }
        }
        return JsonText.of(json);
    }

    /** What {@code reproduce} needs. */
    private void annals(ObjectNode json) {
        json.put("version", edition.software().version());
        json.put("parser_version", edition.software().parserVersion());
        json.put("commit", edition.commit().id());
        json.put("commit_number", edition.number());
        ArrayNode formats = json.putArray("formats");
        edition.formats().forEach(format -> formats.add(format.code()));
        json.put("incomplete", edition.incomplete());
        ArrayNode lost = json.putArray("damage");
        damage.forEach(lost::add);
    }

    private void database(ObjectNode json) {
        json.put("name", "sqlite");
        file(json, Format.SQLITE, SqliteTables.FILE);
        json.put("title", "All tables as one SQLite database");
        json.put("title_zh", "全部数据表（SQLite 数据库）");
        json.put(
                "description",
                "With primary and foreign keys; the view cells joins each value with what proves it. "
                        + "Numbers are INTEGER, REAL where that says exactly the same decimal, else TEXT.");
    }

    private void resource(ObjectNode json, Table table, Format format) {
        if (format != Format.PARQUET) {
            json.put("profile", "tabular-data-resource");
        }
        json.put("name", name(table, format));
        file(json, format, format.path(table));
        json.put("title", table.titleEn());
        json.put("title_zh", table.titleZh());
        json.put("description", table.description());
        if (format != Format.PARQUET) {
            json.put("encoding", "utf-8");
        }
        if (format == Format.CSV) {
            dialect(json.putObject("dialect"));
            json.put(
                    "formula_guard",
                    "A text that begins with one of = + - @ ' tab CR LF, or a full-width form of the first four, has an apostrophe in front, "
                            + "so that no spreadsheet runs it. Take one apostrophe away and it is what was printed. Numbers are as they are.");
        }
        schema(json.putObject("schema"), table, format);
    }

    private void file(ObjectNode json, Format format, String path) {
        PackedFile file = files.stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no file " + path));
        json.put("path", file.path());
        json.put("format", format.code());
        json.put("mediatype", format.mediaType());
        json.put("bytes", file.bytes());
        json.put("hash", "sha256:" + file.sha256());
    }

    private static void dialect(ObjectNode json) {
        json.put("delimiter", ",");
        json.put("lineTerminator", "\r\n");
        json.put("quoteChar", "\"");
        json.put("doubleQuote", true);
        json.put("header", true);
    }

    /** The first format has the bare names of the tables, so that they are what most readers meet. */
    private String name(Table table, Format format) {
        return format == edition.first() ? table.name() : table.name() + "-" + format.code();
    }

    private void schema(ObjectNode json, Table table, Format format) {
        ArrayNode fields = json.putArray("fields");
        table.columns().forEach(column -> field(fields.addObject(), column));
        json.putArray("missingValues").add("");
        ArrayNode key = json.putArray("primaryKey");
        table.key().forEach(column -> key.add(column.name()));
        ArrayNode references = json.putArray("foreignKeys");
        for (Column column : table.columns()) {
            if (column.references().isPresent()) {
                Table other = Tables.named(column.references().get());
                ObjectNode reference = references.addObject();
                reference.put("fields", column.name());
                reference
                        .putObject("reference")
                        .put("resource", name(other, format))
                        .put("fields", other.key().get(0).name());
            }
        }
        if (references.isEmpty()) {
            json.remove("foreignKeys");
        }
    }

    private static void field(ObjectNode json, Column column) {
        json.put("name", column.name());
        json.put("type", column.type().name().toLowerCase(Locale.ROOT));
        if (column.type() == Column.Type.DATETIME) {
            // the default format of version 1 knows no parts of a second
            json.put("format", "any");
        }
        json.put("title", column.titleEn());
        json.put("title_zh", column.titleZh());
        if (!column.description().isEmpty()) {
            json.put("description", column.description());
        }
        if (!column.unit().isEmpty()) {
            json.put("unit", column.unit());
        }
        ObjectNode constraints = json.putObject("constraints");
        if (column.required()) {
            constraints.put("required", true);
        }
        if (!column.allowed().isEmpty()) {
            ArrayNode allowed = constraints.putArray("enum");
            for (String word : column.allowed()) {
                if (column.type() == Column.Type.INTEGER) {
                    allowed.add(Long.parseLong(word));
                } else {
                    allowed.add(word);
                }
            }
        }
        if (constraints.isEmpty()) {
            json.remove("constraints");
        }
    }
}
