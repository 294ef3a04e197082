package org.callboard.details;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.details.CustomDataRequests.CustomDataDraft;

/** A customer or location that is to be created, with all that hangs on it. */
public record NewRecord<D extends Record>(
        @Valid D details,
        @Valid CustomDataDraft customData,
        @Size(max = 50) List<@Valid ContactDraft> contacts) {

    /** One on which nothing hangs but contacts. */
    public static <D extends Record> NewRecord<D> of(D details, List<ContactDraft> contacts) {
        return new NewRecord<>(details, CustomDataDraft.NONE, contacts);
    }

    /** The same of another record. */
    public NewRecord<D> with(D other) {
        return new NewRecord<>(other, customData, contacts);
    }
}
