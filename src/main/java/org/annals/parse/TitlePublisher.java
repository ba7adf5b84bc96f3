package org.annals.parse;

import java.util.Optional;
import java.util.regex.Pattern;

/** The body that a title of an annual disclosure report names, wherever the title stands: above the report or as the text of a link to it. Pure. */
public final class TitlePublisher {
    /** Lists add the day of publication or the kind of file to the title. */
    private static final Pattern ADDED =
            Pattern.compile("(?:[\\[(（【]?20\\d{2}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?[\\])）】]?|\\.[A-Za-z]{3,4})+$");

    /** Words for many bodies, for the one that happens to write, or for a level of government: no name. */
    private static final Pattern NO_NAME =
            Pattern.compile("[各我该].*|本(?:[省市县区镇乡街委厅部院局办级]|单位).*|[省市县区旗州盟镇乡街道办局厅委部院级]*(?:人民)?(?:政府)?");

    /** Associations end so, which stand in lists of bureaus and are none. */
    private static final Pattern ASSOCIATION = Pattern.compile("[\\u4e00-\\u9fff]{1,30}(?:联|会|科协)");

    private TitlePublisher() {}

    /**
     * @param text as printed
     * @return the name as printed, white space left out; empty where the text is no title of a report, or names no body
     */
    public static Optional<String> of(String text) {
        String title = ADDED.matcher(Wording.squeeze(text)).replaceFirst("");
        return Optional.of(title)
                .filter(TitleReader::isTitle)
                .flatMap(PublisherReader::inTitle)
                .filter(name -> Prose.isBody(name) || ASSOCIATION.matcher(name).matches())
                .filter(name -> !NO_NAME.matcher(name).matches());
    }
}
