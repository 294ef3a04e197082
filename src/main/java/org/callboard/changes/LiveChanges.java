package org.callboard.changes;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.callboard.changes.ChangeTail.Changed;
import org.callboard.database.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners what changed in their company, on whatever node it changed. A company is followed while it has a listener
 * here; a signal wakes the follower at once, and it looks by itself twice a second in case a signal was lost.
 *
 * @param <L> who listens
 */
public final class LiveChanges<L> {

    private static final Logger log = LoggerFactory.getLogger(LiveChanges.class);
    private static final Duration WITHOUT_SIGNAL = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

    /** Hands on what changed, as the company's system. What it throws is told in full the next time. */
    public interface Teller<L> {

        /**
         * @param changed the records, in the order of change; empty where nothing did
         * @param all whether more may have changed than is known
         */
        void tell(long tenant, Set<Changed> changed, boolean all, List<L> listeners);
    }

    private final String name;
    private final List<EntityKind> kinds;
    private final ChangeTail tail;
    private final Teller<L> teller;
    private final Map<Long, Follower> followers = new ConcurrentHashMap<>();

    /** @param name of its threads, such as {@code live-queue} */
    public LiveChanges(String name, List<EntityKind> kinds, ChangeTail tail, ChangeSignal signal, Teller<L> teller) {
        this.name = name;
        this.kinds = List.copyOf(kinds);
        this.tail = tail;
        this.teller = teller;
        signal.listen(tenant -> {
            Follower follower = followers.get(tenant);
            if (follower != null) {
                follower.wake.release();
            }
        });
    }

    /**
     * Tells the listener of what changes from now on. What it is told may be older than what it reads by itself in between.
     *
     * @return ends it
     */
    public Runnable listen(long tenant, L listener) {
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

    private final class Follower {
        private final long tenant;
        private final List<L> listeners = new CopyOnWriteArrayList<>();
        private final Semaphore wake = new Semaphore(0);
        private final ChangeTail.Position position;
        private boolean untold; // whether changes were read of which not every listener has heard

        Follower(long tenant, L first) {
            this.tenant = tenant;
            this.listeners.add(first);
            this.position = tail.now();
            Thread.ofVirtual().name(name + "-" + tenant).start(this::follow);
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
                    log.warn("{} could not be read, trying again: {}", name, e.getMessage());
                }
            }
        }

        private void look() {
            Caller.system(tenant).run(() -> {
                ChangeTail.Look look = tail.look(tenant, kinds, position);
                boolean all = untold || look.again();
                untold = true;
                teller.tell(tenant, look.records(), all, listeners);
                untold = false;
            });
        }
    }
}
