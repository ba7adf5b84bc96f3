package org.annals.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** Stored numbers → what a reader of the sheet sees. */
final class SheetNumbers {
    private static final Pattern PLAIN = Pattern.compile("-?[0-9,]*\\.?[0-9]+");
    private static final Pattern ONLY_OTHER_DIGITS = Pattern.compile("[#,]+");
    /** What a double holds for certain (IEEE 754 binary64). */
    private static final MathContext EXACT = new MathContext(15);

    private final DataFormatter formatter = new DataFormatter(Locale.US);

    /**
     * The number as its format shows it; where the format only rounds it, all its digits.
     *
     * @param format the number format's code, for example {@code #,##0}
     */
    String text(double value, int formatIndex, String format) {
        if (format == null || format.equalsIgnoreCase("General") || format.equals("@")) {
            return plain(value);
        }
        if (value == 0 && hidesZero(format)) {
            return "";
        }
        String shown = formatter.formatRawCellContents(value, formatIndex, format);
        String number = shown.strip();
        if (DateUtil.isADateFormat(formatIndex, format)
                || !PLAIN.matcher(number).matches()) {
            return shown;
        }
        BigDecimal seen = new BigDecimal(number.replace(",", ""));
        BigDecimal half = BigDecimal.ONE.movePointLeft(seen.scale()).divide(BigDecimal.valueOf(2));
        boolean rounded = seen.subtract(new BigDecimal(value)).abs().compareTo(half) <= 0;
        return rounded && seen.compareTo(new BigDecimal(value)) != 0 ? plain(value) : shown;
    }

    /** Whether zero is shown as nothing: by an empty section of its own, or by a format with places for other digits only. */
    private static boolean hidesZero(String format) {
        String[] sections = format.split(";", -1);
        return sections.length >= 3
                ? sections[2].isBlank()
                : ONLY_OTHER_DIGITS.matcher(sections[0]).matches();
    }

    static String plain(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "#NUM!";
        }
        BigDecimal exact = new BigDecimal(value).round(EXACT).stripTrailingZeros();
        return exact.scale() < 0 || exact.signum() == 0 ? exact.setScale(0).toPlainString() : exact.toPlainString();
    }
}
