package org.callboard.settings;

import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.springframework.stereotype.Service;

/** The business units of a tenant. */
@Service
public class BusinessUnits extends Settings<BusinessUnit, BusinessUnit.Details> {

    BusinessUnits(BusinessUnitStore store, Changes changes) {
        super(store, changes, EntityKind.BUSINESS_UNIT);
    }
}
