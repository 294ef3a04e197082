package org.callboard.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.changes.ChangeSignal;
import org.callboard.changes.ChangeTail;
import org.callboard.changes.ChangeTail.Changed;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Tells open Calls screens what changed in the queue, on whatever node it changed. A tenant is followed while it has a
 * listener here; a signal wakes the follower at once, and it looks by itself twice a second in case a signal was lost.
 */
@Service
public class LiveQueue {

    private static final Logger log = LoggerFactory.getLogger(LiveQueue.class);
    private static final Map<EntityKind, InquiryKey.Kind> INQUIRIES = Map.of(
            EntityKind.BOOKING, InquiryKey.Kind.Booking,
            EntityKind.CALL, InquiryKey.Kind.Call,
            EntityKind.CALL_BACK, InquiryKey.Kind.CallBack);

    /** Inquiries, and the settings by which all of them are shown. */
    private static final List<EntityKind> KINDS = Stream.concat(
                    INQUIRIES.keySet().stream(), Stream.of(EntityKind.TENANT, EntityKind.SERVICE_AREA))
            .toList();

    private static final Duration WITHOUT_SIGNAL = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

    /** What an open screen hears. */
    public interface Listener {

        /** These inquiries changed; they may be open or closed. */
        void changed(List<QueueRow> rows);

        /** The company's settings changed, and with them perhaps what the queue shows at all. */
        void startOver();
    }

    private final CallQueue queue;
    private final ChangeTail tail;
    private final Map<Long, Follower> followers = new ConcurrentHashMap<>();

    LiveQueue(CallQueue queue, ChangeTail tail, ChangeSignal signal) {
        this.queue = queue;
        this.tail = tail;
        signal.listen(tenant -> {
            Follower follower = followers.get(tenant);
            if (follower != null) {
                follower.wake.release();
            }
        });
    }

    /**
     * Calls the listener with the changed rows of a tenant, open or closed, from now on. What it is told may be older than
     * what it reads by itself in between; the row's version tells.
     *
     * @return ends it
     */
    public Runnable listen(long tenant, Listener listener) {
        followers.compute(tenant, (id, known) -> {
            if (known == null) {
                return new Follower(id, listener);
            }
            known.listeners.add(listener);
            return known;
        });
        return () -> followers.computeIfPresent(tenant, (id, follower) -> {
            follower.listeners.remove(listener);
            return follower.listeners.isEmpty() ? null : follower;
        });
    }

    private static InquiryKey key(Changed record) {
        return new InquiryKey(Objects.requireNonNull(INQUIRIES.get(record.recordKind())), record.recordId());
    }

    private final class Follower {
        private final long tenant;
        private final List<Listener> listeners = new CopyOnWriteArrayList<>();
        private final Semaphore wake = new Semaphore(0);
        private final ChangeTail.Position position;
        private boolean untold; // whether changes were read of which not every listener has heard

        Follower(long tenant, Listener first) {
            this.tenant = tenant;
            this.listeners.add(first);
            this.position = tail.now();
            Thread.ofVirtual().name("live-queue-" + tenant).start(this::follow);
        }

        private void follow() {
            while (!listeners.isEmpty()) {
                try {
                    wake.tryAcquire(WITHOUT_SIGNAL.toMillis(), TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                    look();
                    Thread.sleep(BETWEEN_LOOKS);
                } catch (InterruptedException e) {
                    return;
                } catch (RuntimeException e) {
                    log.warn("the live queue could not be read, trying again: {}", e.getMessage());
                }
            }
        }

        private void look() {
            Caller.system(tenant).run(() -> {
                ChangeTail.Look look = tail.look(tenant, KINDS, position);
                Set<Changed> changed = look.records();
                boolean all = untold || look.again();
                untold = true;
                if (all || changed.stream().anyMatch(record -> !INQUIRIES.containsKey(record.recordKind()))) {
                    listeners.forEach(Listener::startOver);
                } else if (!changed.isEmpty()) {
                    List<QueueRow> rows = queue.rows(
                            tenant, changed.stream().map(LiveQueue::key).collect(Collectors.toSet()));
                    listeners.forEach(listener -> listener.changed(rows));
                }
                untold = false;
            });
        }
    }
}
