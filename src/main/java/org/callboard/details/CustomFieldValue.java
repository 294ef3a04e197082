package org.callboard.details;

import io.swagger.v3.oas.annotations.media.Schema;

/** The value of a custom field, as records carry it and replies show it. */
@Schema(name = "CustomFieldModel")
public record CustomFieldValue(long typeId, String name, String value) {}
