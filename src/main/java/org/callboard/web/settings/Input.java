package org.callboard.web.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.callboard.refusals.Refusal.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What stands in a form: as it was typed, or as a record fills it. */
final class Input {

    private final MultiValueMap<String, String> values;

    Input(MultiValueMap<String, String> values) {
        this.values = values;
    }

    Input() {
        this(new LinkedMultiValueMap<>());
    }

    Input with(String field, @Nullable Object value) {
        if (value != null) {
            values.add(field, value.toString());
        }
        return this;
    }

    /** A form that is filled from a record: its values by their names, many as an array. */
    static Input of(Map<String, ? extends @Nullable Object> record) {
        Input input = new Input();
        record.forEach((field, value) -> {
            for (Object one : value instanceof Object[] many ? many : new @Nullable Object[] {value}) {
                input.with(field, one);
            }
        });
        return input;
    }

    /** The text, stripped; empty where it is missing. */
    String required(String field) {
        return Objects.requireNonNullElse(text(field), "");
    }

    /** The text, stripped; null where it is missing or blank. */
    @Nullable
    String text(String field) {
        String value = values.getFirst(field);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Exactly what was typed, as a password needs it. */
    @Nullable
    String raw(String field) {
        return values.getFirst(field);
    }

    boolean flag(String field) {
        return "true".equals(values.getFirst(field));
    }

    @Nullable
    Long id(String field) {
        String value = text(field);
        return value == null ? null : number(field, value);
    }

    List<Long> ids(String field) {
        return values.getOrDefault(field, List.of()).stream()
                .filter(value -> !value.isBlank())
                .map(value -> number(field, value))
                .toList();
    }

    /** For the template: the value of a field. */
    public @Nullable String value(String field) {
        return values.getFirst(field);
    }

    /** For the template: all values of a field. */
    public List<String> values(String field) {
        return values.getOrDefault(field, List.of());
    }

    private static Long number(String field, String value) {
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw new Invalid(field, "Choose one from the list.");
        }
    }
}
