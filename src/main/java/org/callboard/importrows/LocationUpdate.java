package org.callboard.importrows;

import java.util.ArrayList;
import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.customers.Location;
import org.callboard.customers.LocationDetails;
import org.callboard.database.RecordShape;
import org.callboard.details.ContactEntry;
import org.callboard.details.NewRecord;
import org.callboard.importrows.Aim.Candidate;
import org.callboard.importrows.JudgedRow.FieldChange;
import org.callboard.importrows.LocationRows.Entry;
import org.callboard.listchoices.Choices.OnExisting;
import org.callboard.listchoices.RowList;
import org.callboard.sheets.ImportField;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * What a row changes of a location on record.
 *
 * @param after what is said of the location then
 * @param contacts those that it does not have yet
 */
record LocationUpdate(
        Location location,
        LocationDetails after,
        List<ContactDraft> contacts,
        DataChange data,
        @Nullable String note,
        List<FieldChange> changes)
        implements RowUpdate {

    /**
     * What takes a change back.
     *
     * @param before what was said of the location
     * @param contacts the ids of those that were added
     * @param copies the ids of those that its customer got with them
     * @param data the tags, fields and ids as they were
     */
    record Undo(
            LocationDetails before,
            List<Long> contacts,
            List<Long> copies,
            DataChange data,
            @Nullable Long note) {}

    /**
     * What a row in which nothing is wrong changes of a location.
     *
     * @param reached its numbers and e-mail addresses
     * @param noted what is noted of it
     */
    static LocationUpdate of(
            RowList list, Candidate<Entry> row, Location location, List<ContactEntry> reached, List<String> noted) {
        NewRecord<LocationDetails> said = row.draft().place();
        OnExisting policy = list.choices().existing().policy();
        boolean overwrites = policy == OnExisting.Overwrite;
        boolean fills = policy == OnExisting.FillEmpty;
        LocationDetails before = location.details();
        Address now = AddressMerge.of(
                before.address(),
                said.details().address(),
                overwrites,
                row.cells().get(ImportField.country) != null);
        String name = said.details().name();
        LocationDetails after = RecordShape.with(
                now.equals(before.address()) ? before : before.moved(now),
                "name",
                overwrites && VisibleText.in(name) ? name : before.name());
        List<ContactDraft> missing =
                CompareCustomer.missing(reached, said.contacts(), list.formats().region());
        List<ContactDraft> added = fills ? CompareCustomer.filling(missing, reached) : missing;
        String note = CompareCustomer.note(noted, row.draft().note(), fills);
        List<FieldChange> changes = new ArrayList<>();
        CompareCustomer.note(changes, "name", before.name(), after.name());
        CompareCustomer.note(changes, before.address(), after.address());
        CompareCustomer.addTo(changes, added);
        if (note != null) {
            changes.add(new FieldChange("notes", null, note));
        }
        DataChange data =
                DataChange.of(list, row.cells(), said.customData(), location.customData(), true, overwrites, changes);
        return new LocationUpdate(location, after, added, data, note, changes);
    }

    @Override
    public long customerId() {
        return location.customerId();
    }

    @Override
    public int version() {
        return location.version();
    }

    @Override
    public boolean changesRecord() {
        return !after.equals(location.details()) || !data.equals(DataChange.NONE);
    }

    @Override
    public boolean addsLocation() {
        return false;
    }

    @Override
    public String word() {
        return "location";
    }
}
