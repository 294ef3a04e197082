package org.callboard.changes;

import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import org.callboard.database.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class FeedConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    FeedHorizon feedHorizon(Database database) {
        return new FeedHorizon(database, System::nanoTime);
    }

    @Bean
    MeterBinder feedHorizonAge(FeedHorizon horizon) {
        return metrics -> TimeGauge.builder(
                        "callboard.feed.horizon.age", () -> horizon.age().toMillis(), TimeUnit.MILLISECONDS)
                .description("How long the feeds and webhooks of all companies wait for an open transaction")
                .register(metrics);
    }
}
