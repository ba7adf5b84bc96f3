package org.annals.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells apart the reports of several bodies that go by one name because only their site says one. Two such addresses are of different reports if they contradict each
 * other while both are there; an address that a run did not ask is there as it was last seen. What is never there together (a page that moved) stays one report.
 * Depends on what each run saw, not on the order in which it asked.
 */
public final class Renditions {
    private final Map<String, Address> addresses = new HashMap<>();
    private final Set<Set<String>> conflicts = new HashSet<>();

    private Renditions() {}

    private static final class Address {
        final String url;
        final Set<Reading> readings = new LinkedHashSet<>();
        Reading there;

        Address(String url) {
            this.url = url;
        }
    }

    /**
     * @param observations of all addresses that go by the name, in time order
     * @param assumed addresses of which only the site says the name; the others are never told apart from each other. Where all are, the report of the first one is the
     *     one that goes by the name
     * @return the assumed addresses that are not of the first report, each with the address that stands for the report that it is of; empty where all are of one report
     */
    public static Map<String, String> apart(List<Observation> observations, List<String> assumed) {
        Map<String, List<Observation>> runs = new LinkedHashMap<>();
        observations.forEach(
                one -> runs.computeIfAbsent(one.run(), run -> new ArrayList<>()).add(one));
        Renditions renditions = new Renditions();
        for (List<Observation> run : runs.values()) {
            renditions.see(run, new HashSet<>(assumed));
        }
        return renditions.conflicts.isEmpty() ? Map.of() : renditions.apart(assumed);
    }

    private void see(List<Observation> run, Set<String> assumed) {
        Set<Address> seen = new LinkedHashSet<>();
        for (Observation observation : run) {
            Address address = addresses.get(observation.url());
            if (observation.sighting() instanceof Sighting.Carries carries) {
                if (address == null) {
                    address = new Address(observation.url());
                    addresses.put(address.url, address);
                }
                address.there = carries.reading();
                address.readings.add(carries.reading());
                seen.add(address);
            } else if (address != null && !(observation.sighting() instanceof Sighting.Unknown)) {
                address.there = null;
            }
        }
        for (Address one : seen) {
            for (Address other : addresses.values()) {
                boolean together = one != other && one.there != null && other.there != null;
                if (together
                        && one.there != other.there
                        && (assumed.contains(one.url) || assumed.contains(other.url))
                        && one.there.contradicts(other.there)) {
                    conflicts.add(Set.of(one.url, other.url));
                }
            }
        }
    }

    /** The first report is that of the addresses that say the name themselves or, where none does, of the first one of all. */
    private Map<String, String> apart(List<String> assumed) {
        Map<String, Integer> places = new HashMap<>();
        assumed.forEach(url -> places.put(url, places.size()));
        List<Address> inOrder = new ArrayList<>(addresses.values());
        inOrder.sort(Comparator.comparing((Address a) -> places.getOrDefault(a.url, -1)));
        List<List<Address>> reports = new ArrayList<>();
        Map<String, String> apart = new LinkedHashMap<>();
        for (Address address : inOrder) {
            List<Address> report = !places.containsKey(address.url) && !reports.isEmpty()
                    ? reports.get(0)
                    : reports.stream().filter(r -> isOf(address, r)).findFirst().orElse(null);
            if (report == null) {
                report = new ArrayList<>();
                reports.add(report);
            }
            report.add(address);
            if (report != reports.get(0)) {
                apart.put(address.url, report.get(0).url);
            }
        }
        return apart;
    }

    private boolean isOf(Address address, List<Address> report) {
        return report.stream().noneMatch(member -> conflicts.contains(Set.of(address.url, member.url)))
                && report.stream().anyMatch(member -> tellsTheSame(address, member));
    }

    private static boolean tellsTheSame(Address one, Address other) {
        return one.readings.stream().anyMatch(r -> other.readings.stream().anyMatch(r::tellsTheSame));
    }
}
