package org.callboard.importrows;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.ParsedAddress;
import org.callboard.customers.LocationDetails;
import org.callboard.details.NewRecord;
import org.callboard.importrows.Aim.Candidate;
import org.callboard.importrows.JudgedRow.DoneRow;
import org.callboard.importrows.LocationRows.Entry;
import org.callboard.listchoices.AddressColumns;
import org.callboard.listchoices.Choices;
import org.callboard.listchoices.Choices.UpdateBy;
import org.callboard.listchoices.CompanyFormats;
import org.callboard.listchoices.RowList;
import org.callboard.matches.LikelyMatches.Probe;
import org.callboard.requests.RequestReader;
import org.callboard.sheets.ImportField;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.RowCells;
import org.callboard.sheets.RowContacts;
import org.callboard.sheets.RowContacts.RowContact;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of locations: each row changes one, or becomes another one of a customer on record. */
@Component
class LocationRows implements RowKind<Entry> {

    /**
     * A location.
     *
     * @param place called nothing where the row does not say how
     * @param address where it is, in its parts
     * @param note what is noted about it
     */
    record Entry(
            NewRecord<LocationDetails> place,
            ParsedAddress address,
            @Nullable String note) {}

    /** In the order in which they are tried. */
    private static final List<ImportField> CONTACTS =
            List.of(ImportField.mobilePhone, ImportField.phone, ImportField.email, ImportField.fax);

    private final Tenants tenants;
    private final AimAtLocations aims;
    private final UpdateLocations updates;
    private final UpdateCustomers additions;
    private final RequestReader validated;

    LocationRows(
            Tenants tenants,
            AimAtLocations aims,
            UpdateLocations updates,
            UpdateCustomers additions,
            RequestReader validated) {
        this.tenants = tenants;
        this.aims = aims;
        this.updates = updates;
        this.additions = additions;
        this.validated = validated;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.Locations;
    }

    @Override
    public int atATime() {
        return 2000;
    }

    @Override
    public void check(long tenant, Choices choices, FieldErrors errors) {
        UpdateBy by = choices.existing().by();
        if (by == null) {
            errors.addIf(
                    !choices.has(ImportField.customerId), "mapping", "Say which column has the ID of the customer.");
            AddressColumns.check(choices, tenants.get(tenant).region(), errors);
        }
        errors.addIf(
                        by == UpdateBy.LocationId && !choices.has(ImportField.locationId),
                        "mapping",
                        "Say which column has the ID of the location.")
                .addIf(
                        by == UpdateBy.ExternalId && !choices.has(ImportField.externalId),
                        "mapping",
                        "Say which column has the ID in the old system.");
    }

    @Override
    public boolean isOfPeople() {
        return false;
    }

    @Override
    public Entry read(RowCells cells, Choices choices, CompanyFormats formats, FieldErrors errors) {
        RowContacts contacts = cells.contacts(CONTACTS, formats.region());
        Address address = cells.addresses(formats.country()).first();
        NewRecord<LocationDetails> place = new NewRecord<>(
                LocationDetails.of(Objects.requireNonNullElse(cells.get(ImportField.locationName), ""), address),
                DataChange.said(choices, cells, formats),
                contacts.read().stream().map(RowContact::contact).toList());
        FieldErrors wrong = new FieldErrors();
        validated.checkDetails(place, wrong);
        wrong.asMap()
                .forEach((path, sentences) -> sentences.forEach(said -> errors.add(
                        path.equals("name")
                                ? ImportField.locationName.name()
                                : RowProblems.field(path, contacts.read()),
                        said)));
        return new Entry(place, AddressParser.parse(address), cells.notes(RowWarnings.noted(contacts, cells), errors));
    }

    @Override
    public Probe probe(Entry entry) {
        return new Probe("", entry.address, entry.place.contacts());
    }

    @Override
    public List<Address> addresses(Entry entry) {
        return List.of(entry.place.details().address());
    }

    /** What a row leaves out the location has, or its customer. */
    @Override
    public boolean isSomebody(Entry entry, Map<String, List<String>> problems, Choices choices) {
        return choices.existing().by() != null
                || RowProblems.ofWhatIsThere(problems).isEmpty();
    }

    @Override
    public List<RowKey> keys(Entry entry, RowCells cells, Choices choices, String region) {
        UpdateBy by = choices.existing().by();
        String id = by == UpdateBy.LocationId
                ? cells.get(ImportField.locationId)
                : by == UpdateBy.ExternalId ? cells.get(ImportField.externalId) : null;
        String customer = cells.get(ImportField.customerId);
        if (id != null) {
            return List.of(new RowKey("ID", by + "/" + id));
        }
        return customer == null
                ? List.of()
                : List.of(new RowKey("customer and address", customer + "/" + entry.address.standardKey()));
    }

    @Override
    public Map<Integer, Aim> aims(long tenant, RowList list, List<Candidate<Entry>> rows, boolean locked) {
        return aims.of(tenant, list, rows, locked);
    }

    /** A location that was added is part of a change of its customer. */
    @Override
    public Map<Integer, String> takeBack(long tenant, Collection<DoneRow> rows, RowMemory memory) {
        Map<Integer, String> kept = new HashMap<>();
        kept.putAll(additions.takeBack(
                tenant,
                rows.stream()
                        .filter(row -> row.outcome() == RowOutcome.Location)
                        .toList(),
                memory));
        kept.putAll(updates.takeBack(
                tenant,
                rows.stream()
                        .filter(row -> row.outcome() != RowOutcome.Location)
                        .toList()));
        return kept;
    }
}
