package org.callboard.web.settings;

import java.util.List;
import java.util.function.Function;
import org.callboard.database.RecordMapper;
import org.callboard.settings.Setting;
import org.callboard.settings.Settings;
import org.jspecify.annotations.Nullable;

/** A kind that {@link Settings} keep. Its form has their names for its fields, and the name as the first of them. */
abstract class NamedKind<T extends Record & Setting<D>, D extends Record & Setting.Named> extends SettingsKind<T> {

    static final Field NAME = Field.text("name", "Name").needed();

    private final Settings<T, D> settings;
    private final RecordMapper<D> details;

    NamedKind(Settings<T, D> settings, Class<D> details, Words words) {
        super(words);
        this.settings = settings;
        this.details = RecordMapper.of(details);
    }

    /** What the form says. */
    abstract D details(Input input);

    /** What stands under the columns. */
    Function<T, List<String>> cells(long tenant) {
        return one -> List.of();
    }

    @Override
    List<Field> fields(long tenant, @Nullable T present) {
        return List.of(NAME);
    }

    @Override
    List<T> all(long tenant) {
        return settings.all(tenant);
    }

    @Override
    T get(long tenant, long id) {
        return settings.get(tenant, id);
    }

    @Override
    Function<T, Line> line(long tenant) {
        Function<T, List<String>> cells = cells(tenant);
        return one -> new Line(one.id(), one.name(), one.active(), true, cells.apply(one));
    }

    @Override
    Input values(T present) {
        return Input.of(details.params(present.details()));
    }

    @Override
    void add(long tenant, Input input) {
        settings.add(tenant, details(input));
    }

    @Override
    void update(long tenant, long id, Input input) {
        settings.update(tenant, id, details(input));
    }

    @Override
    void activate(long tenant, long id, boolean active) {
        settings.activate(tenant, id, active);
    }
}
