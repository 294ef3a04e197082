package org.callboard.settings;

import java.util.Collection;
import java.util.stream.Collectors;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.contactpoints.ContactDetails;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;

/** The technicians of a tenant. Two may have the same name. */
@Service
public class Technicians extends Settings<Technician, Technician.Details> {

    private final BusinessUnits units;

    Technicians(TechnicianStore store, BusinessUnits units, Changes changes) {
        super(store, changes, EntityKind.TECHNICIAN);
        this.units = units;
    }

    /** The names of those with these ids, parted by commas; empty where there is none. */
    public String names(long tenant, Collection<Long> ids) {
        return ids.isEmpty()
                ? ""
                : all(tenant).stream()
                        .filter(one -> ids.contains(one.id()))
                        .map(Technician::name)
                        .collect(Collectors.joining(", "));
    }

    @Override
    protected void check(long tenant, Technician.Details details, FieldErrors errors) {
        Long unit = details.businessUnitId();
        ContactDetails.check(errors, details.email(), details.phoneNumber())
                .addIf(
                        unit != null && units.find(tenant, unit).isEmpty(),
                        "businessUnitId",
                        "There is no business unit with this id.");
    }
}
