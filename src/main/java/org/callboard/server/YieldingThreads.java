package org.callboard.server;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for computing that the processor serves after all others. Java's priorities mean nothing on Linux, unless a flag
 * of the JVM turns them all on; so each thread lowers its own by {@code setpriority}. A thread that is made by such a one
 * inherits that for good, and the threads that carry the requests are made by whoever wakes a request. So nothing here
 * wakes one: who waits for the result is a thread of the system.
 */
final class YieldingThreads implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(YieldingThreads.class);

    /** Beside an ordinary thread such a one gets about a tenth of a processor, so that it still goes on under any load. */
    private static final int NICENESS = 10;

    private static final int PRIO_PROCESS = 0;
    private static final int THIS_THREAD = 0;

    private final ExecutorService threads;

    YieldingThreads(String name, int count) {
        threads = Executors.newFixedThreadPool(
                count,
                Thread.ofPlatform()
                        .daemon()
                        .name("compute-" + name + "-", 0)
                        .priority(Thread.MIN_PRIORITY)
                        .factory());
        for (int i = 0; i < count; i++) {
            threads.execute(YieldingThreads::yieldProcessor); // a new thread each, until there are as many
        }
    }

    /** Elsewhere than on Linux it would be the whole process's priority. */
    private static void yieldProcessor() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return;
        }
        try {
            Linker linker = Linker.nativeLinker();
            MethodHandle setpriority = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("setpriority"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            int failed = (int) setpriority.invokeExact(PRIO_PROCESS, THIS_THREAD, NICENESS);
            if (failed != 0) {
                log.warn("heavy work has the same priority as everything else: setpriority gave {}", failed);
            }
        } catch (Throwable e) {
            log.warn("heavy work has the same priority as everything else: {}", e.toString());
        }
    }

    /** Waits for the work on the current thread, which must be one of the system; throws what it throws. */
    <T extends @Nullable Object> T call(Supplier<T> work) throws Throwable {
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException("a virtual thread must not wait here");
        }
        try {
            return threads.submit(work::get).get();
        } catch (ExecutionException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
