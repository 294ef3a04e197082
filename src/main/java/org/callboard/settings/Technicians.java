package org.callboard.settings;

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
