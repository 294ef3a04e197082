package org.callboard.leads;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.callboard.access.Tenants;
import org.callboard.calls.Call;
import org.callboard.calls.CallChanged;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.RecordShape;
import org.callboard.details.RecordKind;
import org.callboard.http.Precondition;
import org.callboard.leads.LeadReferences.Ids;
import org.callboard.leads.LeadRequests.LeadUpdateRequest;
import org.callboard.paging.ListQuery;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.people.Employees;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.Findings;
import org.callboard.validation.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The leads of a tenant: reading them, and changing what they say. */
@Service
public class Leads {

    /** Nobody has more; and if so, the newest are enough for a page about somebody. */
    static final int MAX = 50;

    private final LeadStore store;
    private final LeadStateStore states;
    private final LeadReferences references;
    private final Employees employees;
    private final Tenants tenants;
    private final Changes changes;

    Leads(
            LeadStore store,
            LeadStateStore states,
            LeadReferences references,
            Employees employees,
            Tenants tenants,
            Changes changes) {
        this.store = store;
        this.states = states;
        this.references = references;
        this.employees = employees;
        this.tenants = tenants;
        this.changes = changes;
    }

    public Optional<Lead> find(long tenant, long id) {
        return store.find(tenant, id);
    }

    /** One lead; NotFound where there is none. */
    public Lead get(long tenant, long id) {
        return find(tenant, id).orElseThrow(() -> notFound(id));
    }

    /** The leads of a customer, newest first, at most fifty. */
    public List<Lead> ofCustomer(long tenant, long customer) {
        return store.of(tenant, "customer_id", customer, MAX);
    }

    /** The leads for a location, newest first, at most fifty. */
    public List<Lead> ofLocation(long tenant, long location) {
        return store.of(tenant, "location_id", location, MAX);
    }

    /** The leads that were made of a booking, newest first; usually one. */
    public List<Lead> ofBooking(long tenant, long booking) {
        return store.of(tenant, "booking_id", booking, MAX);
    }

    /** The leads that came of a telephone call, newest first. */
    public List<Lead> ofCall(long tenant, long call) {
        return store.of(tenant, "call_id", call, MAX);
    }

    /** An open lead with one of its numbers or e-mail addresses, as that is understood. */
    public record Holder(String form, String extension, boolean email, long leadId, String name) {}

    /** The open leads with one of these numbers (E.164) and e-mail addresses, newest first; placeholders are nobody's. */
    public List<Holder> holders(long tenant, Collection<String> forms) {
        return forms.isEmpty() ? List.of() : store.holders(tenant, forms);
    }

    /** The open lead with a number (E.164), its own or its customer's, that was there by then; empty for none or several. */
    public Optional<Long> onlyOpen(long tenant, String number, Instant then) {
        return store.onlyOpen(tenant, number, then);
    }

    /** The states of leads, by their ids; those that were taken back have none. */
    public Map<Long, LeadStatus> states(long tenant, Collection<Long> ids) {
        return store.states(tenant, ids);
    }

    /** Reads an open lead for a change; others wait until the transaction ends. NotFound, or LEAD_WON or LEAD_DISMISSED. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Lead lockOpen(long tenant, long id) {
        Lead lead = lock(tenant, id);
        if (!lead.open()) {
            throw closed(lead);
        }
        return lead;
    }

    Lead lock(long tenant, long id) {
        return store.lock(tenant, id).orElseThrow(() -> notFound(id));
    }

    Page<Lead> list(long tenant, ListQuery query, LeadFilter filter, Paging paging) {
        String region = filter.leadPhone() == null ? "" : tenants.get(tenant).region();
        return store.page(filter.applyTo(query.applyTo(Where.tenant(tenant)), region), paging);
    }

    /**
     * Changes campaign, priority, business unit, job type, summary and what is known of the person; also of a closed lead,
     * since a mistake in it falsifies what is counted. NotFound where there is none, Invalid names every wrong field, Stale
     * where the precondition does not hold.
     */
    @Transactional
    Lead update(long tenant, long id, Submission<LeadUpdateRequest> sent, Precondition precondition) {
        Lead before = lock(tenant, id);
        precondition.check(before.tag());
        LeadDetails old = before.details();
        LeadDetails now = sent.request().applyTo(old);
        Findings found = new Findings();
        now.person().checkChanged(old.person(), found.wrong(), "leadPhone", "leadEmail");
        references.check(tenant, Ids.changed(now), now.person().isReachable(), found);
        found.throwIfAny(sent.noted());
        Diff diff = Diff.between(old, now);
        if (diff.isEmpty()) {
            return before;
        }
        store.update(tenant, id, old, now);
        changes.record(EntityKind.LEAD, id, Action.UPDATED, diff);
        return get(tenant, id);
    }

    /** Gives the lead to an employee, or to nobody. NotFound where there is none, Invalid for an unknown employee. */
    @Transactional
    public Lead assign(long tenant, long id, @Nullable Long employee) {
        Lead before = lock(tenant, id);
        Long owner = before.details().ownerId();
        if (Objects.equals(owner, employee)) {
            return before;
        }
        if (employee != null && employees.find(tenant, employee).isEmpty()) {
            throw new Invalid("ownerId", "There is no employee " + employee + ".");
        }
        states.assign(tenant, id, employee);
        changes.record(EntityKind.LEAD, id, Action.ASSIGNED, Diff.none().field("ownerId", owner, employee));
        return get(tenant, id);
    }

    /**
     * Says of an open lead whose it is now: of a customer who was made of it, at their first location. NotFound where there
     * is none, Conflict where it is closed, or another customer's.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(long tenant, long id, long customer, @Nullable Long location) {
        Lead lead = lockOpen(tenant, id);
        LeadDetails old = lead.details();
        if (old.customerId() != null) {
            throw RefusalCode.CONFLICT.refuse("Lead " + id + " is of customer " + old.customerId() + " already.");
        }
        LeadDetails now = RecordShape.with(RecordShape.with(old, "customerId", customer), "locationId", location);
        store.update(tenant, id, old, now);
        changes.record(EntityKind.LEAD, id, Action.UPDATED, Diff.between(old, now));
    }

    /**
     * Takes those of the leads back with which nothing was done since they were made, and gives their ids; the others stay
     * as they are.
     */
    @Transactional
    public List<Long> takeBackAll(long tenant, Collection<Long> ids) {
        List<Long> gone = states.takeBack(tenant, ids);
        Map<Long, Diff> diffs = new LinkedHashMap<>();
        gone.forEach(id -> diffs.put(id, Diff.none()));
        changes.recordAll(EntityKind.LEAD, diffs, Action.TAKEN_BACK);
        return gone;
    }

    /** Keeps the leads of a customer or location from change until the transaction ends, and those named; gives their ids. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> lockAll(RecordKind kind, long tenant, long owner, Collection<Long> ids) {
        return store.lockAll(kind, tenant, owner, ids);
    }

    /**
     * Gives the leads of a customer or location to another one: all, in whatever state, or those of the named ones that it
     * has. Both records must be locked. Nothing is noted in the change log.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> moveOwner(RecordKind kind, long tenant, long from, long to, @Nullable Collection<Long> ids) {
        return store.move(kind, tenant, from, to, ids);
    }

    /** Programs know a call under another name once a telephone tells of one that was opened by hand; its leads say so. */
    @EventListener
    void tell(CallChanged changed) {
        Call before = changed.before();
        long call = changed.after().id();
        if (before != null && before.externalId() == null && changed.after().externalId() != null) {
            for (long lead : store.lockOfCall(changed.tenant(), call)) {
                store.touch(changed.tenant(), lead);
                changes.record(
                        EntityKind.LEAD, lead, Action.UPDATED, Diff.none().now("callId", call));
            }
        }
    }

    /** LEAD_WON or LEAD_DISMISSED. */
    static Refusal closed(Lead lead) {
        Long job = lead.jobId();
        Refusal closed = job == null
                ? RefusalCode.LEAD_DISMISSED.refuse("Lead " + lead.id() + " was dismissed. Reopen it first.")
                : RefusalCode.LEAD_WON
                        .refuse("Lead " + lead.id() + " was won already, as job " + job + ".")
                        .with("jobId", job);
        return closed.with("status", lead.status().name());
    }

    private static NotFound notFound(long id) {
        return new NotFound("Lead", id);
    }
}
