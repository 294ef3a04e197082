package org.callboard.details;

import io.swagger.v3.oas.annotations.media.Schema;

/** A value that an application keeps with a record; another application doesn't see it. */
@Schema(name = "ExternalDataModel")
public record ExternalEntry(String key, String value) {}
