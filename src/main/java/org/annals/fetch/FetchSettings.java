package org.annals.fetch;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the operator decides about requests.
 *
 * @param networks CIDR blocks that are let through though they are private
 * @param insecureHosts lower-case names of hosts that are read though their certificate is broken; each such answer says so
 */
public record FetchSettings(FetchLimits limits, List<String> networks, Set<String> insecureHosts, Network network) {
    public static final FetchSettings DEFAULT =
            new FetchSettings(FetchLimits.DEFAULT, List.of(), Set.of(), Network.SYSTEM);

    public FetchSettings {
        Objects.requireNonNull(limits);
        Objects.requireNonNull(network);
        networks = List.copyOf(networks);
        insecureHosts = insecureHosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
