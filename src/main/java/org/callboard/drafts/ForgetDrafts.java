package org.callboard.drafts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.callboard.access.Tenants;
import org.callboard.database.Caller;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Removes what was typed for inquiries a day after they were closed: until then a close may be taken back. */
@Component
class ForgetDrafts {

    static final Duration KEPT = Duration.ofDays(1);

    private final Tenants tenants;
    private final DraftStore store;
    private final Clock clock;

    ForgetDrafts(Tenants tenants, DraftStore store, Clock clock) {
        this.tenants = tenants;
        this.store = store;
        this.clock = clock;
    }

    /** Forgets what is old, company by company. */
    void run() {
        Instant before = clock.instant().minus(KEPT);
        for (long tenant : tenants.ids()) {
            Caller.system(tenant).run(() -> store.removeClosed(tenant, before));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Task {
        @Bean
        static RecurringTask<Void> forgetDraftsOfClosed(ForgetDrafts forget) {
            return Tasks.recurring("forget-drafts", FixedDelay.ofHours(1)).execute((instance, context) -> forget.run());
        }
    }
}
