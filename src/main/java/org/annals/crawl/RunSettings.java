package org.annals.crawl;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.annals.archive.RunInfo;
import org.annals.policy.AskingHours;

/** What the archive says of a run's options, and by which an unfinished run is known again. */
public final class RunSettings {
    private static final String SEEDS = "seeds-sha256";
    private static final String REVISIT = "revisit";

    private RunSettings() {}

    /** @param due whether only what is due is asked */
    public static Map<String, String> of(CrawlOptions options, List<SeedsFile> seeds, boolean due) {
        Map<String, String> settings = new LinkedHashMap<>(options.settings());
        settings.put(SEEDS, fingerprint(seeds));
        settings.put(REVISIT, due ? "due" : String.valueOf(options.revisit()));
        settings.put("user-agent", options.userAgent());
        settings.put("delay", options.delay().toString());
        settings.put("max-hosts", String.valueOf(options.maxHosts()));
        settings.put("max-pages-per-government", String.valueOf(options.maxPages()));
        settings.put("cookies", "only of hosts that answer only with them");
        settings.put("max-body", String.valueOf(options.fetch().limits().maxBody()));
        settings.put("robots", "obeyed (RFC 9309)");
        options.hours().ifPresent(h -> settings.put("hours", h + " " + AskingHours.ZONE));
        if (!options.fetch().insecureHosts().isEmpty()) {
            settings.put(
                    "insecure-hosts",
                    String.join(" ", new TreeSet<>(options.fetch().insecureHosts())));
        }
        return settings;
    }

    /** Whether a crawl with these settings goes on with that run: the same seeds, and the same of what is known is asked. */
    public static boolean isSameCrawl(RunInfo run, String kind, Map<String, String> settings) {
        Map<String, String> old = run.settings();
        return run.kind().equals(kind)
                && settings.get(SEEDS).equals(old.get(SEEDS))
                && settings.get(REVISIT).equals(old.get(REVISIT));
    }

    private static String fingerprint(List<SeedsFile> seeds) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (SeedsFile file : seeds) {
                digest.update(file.csv());
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
