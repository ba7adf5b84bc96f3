package org.annals.report;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** What a statutory cell says. A blank is never zero, and an unreadable cell is never a guess. */
public sealed interface CellValue {
    /** The word of {@code v_value.state}. */
    String state();

    /** The number, where the cell holds exactly one. */
    default Optional<BigDecimal> number() {
        return Optional.empty();
    }

    /** Whether both have the same state and, where they are numbers, the same number however it is written. */
    default boolean says(CellValue other) {
        return state().equals(other.state())
                && number().isPresent() == other.number().isPresent()
                && (number().isEmpty()
                        || number().get().compareTo(other.number().get()) == 0);
    }

    /** A number in the unit of its field. */
    record Number(BigDecimal value) implements CellValue {
        public Number {
            Objects.requireNonNull(value);
        }

        @Override
        public String state() {
            return "number";
        }

        @Override
        public Optional<BigDecimal> number() {
            return Optional.of(value);
        }
    }

    /** The cell is there and empty, or holds only a dash or 无. */
    record Blank() implements CellValue {
        @Override
        public String state() {
            return "blank";
        }
    }

    /** The cell holds something that is not one number, or the layout leaves its column in doubt. */
    record Unreadable(String reason) implements CellValue {
        public Unreadable {
            Objects.requireNonNull(reason);
        }

        @Override
        public String state() {
            return "unreadable";
        }
    }

    /** There is no such cell. */
    record Absent() implements CellValue {
        @Override
        public String state() {
            return "absent";
        }
    }
}
