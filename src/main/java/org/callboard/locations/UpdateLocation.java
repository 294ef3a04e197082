package org.callboard.locations;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.callboard.customers.Customers;
import org.callboard.platform.ApiProblem;
import org.callboard.platform.Changes;
import org.callboard.platform.Diff;
import org.callboard.platform.FieldErrors;
import org.callboard.records.AttachedRequests.AttachedDraft;
import org.callboard.records.Attachments;
import org.callboard.records.RecordKind;
import org.callboard.settings.Technicians;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes a location, which may also move it to another customer. */
@Service
class UpdateLocation {

    private final Locations locations;
    private final LocationStore store;
    private final Customers customers;
    private final Attachments attached;
    private final Technicians technicians;
    private final Changes changes;

    UpdateLocation(
            Locations locations,
            LocationStore store,
            Customers customers,
            Attachments attached,
            Technicians technicians,
            Changes changes) {
        this.locations = locations;
        this.store = store;
        this.customers = customers;
        this.attached = attached;
        this.technicians = technicians;
        this.changes = changes;
    }

    /**
     * Changes it; what hangs on it is replaced where the change names it. 404 where there is none, 403 for deactivating
     * and reactivating, 409 for a customer that is unknown or not active, 400 for other unknown ids.
     */
    @Transactional
    Location update(
            long tenant,
            long id,
            UnaryOperator<LocationDraft> change,
            @Nullable Boolean active,
            AttachedDraft attachments) {
        Location before = locations.lock(tenant, id, attachments.application());
        RecordKind.Location.requireSameState(before.active(), active);
        FieldErrors errors = new FieldErrors();
        attached.check(tenant, List.of(new Attachments.Part(RecordKind.Location, "", attachments)), errors);
        errors.throwIfAny();
        LocationDraft old = LocationDraft.of(before);
        LocationDraft draft = change.apply(old);
        if (draft.customerId() != old.customerId()) {
            requireCustomer(tenant, draft.customerId());
        }
        Diff diff = Diff.none()
                .field("customerId", old.customerId(), draft.customerId())
                .field("name", old.name(), draft.name())
                .field("address", old.address(), draft.address())
                .field("coordinates", old.coordinates(), draft.coordinates())
                .field("taxZoneId", old.taxZoneId(), draft.taxZoneId());
        attached.change(RecordKind.Location, tenant, id, before.attached(), attachments, diff);
        if (diff.isEmpty()) {
            return before;
        }
        store.update(tenant, id, old, draft);
        if (draft.customerId() != old.customerId()) {
            store.rememberOwner(tenant, id, old.customerId());
        }
        changes.record("location", id, "updated", diff);
        return locations.get(tenant, id, attachments.application());
    }

    /** 409 where the customer that a location is to have is unknown or not active. */
    void requireCustomer(long tenant, long customer) {
        boolean active = customers
                .find(tenant, customer)
                .orElseThrow(() ->
                        ApiProblem.conflict("There is no customer " + customer + ".", Map.of("customerId", customer)))
                .active();
        RecordKind.Customer.requireActive(customer, active);
    }

    /** Sets who is sent there by preference; 404 for an unknown location or technician. */
    @Transactional
    void preferTechnician(long tenant, long id, long technician) {
        Location before = locations.lock(tenant, id);
        technicians.get(tenant, technician);
        Diff diff = Diff.none().field("preferredTechnicianId", before.preferredTechnicianId(), technician);
        if (!diff.isEmpty()) {
            store.preferTechnician(tenant, id, technician);
            changes.record("location", id, "updated", diff);
        }
    }

    /** Adds a tag, unless it is there; 404 for an unknown location or tag type. */
    @Transactional
    Location addTag(long tenant, long id, long tagType) {
        locations.lock(tenant, id);
        attached.requireTagType(tenant, tagType);
        if (!attached.addTags(RecordKind.Location, tenant, List.of(id), List.of(tagType))
                .isEmpty()) {
            store.touch(tenant, id);
            changes.record("location", id, "tags added", Diff.none().now("tagTypeIds", List.of(tagType)));
        }
        return locations.get(tenant, id);
    }

    /** Removes a tag; 404 for an unknown location, and for a tag that it does not have. */
    @Transactional
    void removeTag(long tenant, long id, long tagType) {
        locations.lock(tenant, id);
        if (attached.removeTags(RecordKind.Location, tenant, List.of(id), List.of(tagType))
                .isEmpty()) {
            throw ApiProblem.notFound("Tag", tagType);
        }
        store.touch(tenant, id);
        changes.record("location", id, "tags removed", Diff.none().now("tagTypeIds", List.of(tagType)));
    }
}
