package org.callboard.details;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.details.CustomDataEntries.Part;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The values of custom fields as requests give them. What a record has already may always be sent back, though the field
 * was retired or lost the option since: a client that changes something else must not be stopped by it.
 */
@Component
class CustomFields {

    private final CustomFieldTypes types;

    CustomFields(CustomFieldTypes types) {
        this.types = types;
    }

    /** Notes unknown and retired fields, values that a field can't have, and what is named twice. */
    void check(String recordKind, long tenant, List<Part> parts, FieldErrors errors) {
        Map<Long, CustomFieldType> known = types.known(
                tenant,
                recordKind,
                parts.stream()
                        .flatMap(part -> part.customFields().stream())
                        .filter(CustomFields::isWhole)
                        .map(CustomFieldUpdate::typeId)
                        .collect(Collectors.toSet()));
        for (Part part : parts) {
            check(part, known, errors);
        }
    }

    private static void check(Part part, Map<Long, CustomFieldType> known, FieldErrors errors) {
        List<CustomFieldUpdate> fields = part.customFields();
        Map<Long, String> before =
                part.before().stream().collect(Collectors.toMap(CustomFieldValue::typeId, CustomFieldValue::value));
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            if (!isWhole(fields.get(i))) {
                continue;
            }
            String at = part.path() + "customFields[" + i + "]";
            long id = fields.get(i).typeId();
            CustomFieldType type = known.get(id);
            errors.addIf(!seen.add(id), at + ".typeId", "This field is named twice.")
                    .addIf(type == null, at + ".typeId", "There is no custom field " + id + " here.");
            String value = fields.get(i).value();
            if (type == null
                    || value.equals(before.get(id))
                    || type.normalize(value).equals(before.get(id))) {
                continue;
            }
            String problem = type.problem(value);
            errors.addIf(problem != null, at + ".value", String.valueOf(problem));
        }
    }

    /** The values in the form in which they are kept. */
    List<Owned<CustomFieldUpdate>> normalized(String recordKind, long tenant, List<Owned<CustomFieldUpdate>> fields) {
        Map<Long, CustomFieldType> known = types.known(
                tenant,
                recordKind,
                fields.stream().map(field -> field.what().typeId()).collect(Collectors.toSet()));
        return fields.stream()
                .map(field -> new Owned<>(field.owner(), normalized(field.what(), known)))
                .toList();
    }

    private static CustomFieldUpdate normalized(CustomFieldUpdate field, Map<Long, CustomFieldType> known) {
        CustomFieldType type = known.get(field.typeId());
        return type == null ? field : new CustomFieldUpdate(field.typeId(), type.normalize(field.value()));
    }

    /** Whether nothing of it was wrong by itself. */
    private static boolean isWhole(@Nullable CustomFieldUpdate field) {
        return field != null && field.typeId() != null && field.value() != null;
    }
}
