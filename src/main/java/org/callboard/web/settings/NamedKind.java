package org.callboard.web.settings;

import java.util.List;
import java.util.function.Function;
import org.callboard.database.RecordMapper;
import org.callboard.settings.Setting;
import org.callboard.settings.Settings;
import org.callboard.web.layout.Form;

/** A kind that {@link Settings} keep. Its form has their names for its fields. */
abstract class NamedKind<T extends Record & Setting<D>, D extends Record & Setting.Named> extends SettingsKind<T> {

    private final Settings<T, D> settings;
    private final Class<D> details;

    NamedKind(Settings<T, D> settings, Class<D> details, Words words) {
        super(words);
        this.settings = settings;
        this.details = details;
    }

    /** What the form says, with null for what can't be read, which is noted. */
    D details(Form form) {
        return form.draft(details);
    }

    /** What stands under the columns. */
    Function<T, List<String>> cells(long tenant) {
        return one -> List.of();
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
    Form form(T present) {
        return Form.ofRecord(RecordMapper.of(details).params(present.details()));
    }

    @Override
    void add(long tenant, Form form) {
        settings.add(tenant, checked(tenant, form));
    }

    @Override
    void update(long tenant, long id, Form form) {
        settings.update(tenant, id, checked(tenant, form));
    }

    private D checked(long tenant, Form form) {
        return form.all(() -> details(form), details -> settings.check(tenant, details));
    }

    @Override
    void activate(long tenant, long id, boolean active) {
        settings.activate(tenant, id, active);
    }
}
