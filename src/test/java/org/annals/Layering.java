package org.annals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the rooms table of an ARCHITECTURE.md and the sources beside it, and says where they differ. */
final class Layering {
    static final String MARK = "<!-- layering: room | may import -->";

    /** A library of the table → how the names of its packages begin. */
    private static final Map<String, List<String>> LIBRARIES = Map.ofEntries(
            Map.entry("commons-compress", List.of("org.apache.commons.compress.")),
            Map.entry("crawler-commons", List.of("crawlercommons.")),
            Map.entry("crawler4j", List.of("edu.uci.ics.crawler4j.")),
            Map.entry("fastcsv", List.of("de.siegmar.fastcsv.")),
            Map.entry("httpclient", List.of("org.apache.hc.")),
            Map.entry("jackson", List.of("com.fasterxml.jackson.")),
            Map.entry("java-diff-utils", List.of("com.github.difflib.")),
            Map.entry("java.sql", List.of("java.sql.", "javax.sql.", "org.sqlite.")),
            Map.entry("javalin", List.of("io.javalin.", "org.eclipse.jetty.", "jakarta.servlet.")),
            Map.entry("jte", List.of("gg.jte.")),
            Map.entry("jsoup", List.of("org.jsoup.")),
            Map.entry("juniversalchardet", List.of("org.mozilla.universalchardet.")),
            Map.entry("jwarc", List.of("org.netpreserve.jwarc.")),
            Map.entry("logback", List.of("ch.qos.logback.")),
            Map.entry("parquet", List.of("org.apache.parquet.", "org.apache.hadoop.")),
            Map.entry("pdfbox", List.of("org.apache.pdfbox.", "org.apache.fontbox.")),
            Map.entry("picocli", List.of("picocli.")),
            Map.entry("poi", List.of("org.apache.poi.")),
            Map.entry("slf4j", List.of("org.slf4j.")));

    /** What makes a function depend on more than its arguments. */
    private static final List<Pattern> IMPURE = List.of(
            Pattern.compile("\\bjava\\.io\\.(File\\w*|RandomAccessFile|Console)\\b"),
            Pattern.compile("\\bjava\\.nio\\.(file|channels)\\b"),
            Pattern.compile("\\bjava\\.net\\.(http\\b|\\w*Socket\\w*|InetAddress|URL\\b|\\w*URLConnection)"),
            Pattern.compile("\\b(java|javax)\\.sql\\b"),
            Pattern.compile("\\b(org\\.slf4j|ch\\.qos\\.logback|java\\.util\\.logging|java\\.util\\.prefs)\\b"),
            Pattern.compile("\\b(java\\.time\\.)?(Clock|InstantSource)\\b"),
            Pattern.compile("(\\.|::)\\s*now\\b"),
            Pattern.compile("\\bnew\\s+(java\\.util\\.)?(Date|GregorianCalendar|Random|SecureRandom)\\b"),
            Pattern.compile("\\bSystem\\s*(\\.|::)\\s*(?!arraycopy\\b|identityHashCode\\b)\\w+"),
            Pattern.compile("\\b(Runtime|ProcessBuilder|Thread|ThreadLocalRandom)\\b(?!Exception)"),
            Pattern.compile("\\b(Math\\s*(\\.|::)\\s*random|randomUUID|printStackTrace)\\b"),
            Pattern.compile(
                    "\\b(Locale\\s*(\\.|::)\\s*getDefault|systemDefault|Charset\\s*(\\.|::)\\s*defaultCharset)\\b"),
            // a static field that is not final
            Pattern.compile(
                    "\\bstatic\\s+(?!final\\b)(?:volatile\\s+)?[\\w.]+(?:<[^;={}()]*>)?(?:\\[])*\\s+\\w+\\s*[=;]"));

    private static final Pattern NOT_CODE = Pattern.compile(
            "\"\"\"(?:[^\\\\]|\\\\.)*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])++'"
                    + "|//[^\\n]*+|/\\*.*?\\*/",
            Pattern.DOTALL);
    private static final Pattern ROOM = Pattern.compile("\\borg\\.annals\\.(\\w+)");
    private static final Pattern IMPORT =
            Pattern.compile("^\\s*import\\s+(?:static\\s+)?([\\w.]+(?:\\.\\*)?)\\s*;", Pattern.MULTILINE);
    private static final Pattern TICKED = Pattern.compile("`([^`]+)`");

    private record Room(String name, boolean pure, Set<String> mayImport, Set<String> libraries) {}

    private Layering() {}

    /** Everything in which the sources under {@code root} differ from its table. */
    static List<String> faults(Path root) throws IOException {
        Map<String, Room> rooms = table(Files.readAllLines(root.resolve("ARCHITECTURE.md")));
        List<String> faults = new ArrayList<>(faultsOfTheTable(rooms));
        Set<String> withSource = new TreeSet<>();
        Path sources = root.resolve("src/main/java/org/annals");
        List<Path> files;
        try (var walk = Files.walk(sources)) {
            files = walk.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            Path inside = sources.relativize(file);
            String name = inside.getName(0).toString();
            withSource.add(name);
            if (rooms.containsKey(name)) {
                String code = NOT_CODE.matcher(Files.readString(file)).replaceAll(" \"\" ");
                for (String fault : faultsOfCode(code, rooms.get(name))) {
                    faults.add(inside.toString().replace('\\', '/') + ": " + fault);
                }
            }
        }
        withSource.stream()
                .filter(name -> !rooms.containsKey(name))
                .forEach(name -> faults.add(name + " is a room that the table does not list"));
        rooms.keySet().stream()
                .filter(name -> !withSource.contains(name))
                .forEach(name -> faults.add(name + " is listed and has no source"));
        return faults;
    }

    private static Set<String> faultsOfCode(String code, Room room) {
        Set<String> faults = new TreeSet<>();
        ROOM.matcher(code).results().map(found -> found.group(1)).forEach(other -> {
            if (!other.equals(room.name()) && !room.mayImport().contains(other)) {
                faults.add(room.name() + " may not import " + other);
            }
        });
        LIBRARIES.forEach((library, packages) -> {
            boolean used = packages.stream()
                    .anyMatch(begin -> Pattern.compile("(?<![\\w.])" + Pattern.quote(begin))
                            .matcher(code)
                            .find());
            if (used && !room.libraries().contains(library)) {
                faults.add(library + " is no library of " + room.name());
            }
        });
        IMPORT.matcher(code).results().map(found -> found.group(1)).forEach(imported -> {
            if (imported.endsWith(".*")) {
                faults.add("import " + imported + " hides what is used");
            } else if (!isKnown(imported)) {
                faults.add(imported + " belongs to no library that the table knows");
            }
        });
        if (room.pure()) {
            for (Pattern impure : IMPURE) {
                Matcher found = impure.matcher(code);
                if (found.find()) {
                    faults.add(
                            room.name() + " is pure and uses " + found.group().strip());
                }
            }
        }
        return faults;
    }

    private static boolean isKnown(String imported) {
        return Arrays.asList("java.", "javax.", "org.xml.sax.", "com.sun.net.httpserver.", "org.annals.").stream()
                        .anyMatch(imported::startsWith)
                || LIBRARIES.values().stream().flatMap(List::stream).anyMatch(imported::startsWith);
    }

    private static List<String> faultsOfTheTable(Map<String, Room> rooms) {
        List<String> faults = new ArrayList<>();
        for (Room room : rooms.values()) {
            for (String other : room.mayImport()) {
                if (!rooms.containsKey(other)) {
                    faults.add(room.name() + " may import " + other + ", which the table does not list");
                } else if (room.pure() && !rooms.get(other).pure()) {
                    faults.add(room.name() + " is pure and may not import the shell " + other);
                }
            }
            for (String library : room.libraries()) {
                if (!LIBRARIES.containsKey(library)) {
                    faults.add(room.name() + " names a library that is not known: " + library);
                }
            }
            findCircle(room.name(), List.of(room.name()), rooms, faults);
        }
        return faults;
    }

    private static void findCircle(String from, List<String> way, Map<String, Room> rooms, List<String> faults) {
        for (String next : rooms.containsKey(from) ? rooms.get(from).mayImport() : Set.<String>of()) {
            List<String> longer = new ArrayList<>(way);
            longer.add(next);
            if (next.equals(way.get(0))) {
                faults.add("a circle: " + String.join(" → ", longer));
            } else if (!way.contains(next)) {
                findCircle(next, longer, rooms, faults);
            }
        }
    }

    private static Map<String, Room> table(List<String> lines) {
        int mark = lines.indexOf(MARK);
        assertThat(mark).as("the mark " + MARK).isNotNegative();
        List<String> header = cells(lines.get(mark + 1));
        Map<String, Room> rooms = new LinkedHashMap<>();
        for (String line : lines.subList(mark + 3, lines.size())) {
            if (!line.startsWith("|")) {
                break;
            }
            List<String> cells = cells(line);
            assertThat(cells).as(line).hasSameSizeAs(header);
            String name = ticked(cells.get(header.indexOf("room"))).iterator().next();
            String kind = cells.get(header.indexOf("kind"));
            assertThat(kind).as("kind of " + name).isIn("pure", "shell");
            Set<String> mayImport = ticked(cells.get(header.indexOf("may import")));
            Set<String> libraries = ticked(cells.get(header.indexOf("libraries")));
            assertThat(rooms.put(name, new Room(name, kind.equals("pure"), mayImport, libraries)))
                    .as(name + " stands twice")
                    .isNull();
        }
        assertThat(rooms).isNotEmpty();
        return rooms;
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.strip().replaceAll("^\\||\\|$", "").split("\\|"))
                .map(String::strip)
                .toList();
    }

    private static Set<String> ticked(String cell) {
        Set<String> names = new LinkedHashSet<>();
        TICKED.matcher(cell).results().forEach(found -> names.add(found.group(1)));
        return names;
    }
}
