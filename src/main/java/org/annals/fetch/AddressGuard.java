package org.annals.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses to connect to private, loopback and link-local addresses, and to all others that are not for everybody (IANA's special-purpose registries, RFC 6890),
 * but for what the operator named. Immutable.
 */
public final class AddressGuard {
    private static final Map<Cidr, String> SPECIAL = special();
    /** IPv6 blocks that carry an IPv4 address: the block, and the byte at which that begins. */
    private static final Map<Cidr, Integer> EMBEDDED =
            Map.of(Cidr.of("::/96"), 12, Cidr.of("64:ff9b::/96"), 12, Cidr.of("2002::/16"), 2);

    private final Set<String> hosts;
    private final List<Cidr> networks;

    private AddressGuard(Set<String> hosts, List<Cidr> networks) {
        this.hosts = hosts;
        this.networks = networks;
    }

    /**
     * @param seedUrls addresses of the seeds file: their hosts and ports are allowed wherever they lie; what is no web address among them allows nothing
     * @param networks CIDR blocks that are allowed, for example {@code 10.0.0.0/8}
     * @throws IllegalArgumentException naming the block that is not one
     */
    public static AddressGuard of(Collection<String> seedUrls, Collection<String> networks) {
        Set<String> hosts = new TreeSet<>();
        for (String url : seedUrls) {
            RequestAddress.of(url).ifPresent(address -> hosts.add(key(address.host(), address.port())));
        }
        return new AddressGuard(hosts, networks.stream().map(Cidr::of).toList());
    }

    /** Why this host and port may not be connected to at this address; empty where it may. */
    public Optional<String> refusal(String host, int port, InetAddress address) {
        if (hosts.contains(key(host, port)) || networks.stream().anyMatch(network -> network.contains(address))) {
            return Optional.empty();
        }
        return special(address)
                .map(block -> host + " lies at " + address.getHostAddress() + ", which is " + SPECIAL.get(block) + " ("
                        + block + "); name the network with --allow-network if it is meant");
    }

    /** Whether an address is one for everybody and lies in none of the named networks: somebody else's machine. */
    public boolean isOthers(InetAddress address) {
        return isPublic(address) && networks.stream().noneMatch(network -> network.contains(address));
    }

    /** Whether an address is one for everybody: then other hosts may lie at it too. */
    static boolean isPublic(InetAddress address) {
        return special(address).isEmpty();
    }

    private static Optional<Cidr> special(InetAddress address) {
        Optional<Cidr> block =
                SPECIAL.keySet().stream().filter(b -> b.contains(address)).findFirst();
        if (block.isPresent()) {
            return block;
        }
        return EMBEDDED.entrySet().stream()
                .filter(entry -> entry.getKey().contains(address))
                .findFirst()
                .flatMap(entry -> special(embedded(address, entry.getValue())));
    }

    private static InetAddress embedded(InetAddress address, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an IPv4 address", e);
        }
    }

    private static String key(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|\\.$|]$", "");
        return name + ":" + port;
    }

    private static Map<Cidr, String> special() {
        Map<Cidr, String> blocks = new LinkedHashMap<>();
        String[][] rows = {
            {"0.0.0.0/8", "this host"},
            {"10.0.0.0/8", "private"},
            {"100.64.0.0/10", "shared by a carrier"},
            {"127.0.0.0/8", "loopback"},
            {"169.254.0.0/16", "link-local"},
            {"172.16.0.0/12", "private"},
            {"192.0.0.0/24", "reserved"},
            {"192.0.2.0/24", "for documentation"},
            {"192.88.99.0/24", "a 6to4 relay"},
            {"192.168.0.0/16", "private"},
            {"198.18.0.0/15", "for benchmarks"},
            {"198.51.100.0/24", "for documentation"},
            {"203.0.113.0/24", "for documentation"},
            {"224.0.0.0/4", "multicast"},
            {"240.0.0.0/4", "reserved"},
            {"::/128", "this host"},
            {"::1/128", "loopback"},
            {"64:ff9b:1::/48", "a private translation"},
            {"100::/64", "a black hole"},
            {"2001::/23", "reserved"},
            {"2001:db8::/32", "for documentation"},
            {"3fff::/20", "for documentation"},
            {"5f00::/16", "segment routing"},
            {"fc00::/7", "private"},
            {"fe80::/10", "link-local"},
            {"fec0::/10", "site-local"},
            {"ff00::/8", "multicast"},
        };
        for (String[] row : rows) {
            blocks.put(Cidr.of(row[0]), row[1]);
        }
        return blocks;
    }
}
