package org.annals.link;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.annals.government.Level;
import org.annals.report.PublisherSource;

/**
 * Whether a report is the one that a listed government owes itself, and not that of a department, of its office or of a
 * body below it.
 */
final class OwnReport {
    private static final Pattern ITSELF = Pattern.compile("(?:(?:人民)?政府|行政公署|(?:工作)?管理委员会|管委会|党工委管委会)?");
    /** Province and prefecture before the name. */
    private static final Pattern ABOVE = Pattern.compile("(?:.{1,10}?(?:省|自治区|市|州|地区|盟|国))*");
    /** Its own words for itself, without a name. */
    private static final Pattern UNNAMED = Pattern.compile("(?:本|我)?[省市县区州盟旗]?(?:人民)?政府");

    private static final Pattern OFFICE = Pattern.compile("(?:人民政府|政府|管理委员会|管委会)?(?:办公[室厅]|办)$");
    private static final Pattern ZONE = Pattern.compile("(?:区|管理委员会|管委会|管理局)$");

    private OwnReport() {}

    /**
     * @param names under which the government may begin a publisher's name
     * @param source where the publisher stands: an office that no title names compiles the government's report
     */
    static boolean is(Level level, Set<String> names, String publisher, Optional<PublisherSource> source) {
        boolean titled = source.equals(Optional.of(PublisherSource.TITLE));
        String body = titled ? publisher : OFFICE.matcher(publisher).replaceFirst("");
        if (body.isEmpty() || UNNAMED.matcher(body).matches()) {
            return true;
        }
        for (String name : names) {
            int at = body.indexOf(name);
            if (at >= 0
                    && ABOVE.matcher(body.substring(0, at)).matches()
                    && ITSELF.matcher(body.substring(at + name.length())).matches()) {
                return true;
            }
        }
        return switch (level) {
            // zones go by many short forms of a long name
            case ZONE -> ZONE.matcher(body).find();
            case DEPARTMENT, MINISTRY -> names.stream().anyMatch(name -> body.endsWith(name) || name.endsWith(body));
            default -> false;
        };
    }
}
