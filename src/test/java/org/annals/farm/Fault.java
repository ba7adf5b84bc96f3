package org.annals.farm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Something that is wrong with a portal, and what a crawl of it must come to. Whatever is not said otherwise: all its reports are found, nothing else is, and the
 * portal is asked politely.
 */
final class Fault {
    /** The portal that most faults happen to: home page, section, column, four reports. */
    static final String HOME = "/";

    static final String SECTION = "/zwgk/";
    static final String COLUMN = "/zwgk/zfxxgknb/";
    static final String REPORT = path(2023);

    private final String name;
    private final List<BiConsumer<Site, Site>> build = new ArrayList<>();
    private final Map<String, List<String>> outcomes = new LinkedHashMap<>();
    private final Map<String, Integer> asked = new LinkedHashMap<>();
    private final List<Consumer<Evidence>> checks = new ArrayList<>();
    private int atMost = 30;
    private Host host = Host.PLAIN;

    /** What the host itself is like. */
    enum Host {
        PLAIN,
        /** It shows a certificate that nobody vouches for. */
        SELF_SIGNED,
        /** Nothing listens. */
        DEAD
    }

    private Fault(String name) {
        this.name = name;
    }

    static Fault of(String name) {
        return new Fault(name);
    }

    static List<Fault> all() {
        List<Fault> all = new ArrayList<>();
        all.addAll(RobotsFaults.all());
        all.addAll(BodyFaults.all());
        all.addAll(RedirectFaults.all());
        all.addAll(ContentFaults.all());
        all.addAll(EndlessFaults.all());
        all.addAll(PaceFaults.all());
        return all;
    }

    static String path(int year) {
        return COLUMN + (year + 1) + "01/t" + (year + 1) + "0119_" + year + ".html";
    }

    static void county(Site site) {
        site.home(Html.link(SECTION, "政务公开"))
                .section(SECTION, Html.link(COLUMN, "政府信息公开年报"))
                .page(COLUMN, "政府信息公开年报", Html.rows(site.reports(4, Fault::path)));
    }

    /** Done to the portal. */
    Fault on(Consumer<Site> change) {
        build.add((site, inside) -> change.accept(site));
        return this;
    }

    /** Done to the portal; the second host is one that nobody from outside may reach. */
    Fault on(BiConsumer<Site, Site> change) {
        build.add(change);
        return this;
    }

    /** That address answers so. */
    Fault at(String path, Answer answer) {
        return on(site -> site.at(path, answer));
    }

    /** The report at {@link #REPORT} answers so and cannot be found. */
    Fault report(Answer answer, String... attempts) {
        return at(REPORT, answer)
                .on(site -> site.notFound(REPORT))
                .outcome(REPORT, attempts)
                .asked(REPORT, attempts.length);
    }

    /** None of its reports can be found. */
    Fault nothingFound() {
        return on(site -> site.reports().forEach(report -> site.notFound(report.path())));
    }

    /** What the catalogue records of that address, attempt by attempt. */
    Fault outcome(String path, String... attempts) {
        outcomes.put(path, List.of(attempts));
        return this;
    }

    /** How often the portal saw that path asked for. */
    Fault asked(String path, int times) {
        asked.put(path, times);
        return this;
    }

    /** Requests to the portal, robots.txt included. */
    Fault atMost(int requests) {
        atMost = requests;
        return this;
    }

    Fault on(Host kind) {
        host = kind;
        return this;
    }

    Fault check(Consumer<Evidence> check) {
        checks.add(check);
        return this;
    }

    Host host() {
        return host;
    }

    String name() {
        return name;
    }

    void build(Site site, Site inside) {
        county(site);
        build.forEach(change -> change.accept(site, inside));
    }

    Map<String, List<String>> outcomes() {
        return outcomes;
    }

    Map<String, Integer> asked() {
        return asked;
    }

    int atMost() {
        return atMost;
    }

    List<Consumer<Evidence>> checks() {
        return checks;
    }

    @Override
    public String toString() {
        return name;
    }
}
