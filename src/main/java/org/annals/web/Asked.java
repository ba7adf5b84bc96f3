package org.annals.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parameters of a request, checked before anything is done with them: what is not understood is answered with 400. */
final class Asked {
    private static final int LONGEST = 2_000;

    private final Context context;

    Asked(Context context) {
        this.context = context;
    }

    /** Empty where it is left out or empty. */
    Optional<String> text(String name) {
        String value = context.queryParam(name);
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        if (value.length() > LONGEST || value.chars().anyMatch(sign -> sign < ' ' && sign != '\n' && sign != '\t')) {
            throw new BadRequestResponse(name);
        }
        return Optional.of(value.strip());
    }

    /** One of these words. */
    Optional<String> word(String name, List<String> words) {
        Optional<String> value = text(name);
        if (value.isPresent() && !words.contains(value.get())) {
            throw new BadRequestResponse(name);
        }
        return value;
    }

    /** Of that form as a whole. */
    Optional<String> text(String name, Pattern form) {
        Optional<String> value = text(name);
        if (value.isPresent() && !form.matcher(value.get()).matches()) {
            throw new BadRequestResponse(name);
        }
        return value;
    }

    /** A whole number within bounds. */
    Optional<Integer> number(String name, int least, int most) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadRequestResponse(name);
    }

    /** How many items of a list are wanted. */
    int limit(int otherwise, int most) {
        return number("limit", 1, most).orElse(otherwise);
    }
}
