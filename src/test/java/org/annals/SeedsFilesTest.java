package org.annals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.annals.government.Government;
import org.annals.government.Level;
import org.annals.government.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files under {@code seeds/}, as they are shipped. */
class SeedsFilesTest {
    private static final Path SEEDS = Path.of("seeds");

    @ParameterizedTest
    @CsvSource({
        "ministries, MINISTRY",
        "provinces, PROVINCE",
        "prefectures, PREFECTURE",
        "counties, COUNTY",
        "zones, ZONE"
    })
    void eachFileHoldsGoodRowsOfItsLevelOnly(String file, Level level) throws IOException {
        Seeds seeds = read(SEEDS.resolve(file + ".csv"));

        assertThat(seeds.problems()).isEmpty();
        assertThat(seeds.governments())
                .isNotEmpty()
                .allSatisfy(government ->
                        assertThat(government.level()).as(government.name()).isEqualTo(level));
    }

    @Test
    void noCodeStandsTwiceOverTheFiles() throws IOException {
        Map<String, String> names = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (Path file : csvFiles()) {
            for (Government government : read(file).governments()) {
                String before = names.put(government.code(), government.name());
                if (before != null) {
                    twice.add(government.code() + " " + before + " and " + government.name());
                }
            }
        }
        assertThat(twice).isEmpty();
        assertThat(names).hasSizeGreaterThan(3_900);
    }

    @Test
    void everyRowOfAFileIsRead() throws IOException {
        for (Path file : csvFiles()) {
            long rows = Files.readAllLines(file).size() - 1L;
            assertThat(read(file).governments()).as(file.toString()).hasSize((int) rows);
        }
    }

    @Test
    void readmeGivesTheRealNumberOfRowsAndReportColumns() throws IOException {
        String readme = Files.readString(SEEDS.resolve("README.md"));
        for (Path file : csvFiles()) {
            List<Government> governments = read(file).governments();
            long lists = governments.stream()
                    .filter(government -> government.reportList().isPresent())
                    .count();
            String level = governments.get(0).level().code();
            assertThat(readme)
                    .contains("| `" + file.getFileName() + "` | `" + level + "` | "
                            + String.format(Locale.ROOT, "%,d", governments.size()) + " | " + lists + " |");
        }
    }

    private static List<Path> csvFiles() throws IOException {
        try (var files = Files.list(SEEDS)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    private static Seeds read(Path file) throws IOException {
        return Seeds.parse(Files.readString(file));
    }
}
