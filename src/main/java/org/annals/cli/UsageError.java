package org.annals.cli;

/** Wrong usage or unreadable input: its message is the one line that the user sees, with the way out; exit code 2. */
final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageError(String message) {
        super(message);
    }
}
