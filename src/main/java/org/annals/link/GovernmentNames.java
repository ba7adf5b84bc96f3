package org.annals.link;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.annals.government.Government;

/**
 * The names under which the governments of the seeds may begin a publisher's name: as listed, without 人民政府, and with province or parent in front. A name that
 * two of them share (朝阳区) says nothing for certain and is never used to choose between them.
 */
final class GovernmentNames {
    private static final Pattern REMARK = Pattern.compile("[(（][^)）]*[)）]");
    private static final String PEOPLES_GOVERNMENT = "人民政府";

    /** Of a name that two governments share: no code. */
    private static final String SHARED = "";

    private final Map<String, String> codeByName = new HashMap<>();
    private final Map<String, Set<String>> namesByCode = new HashMap<>();

    GovernmentNames(Iterable<Government> governments) {
        for (Government government : governments) {
            Set<String> names = namesOf(government);
            namesByCode.put(government.code(), names);
            for (String name : names) {
                codeByName.merge(name, government.code(), (known, added) -> known.equals(added) ? known : SHARED);
            }
        }
    }

    /** The longest name that the publisher's begins with, and whose it is; none where that name is shared. */
    Optional<Match> longestAtStart(String publisher) {
        for (int end = publisher.length(); end >= 2; end--) {
            String code = codeByName.get(publisher.substring(0, end));
            if (code != null) {
                return code.equals(SHARED)
                        ? Optional.empty()
                        : Optional.of(new Match(code, publisher.substring(0, end)));
            }
        }
        return Optional.empty();
    }

    /** Whether a name of that government stands in the publisher's at this position or later. */
    boolean standsIn(String publisher, String code, int from) {
        for (String name : namesByCode.getOrDefault(code, Set.of())) {
            if (publisher.indexOf(name, from) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Every name of that government. */
    Set<String> of(String code) {
        return namesByCode.getOrDefault(code, Set.of());
    }

    /** @param name as it stands at the start of the publisher's name */
    record Match(String code, String name) {}

    private static Set<String> namesOf(Government government) {
        Set<String> plain = new LinkedHashSet<>();
        String listed = Names.squeezed(government.name());
        String unmarked = REMARK.matcher(listed).replaceAll("");
        for (String name : new String[] {listed, unmarked, withoutSuffix(unmarked)}) {
            if (name.length() >= 2) {
                plain.add(name);
            }
        }
        Set<String> all = new LinkedHashSet<>(plain);
        for (String above : new String[] {government.province(), government.parent()}) {
            String prefix = withoutSuffix(Names.squeezed(above));
            if (!prefix.isEmpty()) {
                plain.stream().filter(n -> !n.startsWith(prefix)).forEach(n -> all.add(prefix + n));
            }
        }
        return all;
    }

    private static String withoutSuffix(String name) {
        return name.endsWith(PEOPLES_GOVERNMENT)
                ? name.substring(0, name.length() - PEOPLES_GOVERNMENT.length())
                : name;
    }
}
