package org.callboard.web.settings;

import java.util.List;
import org.callboard.settings.BusinessUnits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class BusinessUnitSettings implements SettingsKind {

    private final BusinessUnits units;

    BusinessUnitSettings(BusinessUnits units) {
        this.units = units;
    }

    @Override
    public String path() {
        return "business-units";
    }

    @Override
    public String title() {
        return "Business units";
    }

    @Override
    public String noun() {
        return "business unit";
    }

    @Override
    public String about() {
        return "The parts of the company that work is booked for, such as one trade or one town.";
    }

    @Override
    public List<Line> lines(long tenant) {
        return units.all(tenant).stream()
                .map(one -> Line.of(one.id(), one.name(), one.active()))
                .toList();
    }

    @Override
    public List<Field> fields(long tenant, @Nullable Long id) {
        return List.of(Field.text("name", "Name").needed());
    }

    @Override
    public Input values(long tenant, long id) {
        return new Input().with("name", units.get(tenant, id).name());
    }

    @Override
    public void add(long tenant, Input input) {
        units.add(tenant, input.text("name"));
    }

    @Override
    public void update(long tenant, long id, Input input, boolean active) {
        units.update(tenant, id, input.text("name"), active);
    }

    @Override
    public boolean active(long tenant, long id) {
        return units.get(tenant, id).active();
    }
}
