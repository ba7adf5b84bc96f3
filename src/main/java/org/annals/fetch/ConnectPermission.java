package org.annals.fetch;

import java.util.Set;

/** Is asked once in each fetch, when the name has been looked up and before the first connection: only now is it known whose machine will be asked. Must not block. */
@FunctionalInterface
public interface ConnectPermission {
    ConnectPermission ALWAYS = addresses -> true;

    /**
     * @param publicAddresses those that may be connected to, but for private ones, which are nobody else's
     * @return false where the fetch has to wait; nothing is sent then
     */
    boolean given(Set<String> publicAddresses);
}
