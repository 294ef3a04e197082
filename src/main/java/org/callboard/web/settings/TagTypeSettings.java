package org.callboard.web.settings;

import java.util.List;
import org.callboard.settings.TagTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class TagTypeSettings implements SettingsKind {

    private final TagTypes tags;

    TagTypeSettings(TagTypes tags) {
        this.tags = tags;
    }

    @Override
    public String path() {
        return "tag-types";
    }

    @Override
    public String title() {
        return "Tag types";
    }

    @Override
    public String noun() {
        return "tag type";
    }

    @Override
    public String about() {
        return "Labels that people put on customers, locations and jobs.";
    }

    @Override
    public List<Line> lines(long tenant) {
        return tags.all(tenant).stream()
                .map(one -> Line.of(one.id(), one.name(), one.active()))
                .toList();
    }

    @Override
    public List<Field> fields(long tenant, @Nullable Long id) {
        return List.of(Field.text("name", "Name").needed());
    }

    @Override
    public Input values(long tenant, long id) {
        return new Input().with("name", tags.get(tenant, id).name());
    }

    @Override
    public void add(long tenant, Input input) {
        tags.add(tenant, input.text("name"));
    }

    @Override
    public void update(long tenant, long id, Input input, boolean active) {
        tags.update(tenant, id, input.text("name"), active);
    }

    @Override
    public boolean active(long tenant, long id) {
        return tags.get(tenant, id).active();
    }
}
