package org.callboard.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.addresses.Address;
import org.callboard.addresses.ContactDraft;
import org.callboard.addresses.ContactType;
import org.callboard.customers.CustomerType;
import org.callboard.customers.Customers;
import org.callboard.imports.CustomerRows.NewEntry;
import org.callboard.locations.CreateCustomer;
import org.callboard.locations.CreateCustomerRequest;
import org.callboard.locations.LocationRequests.NewLocationModel;
import org.callboard.locations.Locations;
import org.callboard.platform.FieldErrors;
import org.callboard.platform.RequestReader;
import org.callboard.records.AddressRequests.NewAddress;
import org.callboard.records.ContactRequests.NewContact;
import org.callboard.records.Notes;
import org.callboard.records.Owned;
import org.callboard.records.RecordKind;
import org.callboard.search.LikelyMatches.Probe;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of customers: each row becomes a customer with a location at the same address. */
@Component
class CustomerRows implements RowKind<NewEntry> {

    /** A customer with its location, and what is noted about it. */
    record NewEntry(
            CreateCustomer.Complete customer, @Nullable String note) {}

    private static final List<ImportField> REQUIRED =
            List.of(ImportField.street, ImportField.city, ImportField.state, ImportField.zip);
    private static final Pattern OF_CONTACT = Pattern.compile("contacts\\[(\\d+)].*");
    private static final int LONGEST_NOTE = 20_000;

    private final CreateCustomer create;
    private final Customers customers;
    private final Locations locations;
    private final Notes notes;
    private final CustomerUse use;
    private final RequestReader requests;

    CustomerRows(
            CreateCustomer create,
            Customers customers,
            Locations locations,
            Notes notes,
            CustomerUse use,
            RequestReader requests) {
        this.create = create;
        this.customers = customers;
        this.locations = locations;
        this.notes = notes;
        this.use = use;
        this.requests = requests;
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
    public void check(long tenant, Import.Choices choices, FieldErrors errors) {
        boolean named = choices.has(ImportField.name)
                || choices.has(ImportField.firstName)
                || choices.has(ImportField.lastName);
        errors.addIf(!named, "mapping", "Say which column has the name.");
        for (ImportField field : REQUIRED) {
            errors.addIf(!choices.has(field), "mapping", "Say which column has the " + field.word() + ".");
        }
        errors.addIf(
                choices.onMatch() == OnMatch.Attach,
                "onMatch",
                "A customer that is there already can be skipped or created again.");
    }

    @Override
    public NewEntry read(Cells cells, Import.Choices choices, Company company, FieldErrors errors) {
        List<NewContact> contacts = new ArrayList<>();
        List<ImportField> sources = new ArrayList<>();
        add(cells, ImportField.mobilePhone, ContactType.MobilePhone, contacts, sources);
        add(cells, ImportField.phone, ContactType.Phone, contacts, sources);
        add(cells, ImportField.email, ContactType.Email, contacts, sources);
        add(cells, ImportField.fax, ContactType.Fax, contacts, sources);
        NewAddress address = new NewAddress(
                cells.get(ImportField.street),
                cells.get(ImportField.unit),
                cells.get(ImportField.city),
                cells.get(ImportField.state),
                cells.get(ImportField.zip),
                Objects.requireNonNullElse(cells.get(ImportField.country), company.country()),
                null,
                null);
        CreateCustomerRequest request = new CreateCustomerRequest(
                cells.name(),
                cells.choice(ImportField.type, CustomerType.class, errors),
                cells.flag(ImportField.doNotMail, errors),
                cells.flag(ImportField.doNotService, errors),
                null,
                List.of(new NewLocationModel(cells.name(), address, null, null, null, null, null, null)),
                address,
                contacts,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        FieldErrors wrong = new FieldErrors();
        requests.check(request, wrong);
        CreateCustomer.Complete complete = CreateCustomer.read(request, company.region());
        wrong.asMap().forEach((path, sentences) -> {
            if (!path.startsWith("locations[")) { // it has nothing that the customer has not
                sentences.forEach(sentence -> errors.add(field(path, sources), sentence));
            }
        });
        String note = cells.get(ImportField.notes);
        errors.addIf(
                note != null && note.length() > LONGEST_NOTE,
                ImportField.notes.name(),
                "At most 20000 characters are allowed.");
        return new NewEntry(complete, note);
    }

    private static void add(
            Cells cells, ImportField field, ContactType type, List<NewContact> contacts, List<ImportField> sources) {
        for (String value : cells.all(field)) {
            contacts.add(new NewContact(type, value, null));
            sources.add(field);
        }
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
        return Probe.of(
                entry.customer.customer().details().name(),
                entry.customer.customer().details().address(),
                entry.customer.customer().contacts());
    }

    /** Two people may share a number or a house, so the name must be the same too. */
    @Override
    public List<SameKey> keys(NewEntry entry) {
        String name = SameKey.plain(entry.customer.customer().details().name());
        List<SameKey> keys = new ArrayList<>();
        for (ContactDraft contact : entry.customer.customer().contacts()) {
            if (contact.normalized() != null) {
                String what = contact.type() == ContactType.Email ? "e-mail" : "phone";
                keys.add(new SameKey("name and " + what, what + contact.normalized() + "/" + name));
            }
        }
        Address address = entry.customer.customer().details().address();
        keys.add(new SameKey(
                "name and address",
                "at" + name + "/" + SameKey.plain(address.street()) + "/" + SameKey.plain(address.unit()) + "/"
                        + SameKey.plain(address.zip())));
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
