package org.callboard.requests;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.callboard.server.WorkQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class RequestConfiguration {

    /** What waits is in memory, within what bodies may hold of it together. */
    @Bean
    static WorkQueue jsonQueue(MeterRegistry metrics) {
        return new WorkQueue(
                new WorkQueue.Kind(
                        "json",
                        Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                        20,
                        Duration.ofSeconds(10),
                        false,
                        "Too many long bodies arrive at once. Send them one after the other."),
                metrics);
    }
}
