package org.callboard.web.settings;

import java.util.Arrays;
import java.util.List;
import org.callboard.platform.ApiProblem;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The custom fields of one kind of record, arranged by the company. */
final class CustomFieldSettings implements SettingsKind {

    private static final int SHOWN_OPTIONS = 4;
    private static final List<Option> KINDS = Arrays.stream(DataType.values())
            .map(type -> new Option(type.name(), type.label()))
            .toList();

    private final CustomFieldTypes types;
    private final String recordKind;

    private CustomFieldSettings(CustomFieldTypes types, String recordKind) {
        this.types = types;
        this.recordKind = recordKind;
    }

    /** One page for customers and one for locations. */
    @Configuration
    static class Pages {

        @Bean
        SettingsKind customerFields(CustomFieldTypes types) {
            return new CustomFieldSettings(types, "customer");
        }

        @Bean
        SettingsKind locationFields(CustomFieldTypes types) {
            return new CustomFieldSettings(types, "location");
        }
    }

    @Override
    public String path() {
        return recordKind + "-fields";
    }

    @Override
    public String title() {
        return "Custom fields of " + recordKind + "s";
    }

    @Override
    public String noun() {
        return "custom field";
    }

    @Override
    public String about() {
        return "What you keep about a " + recordKind
                + " beside what Callboard knows. They are shown in this order. A deactivated field takes no new values;"
                + " those that are there stay.";
    }

    @Override
    public List<String> columns() {
        return List.of("Kind", "Options");
    }

    @Override
    public List<Line> lines(long tenant) {
        return types.all(tenant, recordKind).stream()
                .map(one -> Line.of(
                        one.id(), one.name(), one.active(), one.dataType().label(), summary(one.options())))
                .toList();
    }

    private static String summary(@Nullable List<String> options) {
        if (options == null) {
            return "–";
        }
        String first = String.join(", ", options.stream().limit(SHOWN_OPTIONS).toList());
        return options.size() <= SHOWN_OPTIONS ? first : first + " and " + (options.size() - SHOWN_OPTIONS) + " more";
    }

    /** A field's kind is chosen once: its values are of that kind. */
    @Override
    public List<Field> fields(long tenant, @Nullable Long id) {
        Field name = Field.text("name", "Name").needed();
        Field options = Field.area("dataTypeOptions", "Options").needed();
        if (id == null) {
            return List.of(
                    name.hint("As it stands beside the value, such as Gate code."),
                    Field.select("dataType", "Kind", KINDS).hint("It can't be changed later."),
                    options.hint("One on each line.").shownWhen("dataType=" + DataType.Dropdown));
        }
        DataType kind = types.get(tenant, recordKind, id).dataType();
        Field kept = name.hint("Kind: " + kind.label());
        return kind == DataType.Dropdown
                ? List.of(
                        kept,
                        options.hint("One on each line. What you take out is no longer offered; records that have it"
                                + " keep it."))
                : List.of(kept);
    }

    @Override
    public Input values(long tenant, long id) {
        CustomFieldType type = types.get(tenant, recordKind, id);
        return new Input()
                .with("name", type.name())
                .with("dataTypeOptions", type.options() == null ? null : String.join("\n", type.options()));
    }

    @Override
    public void add(long tenant, Input input) {
        DataType kind = kind(input.text("dataType"));
        List<String> options = kind == DataType.Dropdown ? options(input) : null;
        types.add(tenant, recordKind, input.text("name"), kind, options);
    }

    @Override
    public void update(long tenant, long id, Input input, boolean active) {
        types.update(tenant, recordKind, id, input.text("name"), options(input), active);
    }

    @Override
    public boolean active(long tenant, long id) {
        return types.get(tenant, recordKind, id).active();
    }

    @Override
    public boolean arranged() {
        return true;
    }

    @Override
    public void move(long tenant, long id, boolean up) {
        types.move(tenant, recordKind, id, up);
    }

    private static @Nullable DataType kind(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(DataType.values())
                .filter(type -> type.name().equals(word))
                .findFirst()
                .orElseThrow(() -> ApiProblem.invalid("dataType", "Choose one from the list."));
    }

    private static @Nullable List<String> options(Input input) {
        String text = input.text("dataTypeOptions");
        return text == null ? null : text.lines().toList();
    }
}
