package org.annals.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A block of addresses of one family in CIDR notation (RFC 4632, RFC 4291 section 2.3); a bare address is a block of one. */
final class Cidr {
    /** Only literals, so that no name is ever looked up. */
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final String text;
    private final byte[] network;
    private final int bits;

    private Cidr(String text, byte[] network, int bits) {
        this.text = text;
        this.network = network;
        this.bits = bits;
    }

    /** @throws IllegalArgumentException naming what is no block of addresses */
    static Cidr of(String text) {
        String[] parts = text.strip().split("/", -1);
        byte[] network = literal(parts[0]);
        int longest = network == null ? 0 : network.length * 8;
        boolean lengthGiven = parts.length == 2 && parts[1].matches("\\d{1,3}");
        int bits = lengthGiven ? Integer.parseInt(parts[1]) : longest;
        if (network == null || parts.length > 2 || parts.length == 2 && !lengthGiven || bits > longest) {
            throw new IllegalArgumentException("not a network like 10.0.0.0/8 or fd00::/8: " + text);
        }
        return new Cidr(text.strip(), network, bits);
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != network.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((bytes[i / 8] & mask) != (network[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }

    private static byte[] literal(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            return null; // has the letters of a literal, but is none
        }
    }
}
