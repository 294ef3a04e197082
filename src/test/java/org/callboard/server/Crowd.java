package org.callboard.server;

import java.util.concurrent.CountDownLatch;
import org.callboard.refusals.Refusal;
import org.callboard.testing.Eventually;
import org.callboard.testing.Server;

/** So much work of Callboard's own in a queue that nobody else finds a place, until it is closed. */
public final class Crowd implements AutoCloseable {

    private final WorkQueue queue;
    private final CountDownLatch end = new CountDownLatch(1);

    /** @param queue the name of its bean */
    public Crowd(String queue) {
        this(Server.bean(queue, WorkQueue.class), WorkQueue.Requester.CALLBOARD);
    }

    Crowd(WorkQueue queue, WorkQueue.Requester who) {
        this.queue = queue;
        for (int i = 0; i < queue.kind().threads(); i++) {
            enter(who);
        }
        Eventually.is(0, queue::waiting);
        for (int i = 0; i < queue.kind().places(); i++) {
            enter(who);
        }
        Eventually.is(queue.kind().places(), queue::waiting);
    }

    private void enter(WorkQueue.Requester who) {
        Thread.startVirtualThread(() -> {
            try {
                queue.call(who, this::last);
            } catch (Refusal e) {
                // it had to wait too long, which is nobody's matter here
            }
        });
    }

    private int last() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    @Override
    public void close() {
        end.countDown();
        Eventually.is(0, queue::waiting);
    }
}
