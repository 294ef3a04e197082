package org.callboard.web.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The custom fields of one kind of record, arranged by the company. */
final class CustomFieldSettings extends SettingsKind<CustomFieldType> {

    private static final int SHOWN_OPTIONS = 4;
    static final List<Option> KINDS = Arrays.stream(DataType.values())
            .map(type -> new Option(type.name(), type.label()))
            .toList();

    private final CustomFieldTypes types;
    private final String recordKind;

    private CustomFieldSettings(CustomFieldTypes types, String recordKind) {
        super(new Words(
                recordKind + "-fields",
                "Custom fields of " + recordKind + "s",
                "custom field",
                "What you keep about a " + recordKind
                        + " beside what Callboard knows. They are shown in this order. A deactivated field takes"
                        + " no new values; those that are there stay."
                        + (recordKind.equals(CustomFieldTypes.OF_JOBS)
                                ? " A job type asks for those in its booking script; a deactivated one is not asked."
                                : ""),
                "Kind",
                "Options"));
        this.types = types;
        this.recordKind = recordKind;
    }

    /** One page for customers, one for locations and one for jobs. */
    @Configuration
    static class Pages {

        @Bean
        SettingsKind<CustomFieldType> customerFields(CustomFieldTypes types) {
            return new CustomFieldSettings(types, "customer");
        }

        @Bean
        SettingsKind<CustomFieldType> locationFields(CustomFieldTypes types) {
            return new CustomFieldSettings(types, "location");
        }

        @Bean
        SettingsKind<CustomFieldType> jobFields(CustomFieldTypes types) {
            return new CustomFieldSettings(types, CustomFieldTypes.OF_JOBS);
        }
    }

    @Override
    List<CustomFieldType> all(long tenant) {
        return types.all(tenant, recordKind);
    }

    @Override
    CustomFieldType get(long tenant, long id) {
        return types.get(tenant, recordKind, id);
    }

    @Override
    Function<CustomFieldType, Line> line(long tenant) {
        return one -> Line.of(
                one.id(),
                one.name(),
                one.active(),
                one.details().dataType().label(),
                summary(one.details().dataTypeOptions()));
    }

    private static String summary(@Nullable List<String> options) {
        if (options == null) {
            return NONE;
        }
        String first = String.join(", ", options.stream().limit(SHOWN_OPTIONS).toList());
        return options.size() <= SHOWN_OPTIONS ? first : first + " and " + (options.size() - SHOWN_OPTIONS) + " more";
    }

    @Override
    public String fields() {
        return "custom-fields";
    }

    @Override
    Map<String, List<Option>> options(long tenant, @Nullable CustomFieldType present) {
        return Map.of("kinds", KINDS);
    }

    @Override
    Form form(CustomFieldType present) {
        List<String> options = present.details().dataTypeOptions();
        return Form.blank()
                .with("name", present.name())
                .with("dataTypeOptions", options == null ? null : String.join("\n", options));
    }

    @Override
    void add(long tenant, Form form) {
        form.all(() -> NewField.of(form), NewField::check).add(types, tenant, recordKind);
    }

    @Override
    void update(long tenant, long id, Form form) {
        types.update(tenant, recordKind, id, form.textOrEmpty("name"), options(form));
    }

    @Override
    void activate(long tenant, long id, boolean active) {
        types.activate(tenant, recordKind, id, active);
    }

    @Override
    public boolean arranged() {
        return true;
    }

    @Override
    void move(long tenant, long id, boolean up) {
        types.move(tenant, recordKind, id, up);
    }

    /** What the form says of a new field. Options that were typed for another kind do not count. */
    record NewField(
            String name, @Nullable DataType kind, @Nullable List<String> options) {

        static NewField of(Form form) {
            DataType kind = form.choice("dataType", DataType.class);
            return new NewField(
                    form.textOrEmpty("name"),
                    kind,
                    kind == DataType.Dropdown ? CustomFieldSettings.options(form) : null);
        }

        void check() {
            CustomFieldTypes.checkNew(name, kind, options);
        }

        CustomFieldType add(CustomFieldTypes types, long tenant, String recordKind) {
            return types.add(tenant, recordKind, name, kind, options);
        }
    }

    private static @Nullable List<String> options(Form form) {
        String text = form.text("dataTypeOptions");
        return text == null ? null : text.lines().toList();
    }
}
