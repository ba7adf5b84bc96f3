package org.annals.demo;

import java.util.Map;

/**
 * What a portal answers at one address.
 *
 * @param headers besides those of the protocol; the body goes out as it stands here
 */
record Answer(int status, Map<String, String> headers, byte[] body) {
    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer redirect(String location) {
        return new Answer(302, Map.of("Location", location), new byte[0]);
    }
}
