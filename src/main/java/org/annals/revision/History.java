package org.annals.revision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads a publication's observations one after the other. Each address is compared with what it carried before, so that two addresses that differ from the
 * start (an HTML page and its Word file) do not look like a report that changes to and fro.
 */
final class History {
    private static final String PUBLISHED_ON = "published_on";

    private final Map<String, AddressState> addresses = new LinkedHashMap<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<List<String>> captures = new ArrayList<>();
    private final List<Revision> revisions = new ArrayList<>();
    /** For each run the version that each address showed last in it. */
    private final Map<String, Map<String, Integer>> shownInRun = new LinkedHashMap<>();

    private boolean withdrawn;

    void add(Observation observation) {
        Sighting sighting = observation.sighting();
        if (sighting instanceof Sighting.Carries carries) {
            carries(observation, carries);
            moved(observation);
        } else if (sighting instanceof Sighting.Gone || sighting instanceof Sighting.Elsewhere) {
            absent(observation, sighting instanceof Sighting.Gone);
        }
    }

    TimeMap timeMap() {
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            versions.add(new Version(i + 1, readings.get(i), captures.get(i)));
        }
        return new TimeMap(versions, revisions, withdrawn, toAsk(), mismatches());
    }

    private List<Mismatch> mismatches() {
        TreeMap<Integer, TreeSet<Integer>> together = new TreeMap<>();
        for (Map<String, Integer> shown : shownInRun.values()) {
            TreeSet<Integer> numbers = new TreeSet<>(shown.values());
            for (int one : numbers) {
                together.computeIfAbsent(one, number -> new TreeSet<>()).addAll(numbers.tailSet(one, false));
            }
        }
        List<Mismatch> mismatches = new ArrayList<>();
        together.forEach((one, others) -> others.forEach(other -> {
            List<Change> values = reading(one).contradictions(reading(other));
            if (!values.isEmpty()) {
                mismatches.add(new Mismatch(one, other, values));
            }
        }));
        return mismatches;
    }

    private List<String> toAsk() {
        boolean anyLive = addresses.values().stream().anyMatch(AddressState::isLive);
        return addresses.values().stream()
                .filter(a -> anyLive ? a.isLive() : !a.left)
                .map(a -> a.url)
                .toList();
    }

    private void carries(Observation at, Sighting.Carries seen) {
        AddressState known = addresses.get(at.url());
        AddressState address = known != null ? known : new AddressState(at.url());
        boolean otherLive = othersLive(at.url()).findAny().isPresent();
        int version;
        if (readings.isEmpty()) {
            version = newVersion(seen.reading());
            address.home = true;
        } else if (withdrawn) {
            version = back(at, seen);
            address.home = true;
        } else if (isFront(address, seen.reading())) {
            version = latest();
            address.front = true;
            address.home |= known == null && isOfFirstRun(at);
        } else if (known != null
                && !known.front
                && seen.reading().sameAs(known.reading)
                && !known.isRedatedBy(seen.reading())) {
            version = same(at, seen, known);
        } else if (seen.reading().sameAs(reading(latest())) && !isRedated(known, seen.reading())) {
            // a copy of the latest, or an address that has caught up with it
            version = latest();
        } else {
            version = differs(at, seen, known, otherLive);
            address.home = true;
            address.front = false;
        }
        addresses.put(at.url(), address);
        address.carries(at, seen, version);
        shownInRun.computeIfAbsent(at.run(), run -> new LinkedHashMap<>()).put(at.url(), version);
        List<String> carrying = captures.get(version - 1);
        if (carrying.isEmpty() || !carrying.get(0).equals(at.capture())) {
            carrying.add(at.capture());
        }
        for (AddressState other : addresses.values()) {
            other.left |= !other.isLive();
        }
    }

    /**
     * Whether another address has all that this one has and more, and this one was never more than that: the page in
     * front of a file is no version of the report.
     */
    private boolean isFront(AddressState address, Reading reading) {
        boolean newOrFront = address.lastCarrying == null || address.front;
        return newOrFront
                && reading.isPoorerThan(reading(latest()))
                && othersLive(address.url).anyMatch(other -> !other.front && other.version == latest());
    }

    private boolean isOfFirstRun(Observation at) {
        return revisions.isEmpty()
                && addresses.values().stream().allMatch(a -> a.isLive() && a.firstRun.equals(at.run()));
    }

    /** The file behind a page that was read before it in the same run: what the page lacks is no earlier version. */
    private boolean isBehindFront(Observation at, Reading reading) {
        return readings.size() == 1 && isOfFirstRun(at) && reading(1).isPoorerThan(reading);
    }

    private int behindFront(Observation at, Reading reading) {
        addresses.values().forEach(a -> a.front = true);
        readings.set(0, reading);
        captures.get(0).add(0, at.capture());
        return 1;
    }

    /** Whether the address carries what it carried before under another date of publication, which the latest version does not have either. */
    private boolean isRedated(AddressState known, Reading reading) {
        return known != null
                && known.isRedatedBy(reading)
                && reading.sameAs(reading(known.version))
                && !reading.publishedOn().equals(reading(latest()).publishedOn());
    }

    /** The address carries what it carried before. */
    private int same(Observation at, Sighting.Carries seen, AddressState known) {
        boolean latestIsElsewhere =
                known.version == latest() || othersLive(known.url).anyMatch(a -> a.version == latest());
        if (!latestIsElsewhere) {
            // the later version is nowhere to be read any more: a reader is back at this one
            int to = changed(at, latest(), seen.reading(), reading(latest()).publishedOn());
            known.home = true;
            return to;
        }
        if (!seen.payload().equals(known.payload)) {
            add(RevisionKind.COSMETIC, known.version, OptionalInt.of(known.version), at.capture(), at, List.of());
        }
        return known.version;
    }

    /** The address carries something that is neither what it carried before nor the latest version. */
    private int differs(Observation at, Sighting.Carries seen, AddressState known, boolean otherLive) {
        if (known == null && otherLive) {
            Optional<Integer> earlier = lastVersionReading(seen.reading());
            if (earlier.isPresent()) {
                // a stale copy of an earlier version
                return earlier.get();
            }
            if (isBehindFront(at, seen.reading())) {
                return behindFront(at, seen.reading());
            }
            if (isOfFirstRun(at)) {
                // two forms that differ when first seen: nothing was seen to change
                return newVersion(seen.reading());
            }
        }
        int from = known != null && known.isLive() ? known.version : latest();
        return changed(at, from, seen.reading(), dateBefore(known, from));
    }

    /** It can be read again after it was withdrawn. */
    private int back(Observation at, Sighting.Carries seen) {
        withdrawn = false;
        AddressState known = addresses.get(at.url());
        Optional<String> before = lastHome().map(a -> a.url);
        addresses.values().forEach(a -> {
            a.home = false;
            a.left = true;
        });
        int from = latest();
        if (!seen.reading().sameAs(reading(from)) || known != null && known.isRedatedBy(seen.reading())) {
            return changed(at, from, seen.reading(), dateBefore(known, from));
        }
        List<Change> changes = before.filter(url -> !url.equals(at.url()))
                .map(url -> List.of(new Change("url", url, at.url())))
                .orElse(List.of());
        add(RevisionKind.RESTORED, from, OptionalInt.of(from), at.capture(), at, changes);
        return from;
    }

    private void absent(Observation at, boolean gone) {
        AddressState address = addresses.get(at.url());
        if (address == null || withdrawn) {
            return;
        }
        shownInRun.computeIfAbsent(at.run(), run -> new LinkedHashMap<>()).remove(at.url());
        if (gone) {
            address.last = AddressState.Last.GONE;
            address.goneRuns.add(at.run());
        } else {
            address.last = AddressState.Last.ELSEWHERE;
            address.goneRuns.clear();
        }
        moved(at);
        boolean allGone = addresses.values().stream()
                .allMatch(a -> !a.isLive() && (a.left || a.last == AddressState.Last.GONE && a.goneRuns.size() >= 2));
        if (allGone) {
            withdrawn = true;
            add(RevisionKind.WITHDRAWN, latest(), OptionalInt.empty(), at.capture(), at, List.of());
        }
    }

    /** Every home is left, and the latest version is at an address that turned up in a later run: it has moved there. */
    private void moved(Observation at) {
        if (withdrawn || addresses.values().stream().anyMatch(a -> a.home && a.isLive())) {
            return;
        }
        List<AddressState> carrying = addresses.values().stream()
                .filter(a -> a.isLive() && a.version == latest())
                .toList();
        // a copy that was not asked in this run may be gone by now as well
        Optional<AddressState> now = carrying.stream()
                .filter(a -> a.lastCarrying.run().equals(at.run()))
                .findFirst();
        if (now.isEmpty()) {
            return;
        }
        AddressState old = lastHome().orElseThrow();
        // an address that was there from the start merely remains
        if (carrying.stream().noneMatch(a -> a.firstRun.equals(old.firstRun))) {
            Change change = new Change("url", old.url, now.get().url);
            String capture = now.get().lastCarrying.capture();
            add(RevisionKind.MOVED, latest(), OptionalInt.of(latest()), capture, at, List.of(change));
        }
        for (AddressState address : addresses.values()) {
            address.left |= address.home;
            address.home = carrying.contains(address);
        }
    }

    private Optional<AddressState> lastHome() {
        return addresses.values().stream()
                .filter(a -> a.home)
                .max(Comparator.comparing((AddressState a) -> a.lastCarrying.at())
                        .thenComparing(a -> a.url));
    }

    private Stream<AddressState> othersLive(String url) {
        return addresses.values().stream().filter(a -> a.isLive() && !a.url.equals(url));
    }

    private Optional<Integer> lastVersionReading(Reading reading) {
        for (int number = latest(); number >= 1; number--) {
            if (reading(number).sameAs(reading)) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> dateBefore(AddressState known, int from) {
        return known != null ? known.publishedOn : reading(from).publishedOn();
    }

    /** A new version that replaces another; homes where nothing is any more are given up. */
    private int changed(Observation at, int from, Reading now, Optional<LocalDate> dateBefore) {
        List<Change> changes = reading(from).changesTo(now);
        if (dateBefore.isPresent() && now.publishedOn().isPresent() && !dateBefore.equals(now.publishedOn())) {
            changes.add(new Change(
                    PUBLISHED_ON,
                    dateBefore.get().toString(),
                    now.publishedOn().get().toString()));
        }
        int to = newVersion(now);
        RevisionKind kind = reading(from).sameData(now) ? RevisionKind.TEXT : RevisionKind.DATA;
        add(kind, from, OptionalInt.of(to), at.capture(), at, changes);
        addresses.values().forEach(a -> a.home &= a.isLive());
        return to;
    }

    private void add(
            RevisionKind kind, int from, OptionalInt to, String capture, Observation at, List<Change> changes) {
        revisions.add(new Revision(kind, from, to, capture, at.at(), changes));
    }

    private int newVersion(Reading reading) {
        readings.add(reading);
        captures.add(new ArrayList<>());
        return readings.size();
    }

    private int latest() {
        return readings.size();
    }

    private Reading reading(int number) {
        return readings.get(number - 1);
    }
}
