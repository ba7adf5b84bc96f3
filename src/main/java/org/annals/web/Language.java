package org.annals.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language of the pages. */
enum Language {
    ZH("zh-CN", "zh", "中文"),
    EN("en", "en", "English");

    private final String tag;
    private final String code;
    private final String ownName;

    Language(String tag, String code, String ownName) {
        this.tag = tag;
        this.code = code;
        this.ownName = ownName;
    }

    /** As the {@code lang} attribute has it. */
    public String tag() {
        return tag;
    }

    /** As the switch and the names of the files of words have it. */
    public String code() {
        return code;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    static Optional<Language> ofCode(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The one that suits an {@code Accept-Language} header best (RFC 4647, lookup); English where none does. */
    static Language accepted(String header) {
        if (header == null || header.length() > 1000) {
            return EN;
        }
        try {
            List<Locale.LanguageRange> wanted = Locale.LanguageRange.parse(header);
            for (Locale.LanguageRange range : wanted) {
                String primary = range.getRange().split("-", 2)[0];
                Optional<Language> found = ofCode(primary);
                if (found.isPresent() && range.getWeight() > 0) {
                    return found.get();
                }
            }
        } catch (IllegalArgumentException e) {
            // not a list of languages: as if there were none
            return EN;
        }
        return EN;
    }
}
