package org.callboard.platform;

import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * So many may work at once, and the others wait in line: a thousand requests that come in one moment would otherwise all
 * stand before the next one, in the queue of the processors. A turn ends where the work waits, for its sender, its
 * receiver, a thread for heavy work, or anything else for a quarter of a second: those who are slow hold up nobody.
 */
final class Turns {

    private static final int PATIENCE_SECONDS = 10;
    private static final int LONGEST_MILLIS = 250;

    private static final ThreadLocal<@Nullable Turn> CURRENT = new ThreadLocal<>();

    private final Semaphore free;

    Turns(int most) {
        free = new Semaphore(most, true);
    }

    /** Nobody was ready for ten seconds. */
    static final class NoneLeft extends Exception {}

    /** Waits for a turn. */
    Turn take(Request request) throws NoneLeft, InterruptedException {
        if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new NoneLeft();
        }
        return new Turn(request);
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

        private final AtomicBoolean over = new AtomicBoolean();
        private final Scheduler.Task end;

        private Turn(Request request) {
            request.setAttribute(Turn.class.getName(), this);
            CURRENT.set(this);
            end = request.getComponents().getScheduler().schedule(this::close, LONGEST_MILLIS, TimeUnit.MILLISECONDS);
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
            if (over.compareAndSet(false, true)) {
                free.release();
                end.cancel();
            }
        }
    }
}
