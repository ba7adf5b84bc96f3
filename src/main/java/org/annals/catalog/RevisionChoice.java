package org.annals.catalog;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.annals.revision.RevisionKind;

/**
 * Which revisions somebody asks for; what is empty does not choose.
 *
 * @param since leaves out what was detected before
 * @param governments their codes
 */
public record RevisionChoice(Optional<Instant> since, Set<RevisionKind> kinds, Set<String> governments) {
    public RevisionChoice {
        Objects.requireNonNull(since);
        kinds = Set.copyOf(kinds);
        governments = Set.copyOf(governments);
    }

    boolean takes(DetectedRevision revision) {
        Set<String> codes = kinds.stream().map(RevisionKind::code).collect(Collectors.toSet());
        return (codes.isEmpty() || codes.contains(revision.kind()))
                && (governments.isEmpty() || governments.contains(revision.governmentCode()));
    }
}
