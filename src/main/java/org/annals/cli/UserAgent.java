package org.annals.cli;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.annals.government.Government;

/** Who asks: {@code annals/VERSION (+CONTACT)}. */
final class UserAgent {
    private static final Pattern CONTACT =
            Pattern.compile("https?://[!-~&&[^()<>\"]]+|[!-~&&[^()<>\"@]]+@[A-Za-z0-9.-]+");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]", Pattern.CASE_INSENSITIVE);

    private UserAgent() {}

    /**
     * @param contact address of a page or mail, or null
     * @throws UsageError if there is none and a government lies outside this machine, or it is not of that form
     */
    static String of(String contact, List<Government> governments) {
        String product = "annals/" + Version.number();
        if (contact == null) {
            governments.stream().filter(UserAgent::isElsewhere).findFirst().ifPresent(government -> {
                throw new UsageError(
                        "--contact is missing: " + government.name()
                                + " lies outside this machine, and its administrators must be able to reach you; give the address of a page or a mail address");
            });
            return product;
        }
        if (!CONTACT.matcher(contact).matches()) {
            throw new UsageError("--contact '" + Main.oneLine(contact)
                    + "' is neither the address of a page (https://…) nor a mail address");
        }
        return product + " (+" + contact + ")";
    }

    private static boolean isElsewhere(Government government) {
        return Stream.of(government.portalUrl(), government.reportListUrl())
                .filter(Objects::nonNull)
                .anyMatch(url -> {
                    String host = URI.create(url).getHost();
                    return host == null
                            || !LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
                });
    }
}
