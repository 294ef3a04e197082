package org.callboard.importrows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.ParsedAddress;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.contactpoints.NormalizedContact;
import org.callboard.contacts.RelatePeople;
import org.callboard.customers.CreateCustomer;
import org.callboard.customers.CustomerDetails;
import org.callboard.customers.CustomerType;
import org.callboard.customers.Customers;
import org.callboard.customers.LocationDetails;
import org.callboard.customers.Locations;
import org.callboard.details.NewRecord;
import org.callboard.details.Notes;
import org.callboard.details.Owned;
import org.callboard.details.RecordKind;
import org.callboard.importrows.Aim.Candidate;
import org.callboard.importrows.CustomerRows.NewEntry;
import org.callboard.importrows.JudgedRow.DoneRow;
import org.callboard.listchoices.AddressColumns;
import org.callboard.listchoices.Choices;
import org.callboard.listchoices.Choices.UpdateBy;
import org.callboard.listchoices.CompanyFormats;
import org.callboard.listchoices.RowList;
import org.callboard.matches.LikelyMatches.Probe;
import org.callboard.requests.RequestReader;
import org.callboard.sheets.ImportField;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.RowAddresses;
import org.callboard.sheets.RowCells;
import org.callboard.sheets.RowContacts;
import org.callboard.sheets.RowContacts.RowContact;
import org.callboard.sheets.RowNames;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of customers: each row becomes a customer with a location at the same address. */
@Component
class CustomerRows implements RowKind<NewEntry> {

    /**
     * A customer with its location.
     *
     * @param address where they are, in its parts
     * @param person who speaks for it
     * @param note what is noted about it
     */
    record NewEntry(
            CreateCustomer.Complete customer,
            ParsedAddress address,
            @Nullable String person,
            @Nullable String note) {}

    private static final List<ImportField> NAMES = List.of(
            ImportField.name, ImportField.company, ImportField.person, ImportField.firstName, ImportField.lastName);

    /** In the order in which they are tried. */
    private static final List<ImportField> CONTACTS =
            List.of(ImportField.mobilePhone, ImportField.phone, ImportField.email, ImportField.fax);

    private static final Map<UpdateBy, List<ImportField>> KEYS = Map.of(
            UpdateBy.CustomerId, List.of(ImportField.customerId),
            UpdateBy.ExternalId, List.of(ImportField.externalId),
            UpdateBy.Email, List.of(ImportField.email),
            UpdateBy.Phone, List.of(ImportField.phone, ImportField.mobilePhone));
    private static final Map<UpdateBy, String> WORDS = Map.of(
            UpdateBy.CustomerId, "customer ID",
            UpdateBy.ExternalId, "ID in the old system",
            UpdateBy.Email, "e-mail address",
            UpdateBy.Phone, "phone");

    private final CreateCustomer create;
    private final Customers customers;
    private final Locations locations;
    private final Notes notes;
    private final RelatePeople people;
    private final Tenants tenants;
    private final CustomerUsageStore use;
    private final AimAtCustomers aims;
    private final UpdateCustomers updates;
    private final RequestReader validated;

    CustomerRows(
            CreateCustomer create,
            Customers customers,
            Locations locations,
            Notes notes,
            RelatePeople people,
            Tenants tenants,
            CustomerUsageStore use,
            AimAtCustomers aims,
            UpdateCustomers updates,
            RequestReader validated) {
        this.create = create;
        this.customers = customers;
        this.locations = locations;
        this.notes = notes;
        this.people = people;
        this.tenants = tenants;
        this.use = use;
        this.aims = aims;
        this.updates = updates;
        this.validated = validated;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.Customers;
    }

    @Override
    public int atATime() {
        return 2000;
    }

    @Override
    public void check(long tenant, Choices choices, FieldErrors errors) {
        Choices.Existing existing = choices.existing();
        UpdateBy by = existing.by();
        if (by != null) {
            List<ImportField> keys = KEYS.getOrDefault(by, List.of()); // none of what only other lists have
            errors.addIf(
                    !keys.isEmpty() && keys.stream().noneMatch(choices::has),
                    "mapping",
                    "Say which column has the " + WORDS.get(by) + ".");
            errors.addIf(
                    by == UpdateBy.ExternalId && existing.external() == null,
                    "externalKey",
                    "Say under which key the old system's ids are kept.");
            return;
        }
        errors.addIf(NAMES.stream().noneMatch(choices::has), "mapping", "Say which column has the name.");
        AddressColumns.check(choices, tenants.get(tenant).region(), errors);
    }

    @Override
    public NewEntry read(RowCells cells, Choices choices, CompanyFormats formats, FieldErrors errors) {
        RowContacts contacts = cells.contacts(CONTACTS, formats.region());
        RowNames names = choices.names(cells);
        String name = Objects.requireNonNullElse(names.customer(), "");
        RowAddresses addresses = cells.addresses(formats.country());
        CustomerDetails details = CustomerDetails.of(
                name,
                Objects.requireNonNullElse(
                        cells.choice(ImportField.type, CustomerType.class),
                        names.commercial() ? CustomerType.Commercial : CustomerType.Residential),
                addresses.own(),
                Boolean.TRUE.equals(cells.flag(ImportField.doNotMail, errors)),
                Boolean.TRUE.equals(cells.flag(ImportField.doNotService, errors)));
        NewRecord<CustomerDetails> customer = new NewRecord<>(
                details,
                DataChange.said(choices, cells, formats),
                contacts.read().stream().map(RowContact::contact).toList());
        List<NewRecord<LocationDetails>> locations = addresses.places().stream()
                .map(place -> LocationDetails.of(Objects.requireNonNullElse(place.name(), name), place.address()))
                .map(place -> NewRecord.of(place, List.of()))
                .toList();
        FieldErrors wrong = new FieldErrors();
        validated.checkDetails(customer, wrong);
        locations.stream()
                .filter(place -> !place.details().address().equals(addresses.own())
                        || !place.details().name().equals(name))
                .forEach(place -> validated.checkDetails(place, wrong));
        wrong.asMap()
                .forEach((path, sentences) ->
                        sentences.forEach(said -> errors.add(RowProblems.field(path, contacts.read()), said)));
        CreateCustomer.Complete complete = new CreateCustomer.Complete(customer, locations);
        return new NewEntry(
                complete,
                AddressParser.parse(addresses.first()),
                names.person(),
                cells.notes(RowWarnings.noted(contacts, cells), errors));
    }

    @Override
    public Probe probe(NewEntry entry) {
        return new Probe(
                entry.customer.customer().details().name(),
                VisibleText.in(entry.customer.customer().details().address().street()) ? entry.address : null,
                entry.customer.customer().contacts());
    }

    @Override
    public List<Address> addresses(NewEntry entry) {
        return Stream.concat(
                        Stream.of(entry.customer.customer().details().address()),
                        entry.customer.locations().stream()
                                .map(place -> place.details().address()))
                .toList();
    }

    /** A row of which something is missing may be about somebody of whom that is known. */
    @Override
    public boolean isSomebody(NewEntry entry, Map<String, List<String>> problems, Choices choices) {
        return problems.isEmpty() || choices.existing().by() != null;
    }

    /**
     * Two people may share a number or a house, so the name must be the same too; and one who is named twice at two places
     * has two. An id says it by itself.
     */
    @Override
    public List<RowKey> keys(NewEntry entry, RowCells cells, Choices choices, String region) {
        UpdateBy by = choices.existing().by();
        String id = by == UpdateBy.CustomerId
                ? cells.get(ImportField.customerId)
                : by == UpdateBy.ExternalId ? cells.get(ImportField.externalId) : null;
        String name =
                id == null ? RowKey.plain(entry.customer.customer().details().name()) : "";
        List<RowKey> keys = new ArrayList<>();
        if (id != null) {
            keys.add(new RowKey("ID", by + "/" + id, true));
            keys.add(new RowKey("ID and address", by + "/" + id + "/" + entry.address.standardKey()));
            return keys;
        }
        for (ContactDraft contact : entry.customer.customer().contacts()) {
            for (NormalizedContact one : contact.read(region).all()) {
                String what = one.kind() == ContactType.Email ? "e-mail" : "phone";
                keys.add(new RowKey("name and " + what, what + one.identity() + "/" + name, true));
            }
        }
        keys.add(RowKey.of(name, entry.address));
        return keys;
    }

    @Override
    public Map<Integer, Aim> aims(long tenant, RowList list, List<Candidate<NewEntry>> rows, boolean locked) {
        return aims.of(tenant, list, rows, locked);
    }

    @Override
    public CustomerUpdate another(long tenant, RowList list, Candidate<NewEntry> row, long customer) {
        return aims.another(tenant, list, row, customer);
    }

    @Override
    public List<Long> make(long tenant, List<Wanted<NewEntry>> wanted) {
        List<Long> ids = create.createAll(
                tenant, wanted.stream().map(one -> one.draft().customer).toList());
        List<Owned<String>> noted = new ArrayList<>();
        List<Owned<String>> spoken = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String note = wanted.get(i).draft().note;
            if (note != null) {
                noted.add(new Owned<>(ids.get(i), note));
            }
            String person = wanted.get(i).draft().person;
            if (person != null) {
                spoken.add(new Owned<>(ids.get(i), person));
            }
        }
        notes.addAll(RecordKind.Customer, tenant, noted);
        people.addAll(tenant, spoken);
        return ids;
    }

    /** What was added to customers first: it may be what somebody would have worked with. */
    @Override
    public Map<Integer, String> takeBack(long tenant, Collection<DoneRow> rows, RowMemory memory) {
        List<DoneRow> changed = rows.stream().filter(row -> row.undo() != null).toList();
        Map<Long, Integer> made = new HashMap<>();
        rows.stream().filter(row -> row.undo() == null).forEach(row -> made.put(row.recordId(), row.number()));
        Map<Integer, String> kept = new HashMap<>(updates.takeBack(tenant, changed, memory));
        customers.lockAll(tenant, made.keySet());
        Map<Long, String> used = use.reasonsToKeep(tenant, made.keySet());
        used.forEach((id, reason) -> kept.put(made.get(id), reason));
        List<Long> gone = made.keySet().stream()
                .filter(id -> !used.containsKey(id))
                .sorted()
                .toList();
        people.removeAll(tenant, gone);
        customers.deactivateAll(tenant, gone);
        locations.deactivateAllOf(tenant, gone);
        return kept;
    }
}
