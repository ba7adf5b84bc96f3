package org.annals.government;

import java.util.Locale;
import java.util.Optional;

/** Rank of a body in the seeds file. */
public enum Level {
    MINISTRY,
    PROVINCE,
    PREFECTURE,
    COUNTY,
    ZONE,
    DEPARTMENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Level> ofCode(String code) {
        for (Level level : values()) {
            if (level.code().equals(code)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
