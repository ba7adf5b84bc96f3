package org.annals.parse;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.annals.document.Block;
import org.annals.document.Paragraph;

/** What several steps ask of running text. */
final class Prose {
    /** Endings of the names of bodies; a name is otherwise free. */
    private static final Pattern BODY = Pattern.compile("[\\u4e00-\\u9fffA-Za-z0-9（）()、·]{1,40}"
            + "(?:省|市|县|区|旗|州|盟|镇|乡|街道|苏木|政府|办事处|办公室|办公厅|政府办|局|厅|委|委员会|部|院|中心|管委会|队|处|站|所|办|署"
            + "|园|场|社|团|馆|公司|学校|大学|学院|医院|协会|联合会|法院|检察院|集团)");

    /** The last characters of all of them. */
    private static final String ENDINGS = "省市县区旗州盟镇乡道木府处室厅办局委会部院心队站所署园场社团馆司校学";

    private static final Pattern SENTENCE = Pattern.compile("[，。；！？,;!?:：《》<>/]");

    private Prose() {}

    /** Whether a line may be the name of a body and nothing else. */
    static boolean isBody(String line) {
        String squeezed = Wording.squeeze(line);
        return squeezed.length() >= 2
                && ENDINGS.indexOf(squeezed.charAt(squeezed.length() - 1)) >= 0
                && BODY.matcher(squeezed).matches()
                && !SENTENCE.matcher(squeezed).find()
                && Wording.core(squeezed).length() >= 2;
    }

    static boolean isSentence(String line) {
        return SENTENCE.matcher(line).find();
    }

    /** The article's running text without blanks. */
    static String squeezed(List<Block> blocks) {
        return paragraphs(blocks, paragraph -> !paragraph.chrome() && !paragraph.linked()).stream()
                .map(paragraph -> Wording.squeeze(paragraph.text()))
                .collect(Collectors.joining("\n"));
    }

    static List<Paragraph> paragraphs(List<Block> blocks, Predicate<Paragraph> wanted) {
        return blocks.stream()
                .filter(Paragraph.class::isInstance)
                .map(Paragraph.class::cast)
                .filter(wanted)
                .toList();
    }
}
