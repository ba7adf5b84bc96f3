package org.annals.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Five small portals on loopback, each on a port of its own, with the real figures of five published reports in the
 * layouts, and with the faults, in which those were published. The sentences around the figures are ours.
 *
 * <p>Three steps can be published; what changes at step 2:
 *
 * <ul>
 *   <li>偃师区 corrects two figures: 予以公开 of natural persons and in total, misprinted as 61 at step 1, become 16, the
 *       real figure. At step 1 the results of both columns do not add up to their total; at step 2 they do.
 *   <li>侯马经济开发区 gets a new page template; not a word of its report changes.
 *   <li>平顶山高新区 moves its report to another address; the old one answers 404 and the list names the new one.
 *   <li>民权县 takes its report down: 404, and gone from the list. At step 3 it is still gone and nothing else has
 *       changed.
 *   <li>三门县 stays as it is.
 * </ul>
 */
public final class DemoPortals implements AutoCloseable {
    public static final int STEPS = 3;

    private final List<PortalServer> servers;

    private DemoPortals(List<PortalServer> servers) {
        this.servers = List.copyOf(servers);
    }

    /** Starts all five at step 1 on free ports. */
    public static DemoPortals start() throws IOException {
        return start(0);
    }

    /**
     * @param firstPort the five take this port and the four after it; 0 for any free ones
     * @throws IOException if a port is taken; none is left open then
     */
    public static DemoPortals start(int firstPort) throws IOException {
        List<Site> sites = List.of(new Minquan(), new Yanshi(), new Sanmen(), new Pingdingshan(), new Houma());
        List<PortalServer> servers = new ArrayList<>();
        try {
            for (Site site : sites) {
                servers.add(new PortalServer(site, firstPort == 0 ? 0 : firstPort + servers.size()));
            }
        } catch (IOException e) {
            servers.forEach(PortalServer::close);
            throw new IOException("cannot open a port on 127.0.0.1 for the demo portals: " + e.getMessage(), e);
        }
        return new DemoPortals(servers);
    }

    /** In the order of the seeds file. */
    public List<DemoPortal> portals() {
        return servers.stream()
                .map(server -> new DemoPortal(
                        server.site().government().name(),
                        server.site().government().code(),
                        server.url()))
                .toList();
    }

    /** A seeds file that names the five. */
    public String seedsCsv() {
        StringBuilder csv = new StringBuilder("code,name,level,province,parent,portal_url,report_list_url\n");
        for (PortalServer server : servers) {
            Site.Row row = server.site().government();
            String list = row.listPath().isEmpty()
                    ? ""
                    : server.url() + row.listPath().substring(1);
            csv.append(String.join(
                            ",", row.code(), row.name(), row.level(), row.province(), row.parent(), server.url(), list))
                    .append('\n');
        }
        return csv.toString();
    }

    /**
     * What is served from now on.
     *
     * @param step 1 to {@link #STEPS}
     */
    public void publish(int step) {
        if (step < 1 || step > STEPS) {
            throw new IllegalArgumentException("there are steps 1 to " + STEPS + ", not " + step);
        }
        servers.forEach(server -> server.publish(step));
    }

    /** Every request so far, of all portals, in the order in which they began. */
    public List<Request> log() {
        return servers.stream()
                .flatMap(server -> server.log().stream())
                .sorted(Comparator.comparingLong(Request::startNanos))
                .toList();
    }

    /** @param delay the least gap between two requests to a portal that was promised */
    public PolitenessReport judge(Duration delay) {
        return new PolitenessReport(servers.stream()
                .map(server -> Politeness.judge(server.site(), server.log(), delay))
                .toList());
    }

    /** Stops all portals; requests under way are cut off. */
    @Override
    public void close() {
        servers.forEach(PortalServer::close);
    }
}
