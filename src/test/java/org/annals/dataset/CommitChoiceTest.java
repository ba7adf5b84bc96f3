package org.annals.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.archive.Commit;
import org.annals.capture.RunId;
import org.junit.jupiter.api.Test;

class CommitChoiceTest {
    private final List<Commit> commits = List.of(
            commit("aaaa1111", "2025-03-01T08:00:00Z"),
            commit("aaaa2222", "2026-03-01T08:00:00.5Z"),
            commit("bbbb3333", "2026-03-01T20:00:00Z"));

    @Test
    void commitsAreFoundByNumberIdAndTime() throws DatasetException {
        assertThat(CommitChoice.upTo(commits, "1")).hasSize(1);
        assertThat(CommitChoice.upTo(commits, "3")).hasSize(3);
        assertThat(CommitChoice.upTo(commits, "AAAA2")).hasSize(2);
        assertThat(CommitChoice.upTo(commits, "bbbb3333")).hasSize(3);
        assertThat(CommitChoice.upTo(commits, "2026-02-28")).hasSize(1);
        assertThat(CommitChoice.upTo(commits, "2026-03-01")).hasSize(3);
        assertThat(CommitChoice.upTo(commits, "2026-03-01T08:00:00.5Z")).hasSize(2);
        assertThat(CommitChoice.upTo(commits, "2026-03-01T16:00:00+08:00")).hasSize(1);
    }

    @Test
    void whatIsMeantByNoneOrSeveralIsSaid() {
        assertThatThrownBy(() -> CommitChoice.upTo(commits, "4")).hasMessageContaining("commits 1 to 3");
        assertThatThrownBy(() -> CommitChoice.upTo(commits, "aaaa")).hasMessageContaining("several commits");
        assertThatThrownBy(() -> CommitChoice.upTo(commits, "cccc")).hasMessageContaining("no commit begins");
        assertThatThrownBy(() -> CommitChoice.upTo(commits, "2024-01-01"))
                .hasMessageContaining("nothing was committed");
        assertThatThrownBy(() -> CommitChoice.upTo(commits, "yesterday")).hasMessageContaining("2026-03-31");
        assertThatThrownBy(() -> CommitChoice.upTo(List.of(), "1"))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("no commit yet");
    }

    private static Commit commit(String id, String finished) {
        Instant at = Instant.parse(finished);
        return new Commit(
                id, Optional.empty(), RunId.startedAt(at), "crawl", at, at, List.of(), Map.of(), Map.of(), "3");
    }
}
