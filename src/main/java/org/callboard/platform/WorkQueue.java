package org.callboard.platform;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A few threads of their own for one kind of heavy work, and a short queue in front of them that refuses early. Whoever is
 * known goes first; among equals the senders take turns, who has nothing else waiting before all others, however much one
 * of them sends; and one sender has at most half of the places. Where there is no place left, the last in this order is
 * refused. Nothing of it runs on the threads that carry the requests.
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
    private final TreeSet<Place<?>> waiting =
            new TreeSet<>(Comparator.<Place<?>, Boolean>comparing(place -> !place.who.known)
                    .thenComparing(place -> place.round)
                    .thenComparing(place -> place.number));
    private final long[] round = new long[2]; // of strangers and of the known: the latest that was begun
    private long numbers;

    public WorkQueue(Kind kind, MeterRegistry metrics) {
        this.kind = kind;
        this.refused = Counter.builder("callboard.work.refused")
                .description("Heavy work that was refused, since too much of it waited")
                .tag("kind", kind.name)
                .register(metrics);
        Gauge.builder("callboard.work.waiting", this, WorkQueue::waiting)
                .description("Heavy work that waits for a thread")
                .tag("kind", kind.name)
                .register(metrics);
        this.threads = Executors.newFixedThreadPool(
                kind.threads,
                Thread.ofPlatform().daemon().name("work-" + kind.name + "-", 0).factory());
        this.computing = kind.yields ? new YieldingThreads(kind.name, kind.threads) : null;
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
        Turns.endOfCurrent(); // else those who wait here would keep others from coming in
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
        Place<?> last = null;
        lock.lock();
        try {
            Predicate<Place<?>> sameSender =
                    other -> place.who.sender != null && place.who.sender.equals(other.who.sender);
            place.number = numbers++;
            place.round = waiting.stream()
                    .filter(sameSender.and(other -> other.who.known == place.who.known))
                    .mapToLong(other -> other.round + 1)
                    .reduce(round[place.rank()] - 1, Math::max); // who has nothing waiting goes before whoever has
            waiting.add(place);
            if (place.who.sender != null && waiting.stream().filter(sameSender).count() > (kind.places + 1) / 2) {
                last = waiting.descendingSet().stream()
                        .filter(sameSender)
                        .findFirst()
                        .orElseThrow();
            } else if (waiting.size() > kind.places && waiting.getLast().who.sender != null) {
                last = waiting.getLast();
            }
            if (last != null) {
                waiting.remove(last);
            }
        } finally {
            lock.unlock();
        }
        if (last != null) {
            last.refuse();
        }
        if (last != place) {
            threads.execute(this::next);
        }
    }

    /** There is a turn for each that entered, and for some that were refused since. */
    private void next() {
        Place<?> place;
        lock.lock();
        try {
            place = waiting.pollFirst();
            if (place != null) {
                round[place.rank()] = Math.max(round[place.rank()], place.round);
            }
        } finally {
            lock.unlock();
        }
        if (place != null) {
            place.run();
        }
    }

    private boolean leave(Place<?> place) {
        lock.lock();
        try {
            return waiting.remove(place);
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
            left = List.copyOf(waiting);
            waiting.clear();
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
        private long round;
        private long number;

        Place(Requester who, Supplier<T> work) {
            this.who = who;
            this.work = work;
        }

        private int rank() {
            return who.known ? 1 : 0;
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
            done.completeExceptionally(ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, kind.refusal));
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
                throw ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "Callboard is stopping. Try again in a minute.");
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
