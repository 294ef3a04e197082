package org.callboard.customers;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.CustomDataRequests.AttachedDraft;
import org.callboard.details.RecordKind;
import org.callboard.http.Precondition;
import org.callboard.refusals.RefusalCode;
import org.callboard.settings.Technicians;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes a location, which may also move it to another customer. */
@Service
public class UpdateLocation {

    private final Locations locations;
    private final LocationStore store;
    private final Customers customers;
    private final CustomDataEntries attached;
    private final Technicians technicians;
    private final Changes changes;

    UpdateLocation(
            Locations locations,
            LocationStore store,
            Customers customers,
            CustomDataEntries attached,
            Technicians technicians,
            Changes changes) {
        this.locations = locations;
        this.store = store;
        this.customers = customers;
        this.attached = attached;
        this.technicians = technicians;
        this.changes = changes;
    }

    /** Changes what it is by itself, or whose it is; as below. */
    @Transactional
    public Location update(long tenant, long id, UnaryOperator<Long> owner, UnaryOperator<LocationDetails> change) {
        return update(tenant, id, owner, change, null, AttachedDraft.NONE, Precondition.NONE, new FieldErrors());
    }

    /**
     * Changes it; what hangs on it is replaced where the change names it. 404 where there is none, 403 for switching
     * {@code active} without the right to, 409 for a new customer that is unknown or not active, for an old one that would
     * keep no active location, and as for {@link Locations#activate}, 400 for other unknown ids, beside what was noted before, 412 where the
     * precondition does not hold.
     *
     * @param owner gives the customer whose it is to be, by the one whose it is; it may be asked more than once
     */
    @Transactional
    Location update(
            long tenant,
            long id,
            UnaryOperator<Long> owner,
            UnaryOperator<LocationDetails> change,
            @Nullable Boolean active,
            AttachedDraft attachments,
            Precondition precondition,
            FieldErrors noted) {
        Location before = lock(tenant, id, owner, active, attachments.application());
        precondition.check(before.tag());
        boolean switches = RecordKind.Location.switches(before.active(), active);
        FieldErrors errors = new FieldErrors();
        attached.check(
                tenant,
                List.of(new CustomDataEntries.Part(
                        RecordKind.Location, "", attachments, before.attached().customFields())),
                errors);
        noted.addMissing(errors).throwIfAny();
        long customer = owner.apply(before.customerId());
        LocationDetails details = change.apply(before.details());
        boolean moves = customer != before.customerId();
        if (moves) {
            requireCustomer(tenant, customer);
            locations.requireAnother(tenant, before);
        }
        Diff diff =
                Diff.none().field("customerId", before.customerId(), customer).and(before.details(), details);
        attached.change(RecordKind.Location, tenant, id, before.attached(), attachments, diff);
        if (!diff.isEmpty()) {
            store.update(tenant, id, customer, before.details(), details);
            changes.record(EntityKind.LOCATION, id, Action.UPDATED, diff);
        }
        if (moves) {
            store.rememberOwner(tenant, id, before.customerId());
        }
        if (switches) {
            locations.toggle(tenant, before);
        }
        return diff.isEmpty() && !switches ? before : locations.get(tenant, id, attachments.application());
    }

    /** Customers come before locations: whether one is needed shows in a look without a lock. */
    private Location lock(
            long tenant, long id, UnaryOperator<Long> owner, @Nullable Boolean active, @Nullable UUID application) {
        Location seen = locations.get(tenant, id);
        long wanted = owner.apply(seen.customerId());
        if (wanted != seen.customerId() || Boolean.FALSE.equals(active)) {
            return locations.lockWithOwners(tenant, seen, Set.of(wanted), application);
        }
        Location location = locations.lock(tenant, id, application);
        if (owner.apply(location.customerId()) != location.customerId()) {
            throw Locations.movedMeanwhile(id);
        }
        return location;
    }

    /** The customer that a location is to have; 409 where it is unknown or not active. */
    Customer requireCustomer(long tenant, long customer) {
        Customer owner = customers
                .find(tenant, customer)
                .orElseThrow(() -> RefusalCode.UNKNOWN_REFERENCE
                        .refuse("There is no customer " + customer + ".")
                        .with("customerId", customer));
        RecordKind.Customer.requireActive(customer, owner.active());
        return owner;
    }

    /** Sets who is sent there by preference; 404 for an unknown location or technician. */
    @Transactional
    void preferTechnician(long tenant, long id, long technician) {
        preferTechnician(tenant, id, old -> Optional.of(technician));
    }

    /** The same as a change of who is preferred now; empty where nobody is. */
    @Transactional
    public void preferTechnician(long tenant, long id, UnaryOperator<Optional<Long>> change) {
        Location before = locations.lock(tenant, id);
        Long technician = change.apply(Optional.ofNullable(before.preferredTechnicianId()))
                .map(wanted -> technicians.get(tenant, wanted).id())
                .orElse(null);
        Diff diff = Diff.none().field("preferredTechnicianId", before.preferredTechnicianId(), technician);
        if (!diff.isEmpty()) {
            store.preferTechnician(tenant, id, technician);
            changes.record(EntityKind.LOCATION, id, Action.UPDATED, diff);
        }
    }
}
