package org.callboard.details;

import java.util.UUID;

/** What an application keeps with a record under a key, and whose it is. */
public record ExternalDatum(UUID application, String key, String value) {}
