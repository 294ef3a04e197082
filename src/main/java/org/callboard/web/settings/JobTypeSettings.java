package org.callboard.web.settings;

import java.util.List;
import org.callboard.settings.JobType;
import org.callboard.settings.JobTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class JobTypeSettings implements SettingsKind {

    private final JobTypes types;
    private final UnitChoices units;

    JobTypeSettings(JobTypes types, UnitChoices units) {
        this.types = types;
        this.units = units;
    }

    @Override
    public String path() {
        return "job-types";
    }

    @Override
    public String title() {
        return "Job types";
    }

    @Override
    public String noun() {
        return "job type";
    }

    @Override
    public String about() {
        return "The kinds of work that can be booked, and who does them.";
    }

    @Override
    public List<String> columns() {
        return List.of("Business units");
    }

    @Override
    public List<Line> lines(long tenant) {
        UnitChoices.Names names = units.names(tenant);
        return types.all(tenant).stream()
                .map(one -> Line.of(
                        one.id(),
                        one.name(),
                        one.active(),
                        one.businessUnitIds().isEmpty() ? "All" : names.of(one.businessUnitIds())))
                .toList();
    }

    @Override
    public List<Field> fields(long tenant, @Nullable Long id) {
        return List.of(
                Field.text("name", "Name").needed(),
                Field.checks("businessUnitIds", "Business units", units.options(tenant))
                        .hint("With none chosen, every business unit does it."));
    }

    @Override
    public Input values(long tenant, long id) {
        JobType type = types.get(tenant, id);
        Input input = new Input().with("name", type.name());
        type.businessUnitIds().forEach(unit -> input.with("businessUnitIds", unit));
        return input;
    }

    @Override
    public void add(long tenant, Input input) {
        types.add(tenant, input.text("name"), input.ids("businessUnitIds"));
    }

    @Override
    public void update(long tenant, long id, Input input, boolean active) {
        types.update(tenant, id, input.text("name"), input.ids("businessUnitIds"), active);
    }

    @Override
    public boolean active(long tenant, long id) {
        return types.get(tenant, id).active();
    }
}
