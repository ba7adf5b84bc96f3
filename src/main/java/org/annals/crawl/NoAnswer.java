package org.annals.crawl;

import java.io.IOException;
import java.util.Optional;
import org.annals.fetch.FetchResult;

/** Tells the engine that there is no page: the address was refused, or its host gave no answer. No fault of ours. */
final class NoAnswer extends IOException {
    private static final long serialVersionUID = 1;

    private final transient FetchResult.Failure failure;

    /** @param failure null where the address was not asked */
    NoAnswer(FetchResult.Failure failure) {
        super(failure == null ? "not asked" : failure.detail());
        this.failure = failure;
    }

    Optional<FetchResult.Failure> failure() {
        return Optional.ofNullable(failure);
    }
}
