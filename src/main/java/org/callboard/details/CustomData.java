package org.callboard.details;

import java.util.List;
import org.callboard.http.EntityTag;

/** What hangs on a customer or location and is shown with it. The external data is the asking application's alone. */
public record CustomData(List<Long> tagTypeIds, List<CustomFieldValue> customFields, List<ExternalEntry> externalData) {

    /** The tag of a record with this version; a custom field's name is shown with it, and changes by itself. */
    public EntityTag tag(int version) {
        return EntityTag.of(
                version, customFields.stream().map(CustomFieldValue::name).toList());
    }
}
