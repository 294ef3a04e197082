package org.callboard.followups;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.callboard.database.Caller;
import org.callboard.followups.FollowUpFilter.Conditions;
import org.callboard.leads.Lead;
import org.callboard.leads.LeadStateStore;
import org.callboard.leads.Leads;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands out leads that are due, each to exactly one person. It is theirs for as long as a lease lasts, which the open page
 * prolongs; then it goes to the next who asks. Nothing ends a lease: one that is over counts for nothing. Everything here
 * acts as the current caller, a user.
 */
@Service
public class NextFollowUp {

    /** How long somebody has a lead without a sign of life. */
    public static final Duration LEASE = Duration.ofMinutes(10);

    private final LeadStateStore states;
    private final LeadSearch search;
    private final Leads leads;
    private final Clock clock;

    NextFollowUp(LeadStateStore states, LeadSearch search, Leads leads, Clock clock) {
        this.states = states;
        this.search = search;
        this.leads = leads;
        this.clock = clock;
    }

    /**
     * The open lead that has been due longest, of those that fit the filter and that nobody has; empty where none is. One
     * that belongs to a colleague is left to them, unless the filter names its owner.
     */
    @Transactional
    public Optional<Lead> take(long tenant, FollowUpFilter filter) {
        String others = filter.owner().any() ? " and (owner_id is null or owner_id = :user)" : "";
        Conditions conditions = search.conditions(tenant, filter);
        return states.takeNext(tenant, user(), until(), conditions.sql() + others, conditions.values())
                .map(id -> leads.get(tenant, id));
    }

    /** A sign of life: the caller still works on it. False where they no longer have it. */
    @Transactional
    public boolean prolong(long tenant, long id) {
        return states.prolong(tenant, id, user(), until());
    }

    /** Gives the lead back for the next who asks; nothing where the caller does not have it. */
    @Transactional
    public void release(long tenant, long id) {
        states.release(tenant, id, user());
    }

    private static long user() {
        return Caller.current().userId();
    }

    private Instant until() {
        return clock.instant().plus(LEASE);
    }
}
