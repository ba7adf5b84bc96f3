package org.annals.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.annals.capture.Payload;
import org.annals.document.Block;
import org.annals.document.Document;
import org.annals.document.Documents;
import org.annals.document.Paragraph;
import org.annals.parse.PublisherReader.Publisher;
import org.annals.report.Cell;
import org.annals.report.CellValue;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Generation;
import org.annals.report.Report;
import org.annals.report.Section;

/** The one parser, for the crawl's indexer, rebuild, import and the command line. Stateless. */
public final class ReportParser {
    /** Changes when output may change. */
    public static final String VERSION = "4";

    private static final Pattern TRADITIONAL = Pattern.compile("(?:信息|資訊)公開.{0,20}(?:年度報告|年報|報告)|年度報告");

    /** Where a document has no chapters, its head is looked for in this many blocks. */
    private static final int HEAD_WITHOUT_CHAPTERS = 60;

    private ReportParser() {}

    public static ParseResult parse(Payload payload) {
        Document document = Documents.read(payload);
        List<String> warnings = new ArrayList<>(document.warnings());
        List<String> refusals = new ArrayList<>(document.warnings());
        Optional<Report> report = report(document, warnings, refusals);
        return new ParseResult(
                document.mediaType(), document.charset(), report, report.isPresent() ? warnings : refusals);
    }

    private static Optional<Report> report(Document document, List<String> warnings, List<String> refusals) {
        OneReport one = OneReport.of(LineTables.found(Table.in(document.blocks()), warnings), document, warnings);
        List<Block> blocks = one.blocks();
        List<Heading> headings = headings(blocks);
        int bodyFrom = headings.isEmpty()
                ? Math.min(HEAD_WITHOUT_CHAPTERS, blocks.size())
                : headings.get(0).block();
        int textFrom = headings.isEmpty() ? 0 : bodyFrom;
        int end = ReportEnd.of(blocks, headings);
        Map<Section, String> sections = SectionSplitter.split(blocks, headings, end);
        String text = Prose.squeezed(blocks);
        List<Block> head = blocks.subList(0, bodyFrom);
        Optional<String> title = TitleReader.find(document, head);
        Optional<String> nearMiss = TitleReader.nearMiss(document, head, title);
        if (nearMiss.isPresent()) {
            refusals.add("no report: the title is that of something else: " + nearMiss.get());
            return Optional.empty();
        }
        if (FiscalYearReader.endsWithinTheYear(text)) {
            refusals.add("no report: the statistics are said to cover less than a year");
            return Optional.empty();
        }
        Parts parts = Parts.of(document, headings);
        if (parts.laterPart()) {
            refusals.add("no report: a part of one that begins on another page");
            return Optional.empty();
        }
        Optional<Integer> year = FiscalYearReader.find(title, text, warnings);

        ReportTables tables = ReportTables.in(blocks);
        List<Table> grids = tables.grids();
        Optional<Generation> form = GenerationFinder.find(grids, warnings);
        Map<String, Cell> read = new LinkedHashMap<>();
        if (form.isPresent()) {
            read.putAll(Table3Reader.read(tables, warnings));
            read.putAll(Table4Reader.read(tables, warnings));
            boolean leavesBlank = ZeroHabit.leavesBlank(read);
            Captions captions = Captions.ofTable2(blocks, headings);
            read.putAll(Table2Reader.read(tables, form.get(), year, captions, leavesBlank, warnings));
            read.putAll(Unread.in(blocks, headings, read, form.get(), warnings));
            read.putAll(UnknownRows.in(grids, read, form.get(), warnings));
        } else {
            read.putAll(Table1Reader.read(grids, warnings));
        }
        Optional<Generation> generation = Recognition.of(form, read, title, year, sections, text);
        if (generation.isEmpty()) {
            generation = parts.generation(form, title, year, sections);
        }
        if (generation.isEmpty() && isWorkbook(document) && Recognition.complete(read, blocks)) {
            generation = form;
        }
        if (generation.isEmpty()) {
            if (TRADITIONAL.matcher(text).find()) {
                refusals.add("in traditional characters: the labels of the form are known in simplified ones only");
            }
            if (form.isPresent() && Recognition.filled(read)) {
                refusals.add(
                        "no report: some tables of the form are filled, but neither its title nor its chapters are there");
            }
            return Optional.empty();
        }
        if (form.isEmpty() && generation.get() != Generation.PRE2019) {
            read.putAll(Unread.betweenCommas(blocks, generation.get(), warnings));
        }
        if (!one.certain()) {
            return Optional.of(undecided(generation.get(), read));
        }
        Optional<Signature> signature = signature(blocks.subList(Math.min(textFrom, end), end))
                .or(() -> signature(blocks.subList(textFrom, blocks.size())));
        Optional<Publisher> publisher = PublisherReader.find(document, title, head, signature, text);
        Optional<LocalDate> publishedOn = PublishedOn.find(document, head, signature, year);
        return Optional.of(new Report(
                generation.get(),
                publisher.map(Publisher::name),
                publisher.map(Publisher::source),
                year,
                title,
                publishedOn,
                sections,
                cells(generation.get(), parts.cells(generation.get(), read, warnings), warnings)));
    }

    private static Optional<Signature> signature(List<Block> blocks) {
        return Signature.of(Prose.paragraphs(blocks, paragraph -> !paragraph.chrome() && !paragraph.linked()).stream()
                .map(Paragraph::text)
                .toList());
    }

    /** Of several reports on a page that nothing tells apart, no figure is given as that of one. */
    private static Report undecided(Generation generation, Map<String, Cell> read) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (Field field : Fields.of(generation)) {
            Cell cell = read.getOrDefault(field.code(), Cell.ABSENT);
            CellValue value = new CellValue.Unreadable("the page holds several reports");
            boolean there = !(cell.value() instanceof CellValue.Absent);
            cells.put(field.code(), there ? new Cell(value, cell.raw(), cell.locator()) : Cell.ABSENT);
        }
        return new Report(
                generation,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                cells);
    }

    /** Workbooks are often nothing but the tables of a report. */
    private static boolean isWorkbook(Document document) {
        return document.mediaType().contains("spreadsheet")
                || document.mediaType().contains("ms-excel");
    }

    /** The official headings with their numbers; without, where less than half are found so; those of earlier years, where they are more. */
    private static List<Heading> headings(List<Block> blocks) {
        List<Heading> numbered = Headings.of(blocks, true);
        List<Heading> official = numbered.size() >= 3 ? numbered : Headings.of(blocks, false);
        List<Heading> earlier = EarlierHeadings.of(blocks);
        return earlier.size() > official.size() ? earlier : official;
    }

    /** Every field of the generation, in the order of the form. */
    private static Map<String, Cell> cells(Generation generation, Map<String, Cell> read, List<String> warnings) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (Field field : Fields.of(generation)) {
            cells.put(field.code(), read.getOrDefault(field.code(), Cell.ABSENT));
        }
        read.keySet().stream()
                .filter(code -> !cells.containsKey(code))
                .map(code -> code + ": printed, but no field of the format of " + generation.code())
                .forEach(warnings::add);
        return cells;
    }
}
