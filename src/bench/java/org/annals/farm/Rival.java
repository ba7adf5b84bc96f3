package org.annals.farm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Another crawler, with its most polite settings.
 *
 * @param present a command that ends well where the program is installed
 * @param words of its command; {@code SEEDS}, {@code SPIDER} and {@code FOLDER} stand for files
 */
record Rival(String name, List<String> present, String words) {
    private static final Duration LONGEST = Duration.ofMinutes(12);

    static List<Rival> all() {
        return List.of(
                new Rival(
                        "Scrapy",
                        List.of("/usr/bin/python3", "-c", "import scrapy"),
                        "/usr/bin/python3 -m scrapy runspider SPIDER -a seeds=SEEDS -s ROBOTSTXT_OBEY=1 -s DOWNLOAD_DELAY=0.2"
                                + " -s RANDOMIZE_DOWNLOAD_DELAY=0 -s CONCURRENT_REQUESTS=200"
                                + " -s CONCURRENT_REQUESTS_PER_DOMAIN=1"
                                + " -s SCHEDULER_PRIORITY_QUEUE=scrapy.pqueues.DownloaderAwarePriorityQueue"),
                new Rival(
                        "wget",
                        List.of("wget", "--version"),
                        "wget -q -r -l 2 --wait=0.2 -i SEEDS --delete-after --warc-file=FOLDER/wget --warc-cdx"));
    }

    void run(Crowd crowd, Path folder, Duration delay, Run annals) throws IOException, InterruptedException {
        if (!installed()) {
            System.out.println(name + " is not installed: left out");
            return;
        }
        Path spider = folder.resolve("follow_links.py").toAbsolutePath();
        Files.copy(Path.of("src", "bench", "python", "follow_links.py"), spider, StandardCopyOption.REPLACE_EXISTING);
        String seeds = crowd.addresses(folder).toAbsolutePath().toString();
        List<String> command = List.of(words.replace("SEEDS", seeds)
                .replace("SPIDER", spider.toString())
                .replace("FOLDER", folder.toAbsolutePath().toString())
                .split(" "));
        Run run = Run.of(name, crowd, folder, command, LONGEST);
        System.out.println(run.line(delay));
        System.out.printf(
                Locale.ROOT,
                "  %s : annals, first to last byte %.2f, whole command %.2f%n",
                name,
                Run.seconds(run.firstToLastByte()) / Run.seconds(annals.firstToLastByte()),
                Run.seconds(run.command()) / Run.seconds(annals.command()));
    }

    private boolean installed() throws InterruptedException {
        try {
            Process process = new ProcessBuilder(present)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }
}
