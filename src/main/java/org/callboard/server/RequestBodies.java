package org.callboard.server;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Puts a {@link Body} under every request that has one, and reads what is left of it when the answer is out, to throw it
 * away: a client that is still sending when the connection closes meets a broken pipe and never sees why it was refused.
 * That has an end in bytes and seconds, and an early one for strangers.
 */
final class RequestBodies extends Handler.Wrapper {

    private static final long MAX = 32 << 20;
    private static final long MAX_OF_STRANGERS = 2 << 20;
    private static final long SECONDS = 10;
    private static final long SECONDS_FOR_STRANGERS = 2;

    RequestBodies(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean hasBody = request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        if (!hasBody) {
            return super.handle(request, response, callback);
        }
        Body body = new Body(request);
        return super.handle(body, response, new Rest(request, body, callback));
    }

    /** The body behind the answer. */
    private static final class Rest extends Callback.Nested implements Runnable {

        private final Request request;
        private final Body body;
        private final AtomicBoolean done = new AtomicBoolean();
        private volatile Scheduler.Task end = () -> true;
        private long left;

        Rest(Request request, Body body, Callback callback) {
            super(callback);
            this.request = request;
            this.body = body;
        }

        @Override
        public void succeeded() {
            body.answered();
            if (!body.isReadToItsEnd()) {
                super.succeeded();
                return;
            }
            boolean stranger = body.isOfStranger();
            left = stranger ? MAX_OF_STRANGERS : MAX;
            end = request.getComponents()
                    .getScheduler()
                    .schedule(this::finish, stranger ? SECONDS_FOR_STRANGERS : SECONDS, TimeUnit.SECONDS);
            run();
        }

        @Override
        public void failed(Throwable failure) {
            body.answered();
            super.failed(failure);
        }

        @Override
        public void run() {
            while (!done.get()) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                left -= chunk.remaining();
                chunk.release();
                if (chunk.isLast() || Content.Chunk.isFailure(chunk) || left < 0) {
                    finish();
                }
            }
        }

        private void finish() {
            if (done.compareAndSet(false, true)) {
                end.cancel();
                super.succeeded();
            }
        }
    }
}
