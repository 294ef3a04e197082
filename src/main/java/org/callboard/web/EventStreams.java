package org.callboard.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.callboard.access.SignedInUser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The event streams of one kind to browsers that are open. What the streams of a company tell is kept once for all of them,
 * as long as there are any. Each has a thread of its own, so a slow one delays nobody, and gives a sign of life where there
 * is nothing to tell. It ends with its browser, with its user's session and before the server does.
 *
 * @param <F> what one stream tells
 */
public abstract class EventStreams<F extends EventStreams.Feed> implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventStreams.class);

    /** Two of them missed, and the line is taken for dead: live-stream.js counts on that. */
    private static final Duration BEAT = Duration.ofSeconds(2);

    /** @param data one line */
    public record Event(String name, String data) {}

    /** What one stream tells; the first event comes at once. */
    public interface Feed {

        /** The next event, as soon as there is one; null where there was none within this time. */
        @Nullable
        Event next(Duration within) throws InterruptedException;
    }

    /** What all streams of a company tell. */
    public interface Company<F> {

        F feed(SignedInUser user);

        /** The last of them is gone. */
        void end();
    }

    private record Streams<F>(Set<F> feeds, Company<F> company) {}

    private final String name;
    private final Map<Long, Streams<F>> companies = new ConcurrentHashMap<>();
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    /** @param name of its threads, such as {@code calls-screen} */
    protected EventStreams(String name) {
        this.name = name;
    }

    /** @param feeds those that are open, at any time */
    protected abstract Company<F> company(long tenant, Set<F> feeds);

    /** Answers with a stream for this user. */
    public final SseEmitter open(SignedInUser user, HttpServletResponse response) {
        response.setHeader("X-Accel-Buffering", "no"); // proxies must hand events on at once
        response.setHeader("Cache-Control", "no-store");
        Line line = new Line(user.tenantId(), enter(user));
        lines.add(line);
        line.emitter.onCompletion(line::close);
        line.emitter.onError(e -> line.close());
        Thread.ofVirtual().name(name).start(line::tell);
        return line.emitter;
    }

    /** How many streams a company has here. */
    public final int count(long tenant) {
        Streams<F> streams = companies.get(tenant);
        return streams == null ? 0 : streams.feeds.size();
    }

    private F enter(SignedInUser user) {
        AtomicReference<F> feed = new AtomicReference<>();
        companies.compute(user.tenantId(), (tenant, known) -> {
            Streams<F> streams = known == null ? begin(tenant) : known;
            F own = streams.company.feed(user);
            streams.feeds.add(own);
            feed.set(own);
            return streams;
        });
        return Objects.requireNonNull(feed.get());
    }

    private Streams<F> begin(long tenant) {
        Set<F> feeds = ConcurrentHashMap.newKeySet();
        return new Streams<>(feeds, company(tenant, feeds));
    }

    private void leave(long tenant, F feed) {
        companies.computeIfPresent(tenant, (id, streams) -> {
            streams.feeds.remove(feed);
            if (streams.feeds.isEmpty()) {
                streams.company.end();
                return null;
            }
            return streams;
        });
    }

    /** One stream. */
    private final class Line {
        private final long tenant;
        private final F feed;
        private final SseEmitter emitter = new SseEmitter(0L);
        private volatile boolean open = true;

        Line(long tenant, F feed) {
            this.tenant = tenant;
            this.feed = feed;
        }

        void close() {
            open = false;
            if (lines.remove(this)) {
                leave(tenant, feed);
            }
        }

        private void tell() {
            try {
                send(SseEmitter.event().comment("open")); // the first event may take a while, and the line is up
                while (open && running) {
                    Event event = feed.next(BEAT);
                    send(event == null ? event("beat", "{}") : event(event.name, event.data));
                }
                emitter.complete();
            } catch (IOException | InterruptedException e) {
                log.debug("company {}: a browser left its {}, or Callboard stops: {}", tenant, name, e.toString());
                emitter.completeWithError(e);
            } catch (RuntimeException e) {
                log.warn(
                        "company {}: a {} could not be told, its browser connects again: {}",
                        tenant,
                        name,
                        e.toString());
                emitter.complete();
            } finally {
                close();
            }
        }

        private SseEmitter.SseEventBuilder event(String event, String data) {
            return SseEmitter.event().name(event).data(data, MediaType.TEXT_PLAIN);
        }

        private void send(SseEmitter.SseEventBuilder event) throws IOException {
            try {
                emitter.send(event);
            } catch (IllegalStateException e) {
                throw new IOException(e); // the server noticed first that the line has ended
            }
        }
    }

    @Override
    public final void start() {
        running = true;
    }

    /** In the first phase, before the web server waits for its requests to end, which an open stream never does. */
    @Override
    public final void stop() {
        running = false;
        lines.forEach(line -> {
            line.open = false;
            line.emitter.complete();
        });
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}
