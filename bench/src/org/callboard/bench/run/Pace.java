package org.callboard.bench.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Requests at a steady pace, whether or not the answers keep up. */
record Pace(int perSecond) {

    /** Sends one of them, by its number from 0; fails where it was not taken. */
    interface Request {
        void send(int number) throws Exception;
    }

    /** Returns when all are answered; fails where one was not taken. */
    void keep(int seconds, Request request) {
        List<Exception> failures = new CopyOnWriteArrayList<>();
        long start = System.nanoTime();
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < seconds * perSecond; i++) {
                LockSupport.parkNanos(start + i * 1_000_000_000L / perSecond - System.nanoTime());
                int number = i;
                requests.execute(() -> {
                    try {
                        request.send(number);
                    } catch (Exception e) {
                        failures.add(e);
                    }
                });
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " requests were not taken", failures.getFirst());
        }
    }
}
