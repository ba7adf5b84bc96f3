package org.annals.crawl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.annals.capture.KnownAddress;
import org.annals.frontier.HostFrontier;
import org.annals.government.Government;
import org.annals.policy.Decision;
import org.annals.policy.Scope;
import org.annals.policy.UrlNormalizer;

/** The scope of each government of the run. Safe for many threads. */
final class Scopes {
    private final Map<String, Scope> scopes = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> seeds = new ConcurrentHashMap<>();

    /** @param known were in scope when they were found, perhaps through a redirect of the portal's address */
    Scopes(Collection<Government> governments, Collection<KnownAddress> known) {
        for (Government government : governments) {
            scopes.put(government.code(), Scope.of(addresses(government)));
            seeds.put(
                    government.code(),
                    addresses(government).stream()
                            .flatMap(url -> UrlNormalizer.normalize(url).stream())
                            .map(Scopes::withoutScheme)
                            .collect(Collectors.toSet()));
        }
        for (KnownAddress address : known) {
            if (scopes.containsKey(address.government())
                    && !decide(address.government(), address.url()).allowed()) {
                extend(address.government(), address.url());
            }
        }
    }

    static List<String> addresses(Government government) {
        return Stream.of(government.portal(), government.reportList())
                .flatMap(o -> o.stream())
                .toList();
    }

    /** Adds what the frontier kept of an earlier start of the run. */
    void load(HostFrontier frontier) throws IOException {
        for (String government : new ArrayList<>(scopes.keySet())) {
            for (String url : frontier.scope(government)) {
                extend(government, url);
            }
        }
    }

    /** Whether an address stands in the government's seeds, be it with http or https. */
    boolean isSeed(String government, String url) {
        return seeds.getOrDefault(government, Set.of()).contains(withoutScheme(url));
    }

    private static String withoutScheme(String url) {
        return url.substring(url.indexOf("://") + 1);
    }

    Decision decide(String government, String url) {
        return scopes.get(government).decide(url);
    }

    void extend(String government, String url) {
        scopes.computeIfPresent(government, (code, scope) -> scope.with(url));
    }
}
