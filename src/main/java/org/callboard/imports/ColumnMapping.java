package org.callboard.imports;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object from names of columns to fields, as a text. A blank one says nothing. */
@Size(max = 20_000)
@Target({METHOD, FIELD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ColumnMapping.Rule.class)
@interface ColumnMapping {
    String message() default
            "A JSON object from names of columns to fields is expected, such as \\{\"Tel.\": \"phone\"\\}.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<ColumnMapping, String> {
        private static final JsonMapper JSON = JsonMapper.shared();

        @Override
        public boolean isValid(@Nullable String mapping, ConstraintValidatorContext context) {
            return columns(mapping).isPresent();
        }

        /** The fields by the names of columns; empty where the text is no such object. */
        static Optional<Map<String, String>> columns(@Nullable String mapping) {
            if (mapping == null || !VisibleText.in(mapping)) {
                return Optional.of(Map.of());
            }
            try {
                Map<String, @Nullable String> read =
                        JSON.readValue(mapping, new TypeReference<Map<String, @Nullable String>>() {});
                Map<String, String> columns = new TreeMap<>();
                read.forEach((column, field) -> columns.put(column, Objects.requireNonNullElse(field, "")));
                return Optional.of(columns);
            } catch (JacksonException | NullPointerException e) {
                return Optional.empty();
            }
        }
    }
}
