package org.callboard.records;

import java.util.List;

/** What hangs on a customer or location and is shown with it. The external data is the asking application's alone. */
public record Attached(List<Long> tagTypeIds, List<CustomFieldValue> customFields, List<ExternalEntry> externalData) {}
