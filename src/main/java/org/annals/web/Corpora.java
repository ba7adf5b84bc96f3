package org.annals.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The corpus as it stood a moment ago. */
final class Corpora {
    private final AtomicReference<Corpus> last = new AtomicReference<>();
    private final Kept<Corpus> kept;

    Corpora(Path folder, Consumer<String> faults) {
        this.kept = new Kept<>(
                folder,
                catalog -> {
                    Corpus before = last.get();
                    Corpus now = Corpus.read(catalog, before == null ? Set.of() : before.columnsRead());
                    last.set(now);
                    return now;
                },
                faults);
    }

    Corpus get() throws IOException {
        return kept.get();
    }
}
