package org.callboard.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class PlatformConfiguration {

    /** PostgreSQL keeps microseconds; a finer clock would give other times at once than after a read. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    @Bean
    ValidationConfigurationCustomizer constraints() {
        return configuration -> {
            configuration.addValueExtractor(new PatchedValues());
            if (configuration instanceof HibernateValidatorConfiguration hibernate) {
                ConstraintMapping blanks = hibernate.createConstraintMapping();
                blanks.constraintDefinition(NotBlank.class)
                        .includeExistingValidators(false)
                        .validatedBy(VisibleText.Required.class);
                hibernate.addMapping(blanks);
            }
        };
    }

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

    @Bean
    DataSource dataSource(Database database) {
        return database.dataSource();
    }

    /** Entity tags carry the mark of a database that was put back. */
    @Bean
    ServletContextInitializer databaseOfEntityTags(Database database) {
        return context -> context.setAttribute(EntityTag.DATABASE, database);
    }

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

    /** An embedded server that was killed is back within a second. */
    @Bean(initMethod = "start", destroyMethod = "close")
    DatabaseWatch databaseWatch(Database database) {
        return new DatabaseWatch(database);
    }
}
