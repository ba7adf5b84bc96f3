package org.annals.demo;

import java.util.Objects;

/**
 * One running portal.
 *
 * @param name of the government whose portal it stands for
 * @param code as in the seeds file
 * @param url its home page
 */
public record DemoPortal(String name, String code, String url) {
    public DemoPortal {
        Objects.requireNonNull(name);
        Objects.requireNonNull(code);
        Objects.requireNonNull(url);
    }
}
