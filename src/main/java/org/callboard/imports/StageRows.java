package org.callboard.imports;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.callboard.access.Tenants;
import org.callboard.database.Caller;
import org.callboard.importrows.StagedRow;
import org.callboard.refusals.RefusalCode;
import org.callboard.sheets.SheetFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores the rows of a list part by part, each part in a short transaction: an open one holds up the feeds of all
 * companies. The list shows with the last transaction, or never: what breaks off before is removed, at once or, where its
 * program died or the database was away, within two hours.
 */
@Component
class StageRows {

    private static final Logger log = LoggerFactory.getLogger(StageRows.class);
    private static final int AT_A_TIME = 2000;
    private static final int REMOVED_AT_A_TIME = 20_000;

    /** Nobody takes so long from one part to the next. */
    static final Duration DEAD = Duration.ofHours(1);

    private final StagingStore store;
    private final Tenants tenants;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StageRows(StagingStore store, Tenants tenants, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.tenants = tenants;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes the import of a list whose rows are all there; empty where there is to be none. */
    interface Last<T> {
        Optional<T> take(long id, int rows);
    }

    /**
     * Stores a list, and makes its import in the last transaction. Where there is to be none, or anything fails, nothing
     * stays of the list.
     *
     * @param list gives each row to who reads it, and tells how many they were
     */
    <T> Optional<T> all(long tenant, ToIntFunction<SheetFile.RowReader> list, Last<T> last) {
        long id = store.begin(tenant);
        Optional<T> made;
        try {
            int count = stage(tenant, id, list);
            made = within(tenant, id, status -> {
                store.end(tenant, id, false);
                Optional<T> one = last.take(id, count);
                if (one.isEmpty()) {
                    status.setRollbackOnly();
                }
                return one;
            });
        } catch (RuntimeException | Error e) {
            try {
                drop(tenant, id, clock.instant().plus(DEAD));
            } catch (RuntimeException left) {
                e.addSuppressed(left); // the background removes it
            }
            throw e;
        }
        if (made.isEmpty()) {
            drop(tenant, id, clock.instant().plus(DEAD));
        }
        return made;
    }

    private int stage(long tenant, long id, ToIntFunction<SheetFile.RowReader> list) {
        List<StagedRow> part = new ArrayList<>();
        int count = list.applyAsInt((number, cells) -> {
            part.add(new StagedRow(number, cells));
            if (part.size() == AT_A_TIME) {
                add(tenant, id, part);
                part.clear();
            }
        });
        add(tenant, id, part);
        return count;
    }

    private void add(long tenant, long id, List<StagedRow> part) {
        within(tenant, id, status -> {
            store.add(tenant, id, part);
            return true;
        });
    }

    private <T> T within(long tenant, long id, Function<TransactionStatus, T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!store.touch(tenant, id)) {
                throw RefusalCode.IMPORT_TOO_SLOW.refuse("The list came too slowly and was given up; send it again.");
            }
            return work.apply(status);
        }));
    }

    /** Removes what there is of a list, unless it was touched after that. */
    private void drop(long tenant, long id, Instant since) {
        store.giveUp(tenant, id, since);
        int removed;
        do {
            removed = store.removeRows(tenant, id, REMOVED_AT_A_TIME);
        } while (removed == REMOVED_AT_A_TIME);
        store.end(tenant, id, true);
    }

    /** Removes what broke off, company by company. */
    void removeWhatBrokeOff() {
        Instant since = clock.instant().minus(DEAD);
        int lists = 0;
        for (long tenant : tenants.ids()) {
            lists += Caller.system(tenant).call(() -> {
                List<Long> left = store.left(tenant, since);
                left.forEach(id -> drop(tenant, id, since));
                return left.size();
            });
        }
        if (lists > 0) {
            log.info("removed {} imported lists of which only a part came in", lists);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Task {
        @Bean
        static RecurringTask<Void> removeUnfinishedLists(StageRows rows) {
            return Tasks.recurring("remove-unfinished-lists", FixedDelay.ofHours(1))
                    .execute((instance, context) -> rows.removeWhatBrokeOff());
        }
    }
}
