package org.callboard.web.calls;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.callboard.access.SignedInUser;
import org.callboard.database.Caller;
import org.callboard.queue.CallQueue;
import org.callboard.queue.LiveQueue;
import org.callboard.queue.QueueRow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/**
 * The event streams of open Calls screens. A stream begins with the whole queue and goes on with what changes, so that a
 * screen that reconnects has missed nothing. Changes are rendered once for all screens of a tenant; each screen has a
 * bounded queue and a thread of its own, so a slow one delays nobody and is sent back to the start when it falls behind.
 */
@Component
class CallsStream implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CallsStream.class);
    /** Two of them missed, and the page says that it is cut off: stream.js counts on that. */
    private static final Duration BEAT = Duration.ofSeconds(2);

    private static final int BACKLOG = 500;
    private static final String START_OVER = "";

    /** A row as the browser places it; {@code html} is null where the inquiry left the queue. */
    record Rendered(
            String key,
            int version,
            int rank,
            long created,
            @Nullable String html) {}

    record Snapshot(List<Rendered> rows, long count) {}

    private final LiveQueue live;
    private final CallQueue queue;
    private final SpringTemplateEngine templates;
    private final JsonMapper json;
    /** Drawing is most of a snapshot, and many screens come back at once; a row looks as it says and no other way. */
    private final Cache<QueueRow, String> drawn =
            Caffeine.newBuilder().maximumSize(2_000).build();

    private final Map<Long, Hub> hubs = new ConcurrentHashMap<>();
    private final Set<Screen> screens = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    CallsStream(LiveQueue live, CallQueue queue, SpringTemplateEngine templates, JsonMapper json) {
        this.live = live;
        this.queue = queue;
        this.templates = templates;
        this.json = json;
    }

    SseEmitter open(SignedInUser user) {
        SseEmitter emitter = new SseEmitter(0L);
        Screen screen = new Screen(user, emitter);
        screens.add(screen);
        hubs.compute(user.tenantId(), (tenant, known) -> {
            Hub hub = known == null ? new Hub(tenant) : known;
            hub.screens.add(screen);
            return hub;
        });
        emitter.onCompletion(screen::close);
        emitter.onError(e -> screen.close());
        Thread.ofVirtual().name("calls-screen").start(screen::feed);
        return emitter;
    }

    private void leave(Screen screen) {
        screens.remove(screen);
        hubs.computeIfPresent(screen.user.tenantId(), (tenant, hub) -> {
            hub.screens.remove(screen);
            if (hub.screens.isEmpty()) {
                hub.end.run();
                return null;
            }
            return hub;
        });
    }

    private Rendered render(QueueRow row) {
        String html = row.open() ? drawn.get(row, this::draw) : null;
        return new Rendered(
                row.key().toString(), row.version(), row.rank(), row.createdOn().toEpochMilli(), html);
    }

    private String draw(QueueRow row) {
        return templates
                .process("calls/row", new Context(Locale.ENGLISH, Map.of("row", row)))
                .strip();
    }

    /** All screens of one tenant on this node. */
    private final class Hub implements LiveQueue.Listener {
        private final Set<Screen> screens = ConcurrentHashMap.newKeySet();
        private final Runnable end;

        Hub(long tenant) {
            this.end = live.listen(tenant, this);
        }

        @Override
        public void startOver() {
            screens.forEach(Screen::startOver);
        }

        @Override
        public void changed(List<QueueRow> rows) {
            String data = json.writeValueAsString(
                    rows.stream().map(CallsStream.this::render).toList());
            screens.forEach(screen -> screen.offer(data));
        }
    }

    private final class Screen {
        private final SignedInUser user;
        private final SseEmitter emitter;
        private final BlockingQueue<String> backlog = new ArrayBlockingQueue<>(BACKLOG);
        private volatile boolean open = true;

        Screen(SignedInUser user, SseEmitter emitter) {
            this.user = user;
            this.emitter = emitter;
        }

        void offer(String data) {
            if (!backlog.offer(data)) {
                startOver();
            }
        }

        void startOver() {
            backlog.clear();
            backlog.offer(START_OVER);
        }

        void close() {
            open = false;
            leave(this);
        }

        private void feed() {
            try {
                send(SseEmitter.event().comment("open")); // a snapshot may take a while, and the line is up
                send("snapshot", snapshot());
                while (open && running) {
                    String data = backlog.poll(BEAT.toMillis(), TimeUnit.MILLISECONDS);
                    if (data == null) {
                        send("beat", "{}");
                    } else if (data.equals(START_OVER)) {
                        send("snapshot", snapshot());
                    } else {
                        send("rows", data);
                    }
                }
                emitter.complete();
            } catch (IOException | InterruptedException e) {
                log.debug(
                        "company {}: a browser left its Calls screen, or Callboard stops: {}",
                        user.tenantId(),
                        e.toString());
                emitter.completeWithError(e);
            } catch (RuntimeException e) {
                log.warn(
                        "company {}: a Calls screen could not be fed, its browser connects again: {}",
                        user.tenantId(),
                        e.toString());
                emitter.complete();
            } finally {
                close();
            }
        }

        private String snapshot() {
            return Caller.system(user.tenantId()).call(() -> {
                CallQueue.Waiting waiting = queue.waiting(user.tenantId());
                List<Rendered> rows =
                        waiting.rows().stream().map(CallsStream.this::render).toList();
                return json.writeValueAsString(new Snapshot(rows, waiting.count()));
            });
        }

        private void send(String event, String data) throws IOException {
            send(SseEmitter.event().name(event).data(data, MediaType.TEXT_PLAIN));
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
    public void start() {
        running = true;
    }

    /** Before the web server waits for its requests to end, which an open stream never does. */
    @Override
    public void stop() {
        running = false;
        screens.forEach(screen -> {
            screen.open = false;
            screen.emitter.complete();
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
