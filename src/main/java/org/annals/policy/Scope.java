package org.annals.policy;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which addresses belong to one government's crawl. Its own are the hosts and ports of its seeds, with and without {@code www}, and the hosts below them
 * under gov.cn: {@code www.example.gov.cn} brings {@code xxgk.example.gov.cn}; {@code county.city.gov.cn} brings {@code xxgk.county.city.gov.cn}
 * but neither the city nor the county beside it. A family of hosts is taken at any port. Immutable.
 */
public final class Scope {
    private static final String SUFFIX = "gov.cn";
    private static final Pattern IPV4 = Pattern.compile("[0-9.]+");

    /** {@code host:port}, exactly. */
    private final Set<String> hosts;
    /** Hosts under gov.cn that stand for themselves and all below them. */
    private final Set<String> families;

    private Scope(Set<String> hosts, Set<String> families) {
        this.hosts = Set.copyOf(hosts);
        this.families = Set.copyOf(families);
    }

    /** Starts from the government's own addresses; what is no web address among them adds nothing. */
    public static Scope of(Collection<String> seedUrls) {
        Scope scope = new Scope(Set.of(), Set.of());
        for (String url : seedUrls) {
            scope = scope.with(url);
        }
        return scope;
    }

    /** The scope with the host of one more address: where a seed's own address redirects to. */
    public Scope with(String url) {
        Optional<WebAddress> address = WebAddress.of(url);
        if (address.isEmpty()) {
            return this;
        }
        Set<String> moreHosts = new LinkedHashSet<>(hosts);
        Set<String> moreFamilies = new LinkedHashSet<>(families);
        String host = address.get().host();
        moreHosts.addAll(ports(host, address.get()));
        if (isName(host)) {
            moreHosts.addAll(ports(host.startsWith("www.") ? host.substring(4) : "www." + host, address.get()));
            String base = host.startsWith("www.") ? host.substring(4) : host;
            if (base.endsWith("." + SUFFIX)) {
                moreFamilies.add(base);
            }
        }
        return new Scope(moreHosts, moreFamilies);
    }

    public Decision decide(String url) {
        Optional<WebAddress> address = WebAddress.of(url);
        if (address.isEmpty()) {
            return Decision.refuse("scope: not a web address");
        }
        String host = address.get().host();
        if (hosts.contains(host + ":" + address.get().port())) {
            return Decision.allow("scope: host of a seed");
        }
        for (String family : families) {
            if (host.equals(family) || host.endsWith("." + family)) {
                return Decision.allow("scope: " + family + " and hosts below it");
            }
        }
        return Decision.refuse("scope: " + address.get().authority() + " is no host of this government");
    }

    /** A seed at its scheme's own port stands for http and https alike. */
    private static Set<String> ports(String host, WebAddress address) {
        boolean usual = !address.authority().contains(":");
        return usual ? Set.of(host + ":80", host + ":443") : Set.of(host + ":" + address.port());
    }

    private static boolean isName(String host) {
        return !IPV4.matcher(host).matches() && !host.startsWith("[") && host.contains(".");
    }
}
