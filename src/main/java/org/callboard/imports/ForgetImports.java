package org.callboard.imports;

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
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes the rows of imports 30 days after anything was done with them: they hold personal data, of people too who never
 * became a record. What an import was and its counts stay.
 */
@Component
class ForgetImports {

    static final Duration KEPT = Duration.ofDays(30);

    private static final Logger log = LoggerFactory.getLogger(ForgetImports.class);

    private final Tenants tenants;
    private final ImportStore store;
    private final ImportRowStore rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ForgetImports(
            Tenants tenants, ImportStore store, ImportRowStore rows, TransactionTemplate transaction, Clock clock) {
        this.tenants = tenants;
        this.store = store;
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Forgets what is old, company by company. */
    void run() {
        int forgotten = 0;
        for (long tenant : tenants.ids()) {
            forgotten += Caller.system(tenant).call(() -> forget(tenant));
        }
        if (forgotten > 0) {
            log.info("removed the rows of {} imports that nobody touched for {} days", forgotten, KEPT.toDays());
        }
    }

    private int forget(long tenant) {
        Instant then = clock.instant().minus(KEPT);
        int forgotten = 0;
        for (long id : store.untouchedSince(tenant, then)) {
            boolean done = Boolean.TRUE.equals(transaction.execute(status -> forget(tenant, id, then)));
            forgotten += done ? 1 : 0;
        }
        return forgotten;
    }

    private boolean forget(long tenant, long id, Instant then) {
        Import list = store.lock(tenant, id)
                .filter(one -> !one.state().works() && one.modifiedOn().isBefore(then))
                .orElse(null);
        if (list == null) {
            return false; // somebody went on with it
        }
        rows.forget(tenant, id);
        if (list.state() == ImportState.Draft || list.state() == ImportState.Checked) {
            store.delete(tenant, id);
        } else {
            store.rowsForgotten(tenant, id);
        }
        return true;
    }

    @Configuration(proxyBeanMethods = false)
    static class Task {
        @Bean
        static RecurringTask<Void> forgetRowsOfImports(ForgetImports forget) {
            return Tasks.recurring("forget-rows-of-imports", FixedDelay.ofHours(24))
                    .execute((instance, context) -> forget.run());
        }
    }
}
