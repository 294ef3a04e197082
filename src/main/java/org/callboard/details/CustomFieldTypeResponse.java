package org.callboard.details;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldType.DataType;
import org.jspecify.annotations.Nullable;

/** The wire shape of a custom field: {@code CustomFieldTypeResponse} of the contract. */
@Schema(name = "CustomFieldTypeResponse")
public record CustomFieldTypeResponse(
        long id,
        String name,
        DataType dataType,
        @Nullable List<String> dataTypeOptions,
        Instant createdOn,
        Instant modifiedOn) {

    public static CustomFieldTypeResponse from(CustomFieldType type) {
        return new CustomFieldTypeResponse(
                type.id(),
                type.name(),
                type.details().dataType(),
                type.details().dataTypeOptions(),
                type.createdOn(),
                type.modifiedOn());
    }
}
