package org.callboard.web.settings;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.callboard.settings.BusinessUnit;
import org.callboard.settings.BusinessUnits;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class TechnicianSettings extends NamedKind<Technician, Technician.Details> {

    private final BusinessUnits units;

    TechnicianSettings(Technicians technicians, BusinessUnits units) {
        super(
                technicians,
                Technician.Details.class,
                new Words(
                        "technicians",
                        "Technicians",
                        "technician",
                        "The people who do the work at the customer’s.",
                        "E-mail",
                        "Phone",
                        "Business unit"));
        this.units = units;
    }

    @Override
    Function<Technician, List<String>> cells(long tenant) {
        List<BusinessUnit> all = units.all(tenant);
        return one -> List.of(
                Objects.requireNonNullElse(one.details().email(), NONE),
                Objects.requireNonNullElse(one.details().phoneNumber(), NONE),
                Choices.name(all, one.details().businessUnitId()));
    }

    @Override
    List<Field> fields(long tenant, @Nullable Technician present) {
        return List.of(
                NAME,
                Field.email("email"),
                Field.phone("phone"),
                Field.choice("businessUnitId", "Business unit", Choices.all(units.all(tenant)), "None"));
    }

    @Override
    Input values(Technician present) {
        return super.values(present).with("phone", present.details().phoneNumber());
    }

    @Override
    Technician.Details details(Input input) {
        return new Technician.Details(
                input.required("name"), input.text("email"), input.text("phone"), input.id("businessUnitId"));
    }
}
