package org.callboard.importrows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.ParsedAddress;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
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
import org.callboard.importrows.CustomerRows.NewEntry;
import org.callboard.requests.RequestReader;
import org.callboard.search.LikelyMatches.Probe;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of customers: each row becomes a customer with a location at the same address. */
@Component
class CustomerRows implements RowKind<NewEntry> {

    /**
     * A customer with its location.
     *
     * @param address where they are, in its parts
     * @param note what is noted about it
     */
    record NewEntry(
            CreateCustomer.Complete customer,
            ParsedAddress address,
            @Nullable String note) {}

    private static final List<ImportField> REQUIRED =
            List.of(ImportField.street, ImportField.city, ImportField.state, ImportField.zip);
    private static final List<ImportField> PLACE = REQUIRED.subList(1, REQUIRED.size());
    private static final Map<ImportField, ContactType> CONTACTS = contacts();
    private static final Pattern OF_CONTACT = Pattern.compile("contacts\\[(\\d+)].*");
    private static final int MAX_NOTE = 20_000;

    private final CreateCustomer create;
    private final Customers customers;
    private final Locations locations;
    private final Notes notes;
    private final CustomerUsageStore use;
    private final RequestReader validated;

    CustomerRows(
            CreateCustomer create,
            Customers customers,
            Locations locations,
            Notes notes,
            CustomerUsageStore use,
            RequestReader validated) {
        this.create = create;
        this.customers = customers;
        this.locations = locations;
        this.notes = notes;
        this.use = use;
        this.validated = validated;
    }

    /** In the order in which they are tried. */
    private static Map<ImportField, ContactType> contacts() {
        Map<ImportField, ContactType> contacts = new LinkedHashMap<>();
        contacts.put(ImportField.mobilePhone, ContactType.MobilePhone);
        contacts.put(ImportField.phone, ContactType.Phone);
        contacts.put(ImportField.email, ContactType.Email);
        contacts.put(ImportField.fax, ContactType.Fax);
        return contacts;
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
        boolean named = choices.has(ImportField.name)
                || choices.has(ImportField.firstName)
                || choices.has(ImportField.lastName);
        errors.addIf(!named, "mapping", "Say which column has the name.");
        boolean inOneColumn = choices.has(ImportField.street) && PLACE.stream().noneMatch(choices::has);
        for (ImportField field : inOneColumn ? List.<ImportField>of() : REQUIRED) {
            errors.addIf(!choices.has(field), "mapping", "Say which column has the " + field.word() + ".");
        }
        errors.addIf(
                choices.onMatch() == OnMatch.Attach,
                "onMatch",
                "A customer that is there already can be skipped or created again.");
    }

    @Override
    public NewEntry read(RowCells cells, Choices choices, CompanyFormats formats, FieldErrors errors) {
        List<ContactDraft> contacts = new ArrayList<>();
        List<ImportField> sources = new ArrayList<>();
        CONTACTS.forEach(
                (field, type) -> cells.contacts(field, type, formats.region()).forEach(contact -> {
                    contacts.add(contact);
                    sources.add(field);
                }));
        String name = Objects.requireNonNullElse(cells.name(), "");
        Address address = cells.address(formats.country());
        CustomerDetails details = CustomerDetails.of(
                name,
                Objects.requireNonNullElse(
                        cells.choice(ImportField.type, CustomerType.class, errors), CustomerType.Residential),
                address,
                Boolean.TRUE.equals(cells.flag(ImportField.doNotMail, errors)),
                Boolean.TRUE.equals(cells.flag(ImportField.doNotService, errors)));
        NewRecord<CustomerDetails> customer = NewRecord.of(details, contacts);
        FieldErrors wrong = new FieldErrors();
        validated.checkDetails(customer, wrong);
        wrong.asMap().forEach((path, sentences) -> sentences.forEach(said -> errors.add(field(path, sources), said)));
        NewRecord<LocationDetails> location = NewRecord.of(LocationDetails.of(name, address), List.of());
        CreateCustomer.Complete complete = new CreateCustomer.Complete(customer, List.of(location));
        String note = cells.get(ImportField.notes);
        errors.addIf(
                note != null && note.length() > MAX_NOTE,
                ImportField.notes.name(),
                "At most 20000 characters are allowed.");
        return new NewEntry(complete, AddressParser.parse(address), note);
    }

    private static String field(String path, List<ImportField> sources) {
        Matcher contact = OF_CONTACT.matcher(path);
        if (contact.matches()) {
            return sources.get(Integer.parseInt(contact.group(1))).name();
        }
        return path.replaceFirst("^address[.]", "");
    }

    @Override
    public Probe probe(NewEntry entry) {
        return new Probe(
                entry.customer.customer().details().name(),
                entry.address,
                entry.customer.customer().contacts());
    }

    /** Two people may share a number or a house, so the name must be the same too. */
    @Override
    public List<RowKey> keys(NewEntry entry, String region) {
        String name = RowKey.plain(entry.customer.customer().details().name());
        List<RowKey> keys = new ArrayList<>();
        for (ContactDraft contact : entry.customer.customer().contacts()) {
            if (contact.normalized() != null) {
                String what = contact.type() == ContactType.Email ? "e-mail" : "phone";
                keys.add(new RowKey("name and " + what, what + contact.identity(region) + "/" + name));
            }
        }
        keys.add(RowKey.of(name, entry.address));
        return keys;
    }

    @Override
    public List<Long> make(long tenant, List<Wanted<NewEntry>> wanted) {
        List<Long> ids = create.createAll(
                tenant, wanted.stream().map(one -> one.draft().customer).toList());
        List<Owned<String>> noted = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String note = wanted.get(i).draft().note;
            if (note != null) {
                noted.add(new Owned<>(ids.get(i), note));
            }
        }
        notes.addAll(RecordKind.Customer, tenant, noted);
        return ids;
    }

    @Override
    public Map<Long, String> takeBack(long tenant, Collection<Long> ids) {
        customers.lockAll(tenant, ids);
        Map<Long, String> kept = use.reasonsToKeep(tenant, ids);
        List<Long> gone =
                ids.stream().filter(id -> !kept.containsKey(id)).sorted().toList();
        customers.deactivateAll(tenant, gone);
        locations.deactivateAllOf(tenant, gone);
        return kept;
    }
}
