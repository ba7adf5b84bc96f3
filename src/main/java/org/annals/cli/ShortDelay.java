package org.annals.cli;

import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.annals.fetch.AddressGuard;
import org.annals.fetch.Network;
import org.annals.government.Government;

/** Delays under a second are for portals of one's own, on loopback and in private or named networks: nobody else's machine is asked that fast. */
final class ShortDelay {
    private static final Duration LEAST = Duration.ofSeconds(1);

    private ShortDelay() {}

    /**
     * @param names how names are looked up; a name that is not found is not asked either
     * @throws UsageError naming a government whose portal lies at a public address, where the delay is too short for that
     */
    static void check(Duration delay, List<Government> governments, AddressGuard guard, Network names) {
        if (delay.compareTo(LEAST) >= 0) {
            return;
        }
        for (Government government : governments) {
            Stream.of(government.portalUrl(), government.reportListUrl())
                    .filter(Objects::nonNull)
                    .map(url -> URI.create(url).getHost())
                    .filter(Objects::nonNull)
                    .distinct()
                    .filter(host -> isPublic(host, guard, names))
                    .findFirst()
                    .ifPresent(host -> {
                        throw new UsageError(
                                "--delay " + delay.toMillis() + "ms is too short for " + government.name()
                                        + ": " + host + " is a public host, and those are asked at most once a second;"
                                        + " give --delay 1s or more (less is for loopback and networks named with --allow-network)");
                    });
        }
    }

    private static boolean isPublic(String host, AddressGuard guard, Network names) {
        try {
            return Stream.of(names.addresses(host)).anyMatch(guard::isOthers);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
