package org.callboard.access;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The companies of this installation. */
@Service
public class Tenants {

    /** How long the name of a company may be. */
    public static final int MAX_NAME = 200;

    private final TenantStore store;
    private final Changes changes;

    Tenants(TenantStore store, Changes changes) {
        this.store = store;
        this.changes = changes;
    }

    /** Whether nobody has set Callboard up yet. */
    public boolean none() {
        return store.none();
    }

    /** The companies that somebody can sign in to, for work that goes through all of them. */
    public List<Long> ids() {
        return store.ids();
    }

    /** Makes this transaction the only one that sets Callboard up; Conflict where somebody else was faster. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void claimSetUp() {
        store.lockSetUp();
        if (!none()) {
            throw RefusalCode.CONFLICT.refuse("Callboard has been set up meanwhile. Sign in instead.");
        }
    }

    /** An id for a new tenant, under which the caller then runs {@link #create}. */
    public long nextId() {
        return store.nextId();
    }

    /** Creates the caller's own tenant. */
    @Transactional
    public Tenant create(String name, ZoneId timeZone, String region) {
        long id = Caller.current().tenantId();
        store.insert(id, name, timeZone.getId(), region);
        changes.record(EntityKind.TENANT, id, Action.CREATED, Diff.none().now("name", name));
        return get(id);
    }

    /** The company as it is on record; read once in a transaction, however many of its steps ask. */
    public Tenant get(long id) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return store.get(id);
        }
        return known().computeIfAbsent(id, store::get);
    }

    /** The companies that this transaction has read. */
    private Map<Long, Tenant> known() {
        Known known = (Known) TransactionSynchronizationManager.getResource(this);
        if (known == null) {
            known = new Known();
            TransactionSynchronizationManager.bindResource(this, known);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<Known, Tenants>(known, this) {});
        }
        return known.companies;
    }

    private static final class Known extends ResourceHolderSupport {
        private final Map<Long, Tenant> companies = new HashMap<>();
    }

    /** Changes the company's own settings. Invalid names what is wrong. */
    @Transactional
    public void update(long id, @Nullable String name, @Nullable String timeZone, @Nullable String region) {
        FieldErrors errors = new FieldErrors()
                .required("name", name)
                .maxLength("name", name, MAX_NAME)
                .required("timeZone", timeZone);
        errors.addIf(
                timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone),
                "timeZone",
                "This is not a time zone.");
        errors.addIf(region == null || !region.matches("[A-Z]{2}"), "region", "A country of two letters is expected.");
        errors.throwIfAny();
        Tenant before = get(id);
        store.update(id, name, timeZone, region);
        known().remove(id);
        changed(
                id,
                Diff.none()
                        .field("name", before.name(), name)
                        .field("timeZone", before.timeZone().getId(), timeZone)
                        .field("region", before.region(), region));
    }

    /** Switches the bookings on the Calls screen on or off. */
    @Transactional
    public void showBookingsOnCalls(long id, boolean show) {
        Tenant before = get(id);
        store.showBookingsOnCalls(id, show);
        known().remove(id);
        changed(id, Diff.none().field("showBookingsOnCalls", before.showBookingsOnCalls(), show));
    }

    private void changed(long id, Diff diff) {
        changes.record(EntityKind.TENANT, id, Action.UPDATED, diff);
    }
}
