package org.callboard.importrows;

import java.util.List;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.customers.Customer;
import org.callboard.customers.CustomerDetails;
import org.callboard.customers.LocationDetails;
import org.callboard.database.RecordShape;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.details.NewRecord;
import org.callboard.importrows.DataChange.External;
import org.callboard.importrows.JudgedRow.FieldChange;
import org.jspecify.annotations.Nullable;

/**
 * What a row changes of a customer on record.
 *
 * @param after what is said of the customer then
 * @param contacts those that it does not have yet
 * @param places further locations of it
 * @param own whether the list itself made the customer, with whom all that is added goes
 */
record CustomerUpdate(
        Customer customer,
        CustomerDetails after,
        List<ContactDraft> contacts,
        DataChange data,
        @Nullable String note,
        List<NewRecord<LocationDetails>> places,
        List<FieldChange> changes,
        boolean own)
        implements RowUpdate {

    @Override
    public long customerId() {
        return customer.id();
    }

    @Override
    public int version() {
        return customer.version();
    }

    @Override
    public boolean changesRecord() {
        return !after.equals(customer.details()) || !data.equals(DataChange.NONE);
    }

    @Override
    public boolean addsLocation() {
        return !places.isEmpty();
    }

    @Override
    public String word() {
        return "customer";
    }

    /** The same of a customer that the list itself made. */
    CustomerUpdate ofOwn() {
        return RecordShape.with(this, "own", true);
    }

    /**
     * What takes a change back.
     *
     * @param before what was said of the customer; null where the row says nothing else
     * @param version the customer's before it; null where that was not kept
     * @param contacts the ids of those that were added
     */
    record Undo(
            @Nullable CustomerDetails before,
            @Nullable Integer version,
            List<Long> contacts,
            @Nullable List<Long> tags,
            @Nullable List<CustomFieldUpdate> fields,
            @Nullable External external,
            @Nullable Long note,
            List<Long> locations) {

        DataChange data() {
            return new DataChange(tags, fields, external);
        }
    }
}
