package org.annals.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An address of this server with its query: what a page shows is said in full by its address, so that it can be handed on. */
final class Address {
    private final String path;
    private final Map<String, String> query;

    private Address(String path, Map<String, String> query) {
        this.path = path;
        this.query = query;
    }

    static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** The same address with this parameter; an empty value leaves it out. */
    Address with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (plain == null || plain.toString().isEmpty()) {
            more.remove(name);
        } else {
            more.put(name, plain.toString());
        }
        return new Address(path, more);
    }

    /** Another path with the same query. */
    Address at(String otherPath) {
        return new Address(otherPath, query);
    }

    @Override
    public String toString() {
        return query.isEmpty()
                ? path
                : path + "?"
                        + query.entrySet().stream()
                                .map(one -> one.getKey() + "=" + View.encodedPart(one.getValue()))
                                .collect(Collectors.joining("&"));
    }
}
