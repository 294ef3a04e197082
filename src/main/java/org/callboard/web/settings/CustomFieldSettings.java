package org.callboard.web.settings;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The custom fields of one kind of record, arranged by the company. */
final class CustomFieldSettings extends SettingsKind<CustomFieldType> {

    private static final int SHOWN_OPTIONS = 4;
    private static final List<Option> KINDS = Arrays.stream(DataType.values())
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
                        + " no new values; those that are there stay.",
                "Kind",
                "Options"));
        this.types = types;
        this.recordKind = recordKind;
    }

    /** One page for customers and one for locations. */
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

    /** A field's kind is chosen once: its values are of that kind. */
    @Override
    List<Field> fields(long tenant, @Nullable CustomFieldType present) {
        Field options = Field.area("dataTypeOptions", "Options").needed();
        if (present == null) {
            return List.of(
                    NamedKind.NAME.hint("As it stands beside the value, such as Gate code."),
                    Field.select("dataType", "Kind", KINDS).hint("It can't be changed later."),
                    options.hint("One on each line.").shownWhen("dataType=" + DataType.Dropdown));
        }
        DataType kind = present.details().dataType();
        Field kept = NamedKind.NAME.hint("Kind: " + kind.label());
        return kind == DataType.Dropdown
                ? List.of(
                        kept,
                        options.hint("One on each line. What you take out is no longer offered; records that have it"
                                + " keep it."))
                : List.of(kept);
    }

    @Override
    Input values(CustomFieldType present) {
        List<String> options = present.details().dataTypeOptions();
        return new Input()
                .with("name", present.name())
                .with("dataTypeOptions", options == null ? null : String.join("\n", options));
    }

    @Override
    void add(long tenant, Input input) {
        DataType kind = kind(input.text("dataType"));
        types.add(tenant, recordKind, input.required("name"), kind, kind == DataType.Dropdown ? options(input) : null);
    }

    @Override
    void update(long tenant, long id, Input input) {
        types.update(tenant, recordKind, id, input.required("name"), options(input));
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

    private static @Nullable DataType kind(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(DataType.values())
                .filter(type -> type.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new Invalid("dataType", "Choose one from the list."));
    }

    private static @Nullable List<String> options(Input input) {
        String text = input.text("dataTypeOptions");
        return text == null ? null : text.lines().toList();
    }
}
