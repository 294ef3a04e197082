package org.callboard.importrows;

import java.util.List;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.customers.Customer;
import org.callboard.customers.CustomerDetails;
import org.callboard.customers.LocationDetails;
import org.callboard.database.RecordShape;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.details.NewRecord;
import org.callboard.importrows.Choices.ExternalId;
import org.callboard.importrows.JudgedRow.FieldChange;
import org.jspecify.annotations.Nullable;

/**
 * What a row changes of a customer on record.
 *
 * @param after what is said of the customer then
 * @param contacts those that it does not have yet
 * @param tags all that it has then; null where none is added
 * @param fields the values of all custom fields that it has then; null where none changes
 * @param external whose id of it is kept; null where the row says none that is new
 * @param places further locations of it
 * @param own whether the list itself made the customer, with whom all that is added goes
 */
record CustomerUpdate(
        Customer customer,
        CustomerDetails after,
        List<ContactDraft> contacts,
        @Nullable List<Long> tags,
        @Nullable List<CustomFieldUpdate> fields,
        @Nullable External external,
        @Nullable String note,
        List<NewRecord<LocationDetails>> places,
        List<FieldChange> changes,
        boolean own) {

    /** The same of a customer that the list itself made. */
    CustomerUpdate ofOwn() {
        return RecordShape.with(this, "own", true);
    }

    /** An id that another system gave the customer, and the one that was known before. */
    record External(ExternalId of, String value, @Nullable String before) {}

    /**
     * What takes a change back.
     *
     * @param before what was said of the customer
     * @param contacts the ids of those that were added
     */
    record Undo(
            CustomerDetails before,
            List<Long> contacts,
            @Nullable List<Long> tags,
            @Nullable List<CustomFieldUpdate> fields,
            @Nullable External external,
            @Nullable Long note,
            List<Long> locations) {}
}
