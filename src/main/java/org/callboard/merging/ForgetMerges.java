package org.callboard.merging;

import org.callboard.access.Tenants;
import org.callboard.database.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes what merges changed once they can't be undone any more: it holds personal data. That they were made stays. */
@Component
class ForgetMerges {

    private static final Logger log = LoggerFactory.getLogger(ForgetMerges.class);

    private final Tenants tenants;
    private final MergeStore store;
    private final TransactionTemplate transaction;

    ForgetMerges(Tenants tenants, MergeStore store, TransactionTemplate transaction) {
        this.tenants = tenants;
        this.store = store;
        this.transaction = transaction;
    }

    void run() {
        int forgotten = 0;
        for (long tenant : tenants.ids()) {
            forgotten += Caller.system(tenant).call(() -> forget(tenant));
        }
        if (forgotten > 0) {
            log.info("removed what {} merges changed that are older than {} days", forgotten, UndoReader.KEPT.toDays());
        }
    }

    private int forget(long tenant) {
        var old = store.olderThan(tenant, UndoReader.KEPT);
        old.forEach(merge -> transaction.executeWithoutResult(status -> store.forget(tenant, merge)));
        return old.size();
    }
}
