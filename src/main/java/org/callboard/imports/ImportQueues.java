package org.callboard.imports;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.callboard.server.WorkQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The threads that lists are read and worked on by. */
@Configuration(proxyBeanMethods = false)
class ImportQueues {

    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final String LATER = "Too many lists are worked on at once. Try again in a minute.";

    /** There are places for all tasks of a node: what nobody waits for is not refused. */
    @Bean
    static WorkQueue importQueue(MeterRegistry metrics) {
        return new WorkQueue(
                new WorkQueue.Kind("imports", THREADS, 100, Duration.ofMinutes(30), false, LATER), metrics);
    }

    @Bean
    static WorkQueue stagingQueue(MeterRegistry metrics) {
        return new WorkQueue(new WorkQueue.Kind("staging", THREADS, 10, Duration.ofSeconds(30), false, LATER), metrics);
    }
}
