package org.annals.fetch;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLException;
import org.annals.capture.Exchange;
import org.annals.capture.Header;
import org.annals.capture.Outcome;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.io.CloseMode;

/**
 * Asks for one address at a time per call: no redirects, no retries, no cookies; TLS verified. One connection for each request: with seconds between two of them a
 * kept connection is mostly dead, and an answer that is longer than it says cannot run into the next one. Safe for many threads.
 */
public final class Fetcher implements AutoCloseable {
    private final FetchLimits limits;
    private final String userAgent;
    private final Clock clock;
    private final Connector connector;
    private final ExecutorService lookUps = Executors.newCachedThreadPool(task -> daemon(task, "name-look-up"));
    private final ScheduledThreadPoolExecutor deadlines =
            new ScheduledThreadPoolExecutor(1, task -> daemon(task, "fetch-deadlines"));
    private final MemoryBudget memory;
    private final Set<Attempt> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param userAgent sent as it is
     * @throws IllegalArgumentException if the user agent is empty or not printable ASCII, which is all a header line can carry
     */
    public Fetcher(FetchSettings settings, String userAgent, AddressGuard guard, Clock clock) {
        this(settings, userAgent, guard, clock, DefaultClientTlsStrategy.createDefault(), MemoryBudget.ofHeap());
    }

    Fetcher(
            FetchSettings settings,
            String userAgent,
            AddressGuard guard,
            Clock clock,
            TlsSocketStrategy tls,
            MemoryBudget memory) {
        if (!userAgent.matches("[\\x21-\\x7E]([\\x20-\\x7E]*[\\x21-\\x7E])?")) {
            throw new IllegalArgumentException("not a User-Agent in printable ASCII: " + userAgent);
        }
        this.limits = settings.limits();
        this.userAgent = userAgent;
        this.memory = memory;
        this.clock = Objects.requireNonNull(clock);
        this.connector = new Connector(settings, guard, tls, lookUps);
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /** With no header lines of its own, and asking nobody. */
    FetchResult fetch(String url) {
        return fetch(url, List.of(), ConnectPermission.ALWAYS);
    }

    /**
     * Never throws for what a portal does.
     *
     * @param headers sent beside the usual ones, printable ASCII; the 304 of a conditional request is an answer like any other
     */
    public FetchResult fetch(String url, List<Header> headers, ConnectPermission permission) {
        Instant startedAt = clock.instant();
        Optional<RequestAddress> address = RequestAddress.of(url);
        if (address.isEmpty()) {
            return failure(Outcome.OUT_OF_SCOPE, "not an http or https address", startedAt);
        }
        try (Attempt attempt = new Attempt()) {
            underWay.add(attempt);
            try {
                if (closed) {
                    attempt.breakOff(Attempt.Break.CLOSED);
                }
                return exchange(url, address.get(), headers, permission, attempt);
            } catch (Connector.WithheldException e) {
                return new FetchResult.Withheld();
            } catch (IOException | HttpException | RejectedExecutionException e) {
                return failure(attempt.broken(), e, startedAt);
            } finally {
                underWay.remove(attempt);
            }
        }
    }

    private FetchResult exchange(
            String url, RequestAddress address, List<Header> headers, ConnectPermission permission, Attempt attempt)
            throws IOException, HttpException {
        Wire wire = new Wire(limits);
        WireConnection connection = new WireConnection(wire);
        Deadline deadline = new Deadline(deadlines, attempt);
        BodyRoom room = new BodyRoom(memory, attempt, deadline);
        deadline.set(limits.connect());
        try {
            Connector.Connected connected = connector.connect(address, attempt, connection, permission);
            deadline.set(limits.total());
            Instant startedAt = clock.instant();
            ClassicHttpResponse response = ask(connection, address, headers);
            Answer answer = Answer.read(response, wire, attempt, limits, room);
            Instant endedAt = clock.instant();
            Exchange exchange =
                    answer.exchange(url, startedAt, endedAt, connected.peer().getHostAddress(), wire);
            if (answer.truncation().isEmpty()) {
                connection.close(CloseMode.GRACEFUL);
            }
            FetchResult result = new FetchResult.Answer(
                    exchange, connected.certificateFault().map(Fetcher::oneLine), room::close);
            room = null;
            return result;
        } finally {
            connection.close(CloseMode.IMMEDIATE);
            deadline.close();
            if (room != null) {
                room.close();
            }
        }
    }

    /** Sends the request and reads the head of its final answer. */
    private ClassicHttpResponse ask(WireConnection connection, RequestAddress address, List<Header> headers)
            throws IOException, HttpException {
        ClassicHttpRequest request = new BasicClassicHttpRequest("GET", address.target());
        request.addHeader("Host", address.authority());
        request.addHeader("User-Agent", userAgent);
        request.addHeader("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        request.addHeader("Accept-Language", "zh-CN,zh;q=0.9");
        request.addHeader("Accept-Encoding", "gzip");
        request.addHeader("Connection", "close");
        headers.forEach(header -> request.addHeader(header.name(), header.value()));
        connection.sendRequestHeader(request);
        connection.flush();
        ClassicHttpResponse response = connection.receiveResponseHeader();
        while (response.getCode() < HttpStatus.SC_SUCCESS) {
            response = connection.receiveResponseHeader();
        }
        if (MessageSupport.canResponseHaveBody(request.getMethod(), response)) {
            connection.receiveResponseEntity(response);
        }
        return response;
    }

    private FetchResult failure(Attempt.Break broken, Exception e, Instant startedAt) {
        if (broken == Attempt.Break.CLOSED || e instanceof RejectedExecutionException) {
            return failure(Outcome.CONNECTION_ERROR, "broken off: the program is ending", startedAt);
        }
        if (broken == Attempt.Break.DEADLINE) {
            return failure(Outcome.TIMEOUT, "no answer within the time allowed", startedAt);
        }
        return failure(outcome(e), detail(e), startedAt);
    }

    private static Outcome outcome(Exception e) {
        if (e instanceof Connector.RefusedException) {
            return Outcome.OUT_OF_SCOPE;
        }
        if (e instanceof Wire.LimitException) {
            return Outcome.TOO_LARGE;
        }
        if (e instanceof SocketTimeoutException) {
            return Outcome.TIMEOUT;
        }
        return e instanceof SSLException ? Outcome.TLS_ERROR : Outcome.CONNECTION_ERROR;
    }

    /** One line; what a portal sent may stand in a message, and so controls go. */
    private static String detail(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (e instanceof NoHttpResponseException) {
            message = "the connection ended before an answer";
        } else if (e instanceof HttpException) {
            message = "not an HTTP answer: " + message;
        } else if (e instanceof UnknownHostException && !message.contains(" ")) {
            message = "no such host: " + message;
        }
        return oneLine(message);
    }

    private static String oneLine(String message) {
        String line = message.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= 300 ? line : line.substring(0, 300) + "…";
    }

    private FetchResult failure(Outcome outcome, String detail, Instant startedAt) {
        return new FetchResult.Failure(outcome, detail, startedAt, clock.instant());
    }

    /** Breaks off what is under way and closes all connections; safe from any thread. What was broken off is a {@code connection_error}. */
    @Override
    public void close() {
        closed = true;
        underWay.forEach(attempt -> attempt.breakOff(Attempt.Break.CLOSED));
        deadlines.shutdownNow();
        lookUps.shutdownNow();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
