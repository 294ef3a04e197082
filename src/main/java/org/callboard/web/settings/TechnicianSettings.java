package org.callboard.web.settings;

import java.util.List;
import java.util.Objects;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class TechnicianSettings implements SettingsKind {

    private final Technicians technicians;
    private final UnitChoices units;

    TechnicianSettings(Technicians technicians, UnitChoices units) {
        this.technicians = technicians;
        this.units = units;
    }

    @Override
    public String path() {
        return "technicians";
    }

    @Override
    public String title() {
        return "Technicians";
    }

    @Override
    public String noun() {
        return "technician";
    }

    @Override
    public String about() {
        return "The people who do the work at the customer’s.";
    }

    @Override
    public List<String> columns() {
        return List.of("E-mail", "Phone", "Business unit");
    }

    @Override
    public List<Line> lines(long tenant) {
        UnitChoices.Names names = units.names(tenant);
        return technicians.all(tenant).stream()
                .map(one -> Line.of(
                        one.id(),
                        one.name(),
                        one.active(),
                        Objects.requireNonNullElse(one.email(), "–"),
                        Objects.requireNonNullElse(one.phone(), "–"),
                        names.of(one.businessUnitId())))
                .toList();
    }

    @Override
    public List<Field> fields(long tenant, @Nullable Long id) {
        return List.of(
                Field.text("name", "Name").needed(),
                Field.email("email"),
                Field.phone("phone"),
                Field.choice("businessUnitId", "Business unit", units.options(tenant), "None"));
    }

    @Override
    public Input values(long tenant, long id) {
        Technician technician = technicians.get(tenant, id);
        return new Input()
                .with("name", technician.name())
                .with("email", technician.email())
                .with("phone", technician.phone())
                .with("businessUnitId", technician.businessUnitId());
    }

    @Override
    public void add(long tenant, Input input) {
        technicians.add(tenant, draft(input));
    }

    @Override
    public void update(long tenant, long id, Input input, boolean active) {
        technicians.update(tenant, id, draft(input), active);
    }

    @Override
    public boolean active(long tenant, long id) {
        return technicians.get(tenant, id).active();
    }

    private static Technicians.Draft draft(Input input) {
        return new Technicians.Draft(
                input.text("name"), input.text("email"), input.text("phone"), input.id("businessUnitId"));
    }
}
