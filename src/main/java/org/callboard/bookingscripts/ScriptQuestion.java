package org.callboard.bookingscripts;

import org.callboard.settings.CustomFieldType;
import org.jspecify.annotations.Nullable;

/**
 * What the office asks when it books work of a kind; the answer stands in the job's custom fields.
 *
 * @param required whether somebody has to say so who books without an answer
 * @param help what to say; null where the name of the field says it all
 */
public record ScriptQuestion(
        CustomFieldType field, boolean required, @Nullable String help) {

    public long id() {
        return field.id();
    }
}
