package org.callboard.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.callboard.database.Caller;
import org.callboard.database.Demand;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * A few threads of their own for one kind of heavy work, and a short {@link FairQueue} in front of them that refuses early;
 * one sender has at most half of its places. Nothing of it runs on the threads that carry the requests.
 */
public final class WorkQueue implements AutoCloseable {

    /**
     * What kind of work it is.
     *
     * @param name in the metrics
     * @param threads how much of it is done at once
     * @param places how many may wait
     * @param patience how long one waits for its beginning
     * @param yields whether it leaves the processor to all others, which only computing can
     * @param refusal what is said to who is refused
     */
    public record Kind(String name, int threads, int places, Duration patience, boolean yields, String refusal) {}

    /**
     * Who waits for the work.
     *
     * @param sender whose turn it is; null for Callboard itself, which has as many places as it needs
     * @param known whether it goes before strangers
     */
    public record Requester(@Nullable String sender, boolean known) {

        /** Callboard itself. */
        public static final Requester CALLBOARD = new Requester(null, true);
    }

    private final Kind kind;
    private final Counter refused;
    private final ExecutorService threads;
    private final @Nullable YieldingThreads computing;
    private final ReentrantLock lock = new ReentrantLock();
    private final FairQueue<Place<?>> waiting;

    public WorkQueue(Kind kind, MeterRegistry metrics) {
        this.kind = kind;
        this.waiting = new FairQueue<>(kind.places, (kind.places + 1) / 2);
        this.refused = refused(kind.name, metrics);
        Gauge.builder("callboard.work.waiting", this, WorkQueue::waiting)
                .description("Heavy work that waits for a thread")
                .tag("kind", kind.name)
                .register(metrics);
        this.threads = Executors.newFixedThreadPool(
                kind.threads,
                Thread.ofPlatform().daemon().name("work-" + kind.name + "-", 0).factory());
        this.computing = kind.yields ? new YieldingThreads(kind.name, kind.threads) : null;
    }

    /** Counts what was refused of a kind of work. */
    static Counter refused(String kind, MeterRegistry metrics) {
        return Counter.builder("callboard.work.refused")
                .description("Work that was refused, since too much of it waited")
                .tag("kind", kind)
                .register(metrics);
    }

    /** Who sent the request that is being answered, and {@link Requester#CALLBOARD} where none is. */
    public <T extends @Nullable Object> T call(Supplier<T> work) {
        return call(ClientAddress.requester(), work);
    }

    /**
     * Does the work, as the current caller, and gives what it gives or throws what it throws. Throws a 503 where it has to
     * be refused; then it has not begun.
     */
    public <T extends @Nullable Object> T call(Requester who, Supplier<T> work) {
        Place<T> place = new Place<>(who, Demand.keep(Caller.keep(work)));
        ConcurrencyLimit.endOfCurrent(); // else those who wait here would keep others from coming in
        enter(place);
        return place.result();
    }

    Kind kind() {
        return kind;
    }

    /** How many wait for a thread. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void enter(Place<?> place) {
        Optional<Place<?>> last;
        lock.lock();
        try {
            last = waiting.enter(place, place.who);
        } finally {
            lock.unlock();
        }
        last.ifPresent(Place::refuse);
        if (last.isEmpty() || last.get() != place) {
            threads.execute(this::next);
        }
    }

    /** There is a turn for each that entered, and for some that were refused since. */
    private void next() {
        Optional<Place<?>> place;
        lock.lock();
        try {
            place = waiting.next();
        } finally {
            lock.unlock();
        }
        place.ifPresent(Place::run);
    }

    private boolean leave(Place<?> place) {
        lock.lock();
        try {
            return waiting.leave(place);
        } finally {
            lock.unlock();
        }
    }

    /** Whoever waits is refused; what has begun is left to itself. */
    @Override
    public void close() {
        threads.shutdown();
        List<Place<?>> left;
        lock.lock();
        try {
            left = waiting.clear();
        } finally {
            lock.unlock();
        }
        left.forEach(Place::refuse);
        if (computing != null) {
            computing.close();
        }
    }

    private final class Place<T extends @Nullable Object> {

        private final Requester who;
        private final Supplier<T> work;
        private final CompletableFuture<T> done = new CompletableFuture<>();

        Place(Requester who, Supplier<T> work) {
            this.who = who;
            this.work = work;
        }

        private void run() {
            try {
                done.complete(computing == null ? work.get() : computing.call(work));
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        }

        private void refuse() {
            refused.increment();
            done.completeExceptionally(RefusalCode.BUSY.refuse(kind.refusal));
        }

        private T result() {
            try {
                return done.get(kind.patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (leave(this)) {
                    refuse();
                }
                return joined();
            } catch (ExecutionException e) {
                throw thrown(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                leave(this);
                throw RefusalCode.STOPPING.refuse("Callboard is stopping. Try again in a minute.");
            }
        }

        private T joined() {
            try {
                return done.join();
            } catch (CompletionException e) {
                throw thrown(e.getCause());
            }
        }

        private static RuntimeException thrown(@Nullable Throwable cause) {
            if (cause instanceof Error error) {
                throw error;
            }
            return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
        }
    }
}
