package org.callboard.changes;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.callboard.changes.ChangeTail.Changed;
import org.callboard.database.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners what changed in their company, on whatever node it changed. A company is followed while it has a listener
 * here; a signal wakes the follower at once, and it looks by itself twice a second in case a signal was lost.
 *
 * @param <T> a record as listeners are told of it
 */
public final class LiveChanges<T> {

    private static final Logger log = LoggerFactory.getLogger(LiveChanges.class);
    private static final Duration WITHOUT_SIGNAL = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

    /**
     * Who hears of changes. Where one could not be told, all of a company start over.
     *
     * @param <T> a record as it is told
     */
    public interface Listener<T> {

        /** These records changed, and nothing by which others are shown. */
        void changed(List<T> records);

        /** Whatever is known may be otherwise by now, and is to be read anew: more changed than can be told. */
        void startOver();
    }

    /**
     * Reads records as they are now, as the company's system.
     *
     * @param <T> a record as it is told
     */
    public interface Reader<T> {

        List<T> read(long tenant, Set<Changed> changed);
    }

    private final String name;
    private final Set<EntityKind> told;
    private final List<EntityKind> kinds;
    private final ChangeTail tail;
    private final Reader<T> reader;
    private final Map<Long, Follower> followers = new ConcurrentHashMap<>();

    /**
     * @param name of its threads, such as {@code live-queue}
     * @param told records of these kinds are told
     * @param rules a change of these kinds may change how all the others are shown
     */
    public LiveChanges(
            String name,
            Set<EntityKind> told,
            Set<EntityKind> rules,
            ChangeTail tail,
            ChangeSignal signal,
            Reader<T> reader) {
        this.name = name;
        this.told = Set.copyOf(told);
        this.kinds = Stream.concat(told.stream(), rules.stream()).toList();
        this.tail = tail;
        this.reader = reader;
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
    public Runnable listen(long tenant, Listener<T> listener) {
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
        private final List<Listener<T>> listeners = new CopyOnWriteArrayList<>();
        private final Semaphore wake = new Semaphore(0);
        private final ChangeTail.Position position;
        private boolean untold; // whether changes were read of which not every listener has heard

        Follower(long tenant, Listener<T> first) {
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
                boolean all = untold
                        || look.again()
                        || look.records().stream().anyMatch(record -> !told.contains(record.recordKind()));
                untold = true;
                if (all) {
                    listeners.forEach(Listener::startOver);
                } else if (!look.records().isEmpty()) {
                    List<T> records = reader.read(tenant, look.records());
                    listeners.forEach(listener -> listener.changed(records));
                }
                untold = false;
            });
        }
    }
}
