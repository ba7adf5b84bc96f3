package org.annals.cli;

import org.annals.policy.AskingHours;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 22-7}, {@code 22:30-6:00}, {@code 0-24}. */
final class HoursOption implements ITypeConverter<AskingHours> {
    @Override
    public AskingHours convert(String text) {
        return AskingHours.parse(text)
                .orElseThrow(() -> new TypeConversionException("'" + text
                        + "' are no hours of the day; write for example 22-7, 22:30-6:00, or 0-24 for the whole day"));
    }
}
