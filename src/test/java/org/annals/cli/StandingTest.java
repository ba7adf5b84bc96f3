package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What ends a crawl from outside, and a second one beside it. */
class StandingTest {
    @TempDir
    Path folder;

    private final List<Hung> servers = new ArrayList<>();

    /** Takes one connection, sends what it is told to, again and again, and never ends. */
    private static final class Hung implements AutoCloseable {
        private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        private final CountDownLatch asked = new CountDownLatch(1);

        /** @param drip sent ten times a second after the beginning; empty for silence */
        Hung(String beginning, String drip) throws IOException {
            Thread thread = new Thread(() -> {
                try (Socket socket = listener.accept()) {
                    asked.countDown();
                    socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        socket.getOutputStream().write(drip.getBytes(StandardCharsets.US_ASCII));
                        socket.getOutputStream().flush();
                        Thread.sleep(100);
                    }
                } catch (IOException e) {
                    // the client went away, which is what this is about
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        String address() {
            return "127.0.0.1:" + listener.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }

    @BeforeEach
    void start() throws IOException {
        servers.add(new Hung("", ""));
        servers.add(new Hung("HTTP/1.1 200 OK\r\nX-Endless: ", "x"));
        servers.add(new Hung("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", "x"));
        servers.add(new Hung("", ""));
    }

    @AfterEach
    void stop() throws IOException {
        for (Hung server : servers) {
            server.close();
        }
    }

    private String[] command() throws IOException {
        StringBuilder csv = new StringBuilder("code,name,level,province,parent,portal_url,report_list_url\n");
        for (int i = 0; i < servers.size(); i++) {
            String scheme = i == servers.size() - 1 ? "https" : "http";
            csv.append(i).append(",县,county,,,").append(scheme).append("://");
            csv.append(servers.get(i).address()).append("/,\n");
        }
        Path seeds = Files.writeString(folder.resolve("seeds.csv"), csv);
        return new String[] {
            "crawl",
            "--seeds",
            seeds.toString(),
            "--archive",
            folder.resolve("a").toString()
        };
    }

    private AnnalsProcess running(String[] command) throws Exception {
        AnnalsProcess annals = AnnalsProcess.start(folder, command);
        for (Hung server : servers) {
            server.asked.await();
        }
        return annals;
    }

    @Test
    @Timeout(60)
    void terminatedCrawlEndsThoughServersHang() throws Exception {
        try (AnnalsProcess annals = running(command())) {
            annals.terminate();

            // the limits of requests are 10 to 120 seconds; without breaking off it would last that long
            assertThat(annals.waitFor(8)).as(annals.err()).isTrue();
            assertThat(annals.exitCode()).isEqualTo(130);
            assertThat(annals.out()).contains("interrupted", "the same command goes on where it stopped");
            assertThat(annals.err()).doesNotContain("Exception");
        }
    }

    @Test
    @Timeout(60)
    void secondCrawlOfTheSameArchiveIsRefusedInOneLine() throws Exception {
        String[] command = command();
        try (AnnalsProcess first = running(command);
                AnnalsProcess second = AnnalsProcess.run(folder, command)) {
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.err()).contains("is being written to by another annals (process ");
            assertThat(second.err().lines()).hasSize(1);
            assertThat(first.isAlive()).isTrue();
        }
    }

    @Test
    void hoursAndSizesThatAreNoneAreExplained() throws Exception {
        Path seeds = Files.writeString(folder.resolve("s.csv"), "code,name\n");
        for (String[] wrong : new String[][] {
            {"--hours", "22"},
            {"--hours", "7-7"},
            {"--max-body", "64"},
            {"--max-body", "2GiB"},
            {"--insecure-hosts", "a/b"}
        }) {
            try (AnnalsProcess annals =
                    AnnalsProcess.run(folder, "crawl", "--seeds", seeds.toString(), wrong[0], wrong[1])) {
                assertThat(annals.exitCode()).as(String.join(" ", wrong)).isEqualTo(2);
                assertThat(annals.err()).contains(wrong[0]).doesNotContain("Exception");
                assertThat(annals.err().lines()).hasSize(1);
            }
        }
    }
}
