package org.annals.cli;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500kB}, {@code 64MiB}, {@code 0.5GiB} as bytes; {@code k} alone is not said, since it means two things. */
final class SizeOption implements ITypeConverter<Long> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,3})?)\\s*([a-z]{1,3})");
    private static final Map<String, Double> UNITS =
            Map.of("b", 1.0, "kb", 1e3, "mb", 1e6, "gb", 1e9, "kib", 1024.0, "mib", 1048576.0, "gib", 1073741824.0);

    @Override
    public Long convert(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches() || !UNITS.containsKey(form.group(2))) {
            throw new TypeConversionException("'" + text + "' is no size; write for example 500kB, 64MiB, 1GiB");
        }
        return Math.round(Double.parseDouble(form.group(1)) * UNITS.get(form.group(2)));
    }
}
