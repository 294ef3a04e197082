package org.callboard.geocoding;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.callboard.access.Tenants;
import org.callboard.database.Caller;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes what geocoders answered as soon as their terms no longer let it be kept, company by company. */
@Configuration(proxyBeanMethods = false)
class ForgetAnswers {

    @Bean
    RecurringTask<Void> forgetAddressAnswers(Tenants tenants, AddressProviderStore store) {
        return Tasks.recurring("forget-address-answers", FixedDelay.ofHours(1)).execute((instance, context) -> {
            for (long tenant : tenants.ids()) {
                Caller.system(tenant).run(() -> store.forget(tenant));
            }
        });
    }
}
