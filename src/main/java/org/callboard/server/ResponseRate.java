package org.callboard.server;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Ends the line to a client that takes an answer at less than 1 KB/s. Each piece is looked at by itself, so that a stream
 * which has little to say may last. (The server has a setting for it, {@code minResponseDataRate}, and does not look at it.)
 */
final class ResponseRate extends Handler.Wrapper {

    private static final long LEAST_BYTES_A_SECOND = 1024;

    /** A line may stop for a moment; for longer than this it is idle. */
    private static final long GRACE_SECONDS = 30;

    ResponseRate(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Timed(request, response), callback);
    }

    private static final class Timed extends Response.Wrapper {

        Timed(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer piece, Callback callback) {
            long bytes = piece == null ? 0 : piece.remaining();
            Taken taken = new Taken(callback);
            super.write(last, piece, taken);
            if (!taken.isDone()) { // most are taken at once
                EndPoint line =
                        getRequest().getConnectionMetaData().getConnection().getEndPoint();
                taken.orElse(getRequest()
                        .getComponents()
                        .getScheduler()
                        .schedule(line::close, GRACE_SECONDS + bytes / LEAST_BYTES_A_SECOND, TimeUnit.SECONDS));
            }
        }
    }

    /** Notices when a piece is taken, and calls off what would happen if it were not. */
    private static final class Taken extends Callback.Nested {

        private Scheduler.@Nullable Task end;
        private boolean done;

        Taken(Callback callback) {
            super(callback);
        }

        synchronized boolean isDone() {
            return done;
        }

        synchronized void orElse(Scheduler.Task end) {
            this.end = end;
            if (done) {
                end.cancel();
            }
        }

        private synchronized void done() {
            done = true;
            if (end != null) {
                end.cancel();
            }
        }

        @Override
        public void succeeded() {
            done();
            super.succeeded();
        }

        @Override
        public void failed(Throwable failure) {
            done();
            super.failed(failure);
        }
    }
}
