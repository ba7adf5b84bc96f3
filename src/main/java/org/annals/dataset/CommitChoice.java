package org.annals.dataset;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.annals.archive.Commit;

/** Finds the commit that somebody means by a number, the beginning of an id, or a time. */
public final class CommitChoice {
    private static final int LONGEST_NUMBER = 6;
    private static final int SHORTEST_PREFIX = 4;

    private CommitChoice() {}

    /**
     * @param commits all of the archive, in their order
     * @param said the number of a commit from 1, at least four hexadecimal digits of its id, a day (all of it, UTC) or a time with its offset
     * @return the commits up to the one that is meant: for a time the last that was written then or before
     * @throws DatasetException if there is none, or several begin so
     */
    public static List<Commit> upTo(List<Commit> commits, String said) throws DatasetException {
        if (commits.isEmpty()) {
            throw new DatasetException(
                    "the archive has no commit yet: 'annals crawl' and 'annals import' write one when they come to their end");
        }
        String text = said.strip();
        if (text.matches("[0-9]{1," + LONGEST_NUMBER + "}")) {
            int number = Integer.parseInt(text);
            if (number < 1 || number > commits.size()) {
                throw new DatasetException("there is no commit " + text + "; the archive has " + range(commits));
            }
            return commits.subList(0, number);
        }
        return text.matches("[0-9a-fA-F]{" + SHORTEST_PREFIX + ",64}") ? byId(commits, text) : byTime(commits, text);
    }

    private static List<Commit> byId(List<Commit> commits, String prefix) throws DatasetException {
        int found = -1;
        for (int i = 0; i < commits.size(); i++) {
            if (commits.get(i).id().startsWith(prefix.toLowerCase(Locale.ROOT))) {
                if (found >= 0) {
                    throw new DatasetException("several commits begin with " + prefix
                            + "; say more digits, or a number from 1 to " + commits.size());
                }
                found = i;
            }
        }
        if (found < 0) {
            throw new DatasetException("no commit begins with " + prefix + "; the archive has " + range(commits));
        }
        return commits.subList(0, found + 1);
    }

    private static List<Commit> byTime(List<Commit> commits, String text) throws DatasetException {
        Instant end = endOf(text);
        int count = 0;
        for (int i = 0; i < commits.size(); i++) {
            if (commits.get(i).finishedAt().isBefore(end)) {
                count = i + 1;
            }
        }
        if (count == 0) {
            throw new DatasetException("nothing was committed by " + text + "; the archive has " + range(commits));
        }
        return commits.subList(0, count);
    }

    /** The first moment that is too late. */
    private static Instant endOf(String text) throws DatasetException {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant().plusNanos(1)
                    : LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException e) {
            throw new DatasetException(
                    "'" + text + "' is neither a commit nor a time; write a number from 1, the beginning of an id, "
                            + "2026-03-31 or 2026-03-31T08:00:00Z",
                    e);
        }
    }

    private static String range(List<Commit> commits) {
        Commit last = commits.get(commits.size() - 1);
        return (commits.size() == 1 ? "one commit" : "commits 1 to " + commits.size()) + ", from "
                + commits.get(0).finishedAt() + " to " + last.finishedAt();
    }
}
