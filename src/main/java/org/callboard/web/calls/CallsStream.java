package org.callboard.web.calls;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.callboard.access.SignedInUser;
import org.callboard.changes.LiveChanges;
import org.callboard.database.Caller;
import org.callboard.queue.CallQueue;
import org.callboard.queue.LiveQueue;
import org.callboard.queue.QueueRow;
import org.callboard.web.EventStreams;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/**
 * The event streams of open Calls screens. A stream begins with the whole queue and goes on with what changes, so that a
 * screen that reconnects has missed nothing. Changes are rendered once for all screens of a tenant; each screen has a
 * bounded queue, and is sent back to the start when it falls behind.
 */
@Component
class CallsStream extends EventStreams<CallsStream.Screen> {

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

    CallsStream(LiveQueue live, CallQueue queue, SpringTemplateEngine templates, JsonMapper json) {
        super("calls-screen");
        this.live = live;
        this.queue = queue;
        this.templates = templates;
        this.json = json;
    }

    @Override
    protected Company<Screen> company(long tenant, Set<Screen> screens) {
        return new Hub(tenant, screens);
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
    private final class Hub implements Company<Screen>, LiveChanges.Listener<QueueRow> {
        private final long tenant;
        private final Set<Screen> screens;
        private final Runnable end;

        Hub(long tenant, Set<Screen> screens) {
            this.tenant = tenant;
            this.screens = screens;
            this.end = live.listen(tenant, this);
        }

        @Override
        public Screen feed(SignedInUser user) {
            return new Screen(tenant);
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

        @Override
        public void end() {
            end.run();
        }
    }

    final class Screen implements EventStreams.Feed {
        private final long tenant;
        private final BlockingQueue<String> backlog = new ArrayBlockingQueue<>(BACKLOG);

        private Screen(long tenant) {
            this.tenant = tenant;
            startOver();
        }

        private void offer(String data) {
            if (!backlog.offer(data)) {
                startOver();
            }
        }

        private void startOver() {
            backlog.clear();
            backlog.offer(START_OVER);
        }

        @Override
        public @Nullable Event next(Duration within) throws InterruptedException {
            String data = backlog.poll(within.toMillis(), TimeUnit.MILLISECONDS);
            if (data == null) {
                return null;
            }
            return data.equals(START_OVER) ? new Event("snapshot", snapshot()) : new Event("rows", data);
        }

        private String snapshot() {
            return Caller.system(tenant).call(() -> {
                CallQueue.Waiting waiting = queue.waiting(tenant);
                List<Rendered> rows =
                        waiting.rows().stream().map(CallsStream.this::render).toList();
                return json.writeValueAsString(new Snapshot(rows, waiting.count()));
            });
        }
    }
}
