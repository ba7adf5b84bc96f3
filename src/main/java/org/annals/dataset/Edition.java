package org.annals.dataset;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.annals.archive.Commit;

/**
 * What is exported: the corpus as of a commit, in which formats, by which program. Together with the archive it decides every byte of the package.
 *
 * @param commits of the archive, in their order, up to the one whose state is exported
 * @param formats at least one
 * @param incomplete whether to export what can be read where the archive is damaged
 */
public record Edition(List<Commit> commits, Set<Format> formats, Software software, boolean incomplete) {
    public Edition {
        Objects.requireNonNull(software);
        commits = List.copyOf(commits);
        formats = EnumSet.copyOf(formats);
        if (commits.isEmpty()) {
            throw new IllegalArgumentException("an edition has a commit");
        }
    }

    /** The one whose state is exported. */
    public Commit commit() {
        return commits.get(commits.size() - 1);
    }

    /** Its place in the chain, from 1. */
    public int number() {
        return commits.size();
    }

    /** For people. */
    String shortId() {
        return commit().id().substring(0, 12);
    }

    /** The format whose resources carry the bare names of the tables. */
    Format first() {
        return formats.iterator().next();
    }
}
