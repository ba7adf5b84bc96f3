package org.annals.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.annals.government.Government;

/**
 * Whose an address is by its host: that of a government's portal or report list, with or without {@code www}, or the nearest host above it under gov.cn. A host that
 * two governments share says nothing. Immutable; safe for many threads.
 */
public final class GovernmentHosts {
    private static final String SUFFIX = ".gov.cn";

    /** Of a host that two governments share: no code. */
    private static final String SHARED = "";

    private final Map<String, String> codeByHost = new HashMap<>();

    public GovernmentHosts(Iterable<Government> governments) {
        for (Government government : governments) {
            Stream.of(government.portal(), government.reportList())
                    .flatMap(Optional::stream)
                    .flatMap(url -> host(url).stream())
                    .forEach(host -> codeByHost.merge(
                            host, government.code(), (known, added) -> known.equals(added) ? known : SHARED));
        }
    }

    /** Code of the government; empty text where no one, or more than one, has a claim to the host. */
    public String of(String url) {
        Optional<String> host = host(url);
        if (host.isEmpty()) {
            return SHARED;
        }
        String exact = codeByHost.get(host.get());
        if (exact != null) {
            return exact;
        }
        String above = withoutPort(host.get());
        while (above.endsWith(SUFFIX)) {
            above = above.substring(above.indexOf('.') + 1);
            String code = codeByHost.get(above);
            if (code != null) {
                return code;
            }
        }
        return SHARED;
    }

    /**
     * Whether a report found there may be one of a listed government: its host is that of a portal or report list, or a name under gov.cn, which only public bodies
     * hold. What any other host shows, even under a government's name, is a copy that someone else made.
     */
    public boolean maySpeakFor(String url) {
        return host(url)
                .map(host -> codeByHost.containsKey(host) || withoutPort(host).endsWith(SUFFIX))
                .orElse(false);
    }

    /** Lower case without {@code www.}, with the port where it is not the scheme's own. */
    private static Optional<String> host(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() == null) {
                return Optional.empty();
            }
            String host = uri.getHost().toLowerCase(Locale.ROOT);
            String name = host.startsWith("www.") ? host.substring(4) : host;
            boolean usual = uri.getPort() < 0
                    || uri.getPort() == 80 && "http".equalsIgnoreCase(uri.getScheme())
                    || uri.getPort() == 443 && "https".equalsIgnoreCase(uri.getScheme());
            return Optional.of(usual ? name : name + ":" + uri.getPort());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }
}
