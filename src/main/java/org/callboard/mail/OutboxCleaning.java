package org.callboard.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.callboard.access.Tenants;
import org.callboard.database.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes messages 90 days after they were stored, company by company: they hold personal data. */
@Configuration(proxyBeanMethods = false)
class OutboxCleaning {

    private static final Logger log = LoggerFactory.getLogger(OutboxCleaning.class);
    private static final Duration KEPT = Duration.ofDays(90);

    @Bean
    RecurringTask<Void> cleanOutbox(Tenants tenants, MessageStore store, Clock clock) {
        return Tasks.recurring("clean-outbox", FixedDelay.ofHours(24)).execute((instance, context) -> {
            Instant oldest = clock.instant().minus(KEPT);
            int removed = 0;
            for (long tenant : tenants.ids()) {
                removed += Caller.system(tenant).call(() -> store.removeBefore(tenant, oldest));
            }
            if (removed > 0) {
                log.info("removed {} messages older than {} days from the outbox", removed, KEPT.toDays());
            }
        });
    }
}
