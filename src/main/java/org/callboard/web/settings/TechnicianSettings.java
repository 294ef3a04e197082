package org.callboard.web.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.callboard.settings.BusinessUnit;
import org.callboard.settings.BusinessUnits;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
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
    Map<String, List<Option>> options(long tenant, @Nullable Technician present) {
        return Map.of("units", Option.all(units.all(tenant)));
    }

    @Override
    Form form(Technician present) {
        return super.form(present).with("phone", present.details().phoneNumber());
    }

    @Override
    Technician.Details details(Form form) {
        return new Technician.Details(
                form.textOrEmpty("name"), form.text("email"), form.text("phone"), form.id("businessUnitId"));
    }
}
