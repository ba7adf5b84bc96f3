package org.annals.cli;

import java.util.Optional;
import org.annals.parse.ReportParser;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as the jar's manifest tells it. */
final class Version implements IVersionProvider {
    static String number() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("0.0.0");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"annals " + number() + " (parser " + ReportParser.VERSION + ")"};
    }
}
