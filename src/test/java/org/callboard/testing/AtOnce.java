package org.callboard.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets many threads do something in the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** Runs the work once for each number below {@code threads}, all released together, and gives all results. */
    public static <T> List<T> run(int threads, IntFunction<Callable<T>> work) {
        CountDownLatch gate = new CountDownLatch(1);
        List<Future<T>> futures = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < threads; i++) {
                Callable<T> one = work.apply(i);
                futures.add(executor.submit(() -> {
                    gate.await();
                    return one.call();
                }));
            }
            gate.countDown();
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return results;
    }
}
