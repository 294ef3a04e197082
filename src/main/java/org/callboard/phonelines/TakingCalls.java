package org.callboard.phonelines;

import java.util.List;
import java.util.Set;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who takes calls: a switch of each user that stays as they left it, whether they are signed in or not. Until they touch it,
 * CSRs take calls and others don't; viewers never do.
 */
@Service
public class TakingCalls {

    /**
     * Somebody who could take calls.
     *
     * @param taking whether they take them
     * @param signedIn whether they are signed in, so that a call can show on their screen
     */
    public record Person(long id, String name, boolean taking, boolean signedIn) {

        public boolean now() {
            return taking && signedIn;
        }
    }

    private final TakingCallsStore store;
    private final Changes changes;

    TakingCalls(TakingCallsStore store, Changes changes) {
        this.store = store;
        this.changes = changes;
    }

    /** All active users who could take calls, by name. */
    public List<Person> all(long tenant) {
        return store.all(tenant);
    }

    public boolean of(long tenant, long user) {
        return store.of(tenant, user);
    }

    /** Turns the switch of a user; nothing where it stands so. */
    @Transactional
    public void set(long tenant, long user, boolean taking) {
        boolean before = store.lock(tenant, user);
        if (taking != before) {
            store.set(tenant, user, taking);
            changes.record(EntityKind.USER, user, Action.UPDATED, Diff.none().field("takingCalls", before, taking));
        }
    }

    /**
     * The users for whom a call to a number rings, signed in or not.
     *
     * @param ownNumber the number that was dialed; null where it is none of the company's, or not told
     */
    public Set<Long> rungBy(long tenant, @Nullable Long ownNumber) {
        return store.rungBy(tenant, ownNumber);
    }
}
