package org.callboard.telephone;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.callboard.access.Tenants;
import org.callboard.database.Caller;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes what telephone systems sent, once a day and company by company: it is kept to look for mistakes, and names people. */
@Configuration(proxyBeanMethods = false)
class ForgetEvents {

    @Bean
    RecurringTask<Void> forgetTelephoneEvents(Tenants tenants, TelephoneEventStore store) {
        return Tasks.recurring("forget-telephone-events", FixedDelay.ofHours(24))
                .execute((instance, context) -> {
                    for (long tenant : tenants.ids()) {
                        Caller.system(tenant).run(() -> store.forget(tenant));
                    }
                });
    }
}
