package org.annals.cli;

import java.util.Locale;
import org.annals.check.CheckResult;

/** The words of {@code v_check.status}. */
final class CheckWord {
    private CheckWord() {}

    static String of(CheckResult.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
