package org.callboard.server;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.callboard.server.WorkQueue.Requester;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * So many may work at once, and the others wait in a {@link FairQueue}: a thousand requests that come in one moment would
 * otherwise all stand before the next one, in the queue of the processors. A turn ends where the work waits, for its
 * sender, its receiver, a thread for heavy work, or anything else for a quarter of a second: those who are slow hold up
 * nobody.
 */
final class ConcurrencyLimit {

    private static final int PATIENCE_SECONDS = 10;
    private static final int MAX_MILLIS = 250;

    private static final ThreadLocal<@Nullable Turn> CURRENT = new ThreadLocal<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final FairQueue<CompletableFuture<Boolean>> line;
    private int free;

    /** @param line where those wait whose turn has not come */
    ConcurrencyLimit(int most, FairQueue<CompletableFuture<Boolean>> line) {
        this.free = most;
        this.line = line;
    }

    /** There was no place in line, or nobody was ready for ten seconds. */
    static final class NoneLeft extends Exception {}

    /** Waits for a turn. */
    Turn take(Request request, String sender) throws NoneLeft, InterruptedException {
        await(sender);
        return new Turn(request);
    }

    /** Waits until one more may work, who says when that is {@link #over}. */
    void await(String sender) throws NoneLeft, InterruptedException {
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        Optional<CompletableFuture<Boolean>> refused = Optional.empty();
        lock.lock();
        try {
            if (free > 0) {
                free--;
                return;
            }
            refused = line.enter(mine, new Requester(sender, false));
        } finally {
            lock.unlock();
        }
        refused.ifPresent(last -> last.complete(false));
        if (!came(mine)) {
            throw new NoneLeft();
        }
    }

    private boolean came(CompletableFuture<Boolean> mine) throws InterruptedException {
        try {
            return mine.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return !left(mine) && mine.join();
        } catch (InterruptedException e) {
            if (!left(mine) && mine.join()) {
                over();
            }
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean left(CompletableFuture<Boolean> mine) {
        lock.lock();
        try {
            return line.leave(mine);
        } finally {
            lock.unlock();
        }
    }

    /** How many stand in line. */
    int waiting() {
        lock.lock();
        try {
            return line.size();
        } finally {
            lock.unlock();
        }
    }

    /** Lets the next one work. */
    void over() {
        Optional<CompletableFuture<Boolean>> next;
        lock.lock();
        try {
            next = line.next();
            if (next.isEmpty()) {
                free++;
            }
        } finally {
            lock.unlock();
        }
        next.ifPresent(one -> one.complete(true));
    }

    /** Ends the turn of a request that waits for its sender. */
    static void endOf(Request request) {
        if (request.getAttribute(Turn.class.getName()) instanceof Turn turn) {
            turn.close();
        }
    }

    /** Ends the turn of the request on this thread, if it has one, since it waits in another line now. */
    static void endOfCurrent() {
        Turn turn = CURRENT.get();
        if (turn != null) {
            turn.close();
        }
    }

    /** The time in which a request is worked on. */
    final class Turn implements AutoCloseable {

        private final AtomicBoolean ended = new AtomicBoolean();
        private final Scheduler.Task end;

        private Turn(Request request) {
            request.setAttribute(Turn.class.getName(), this);
            CURRENT.set(this);
            end = request.getComponents().getScheduler().schedule(this::close, MAX_MILLIS, TimeUnit.MILLISECONDS);
        }

        /** A response whose first bytes end the turn: the work is done, and a receiver may be slow. */
        Response endingWith(Request request, Response response) {
            return new Response.Wrapper(request, response) {
                @Override
                public void write(boolean last, ByteBuffer bytes, Callback callback) {
                    close();
                    super.write(last, bytes, callback);
                }
            };
        }

        @Override
        public void close() {
            if (CURRENT.get() == this) {
                CURRENT.remove();
            }
            if (ended.compareAndSet(false, true)) {
                over();
                end.cancel();
            }
        }
    }
}
