package org.callboard.web.settings;

import org.callboard.settings.BusinessUnit;
import org.callboard.settings.BusinessUnits;
import org.springframework.stereotype.Component;

@Component
class BusinessUnitSettings extends NamedKind<BusinessUnit, BusinessUnit.Details> {

    BusinessUnitSettings(BusinessUnits units) {
        super(
                units,
                BusinessUnit.Details.class,
                new Words(
                        "business-units",
                        "Business units",
                        "business unit",
                        "The parts of the company that work is booked for, such as one trade or one town."));
    }
}
