package org.callboard.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.callboard.database.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets threads do something in the same moment, or one while another one waits for it. */
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

    /** Does the first in a transaction that ends once the second waits for a lock of it; gives what the second gives. */
    public static <T> T waiting(Caller caller, Runnable first, Callable<T> second) {
        TransactionTemplate transaction = new TransactionTemplate(Server.bean(PlatformTransactionManager.class));
        JdbcClient jdbc = Server.bean(JdbcClient.class);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<T> result = caller.call(() -> transaction.execute(status -> {
                first.run();
                Future<T> waits = executor.submit(second);
                Eventually.is(true, () -> jdbc.sql("""
                        select exists (
                            select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))
                        """).query(Boolean.class).single());
                return waits;
            }));
            return result.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
