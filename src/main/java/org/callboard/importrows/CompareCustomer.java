package org.callboard.importrows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.Likeness;
import org.callboard.addresses.ParsedAddress;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.Customer;
import org.callboard.customers.CustomerDetails;
import org.callboard.customers.LocationDetails;
import org.callboard.customers.Locations;
import org.callboard.details.ContactEntry;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.details.CustomFieldValue;
import org.callboard.details.ExternalEntry;
import org.callboard.details.NewRecord;
import org.callboard.details.Note;
import org.callboard.details.Notes;
import org.callboard.details.RecordKind;
import org.callboard.importrows.Aim.Candidate;
import org.callboard.importrows.Choices.ExternalId;
import org.callboard.importrows.Choices.OnExisting;
import org.callboard.importrows.CustomerRows.NewEntry;
import org.callboard.importrows.CustomerUpdate.External;
import org.callboard.importrows.JudgedRow.FieldChange;
import org.callboard.paging.DateRange;
import org.callboard.paging.Paging;
import org.callboard.sheets.ImportField;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares a row with the customer on record that it is about: what it changes, before and after. */
@Component
class CompareCustomer {

    /** What a row may do to the customer. */
    enum Way {
        /** What people chose for the list. */
        CHANGE,
        /** Nothing that is known changes: contacts and another location are added. */
        ADD
    }

    private static final Set<String> CONTACTS = Set.of("phone", "mobilePhone", "fax", "email");
    private static final Paging NOTES = new Paging(1, 200, false);
    private static final DateRange ALWAYS = new DateRange(null, null, null, null);

    private final Locations locations;
    private final Notes notes;

    CompareCustomer(Locations locations, Notes notes) {
        this.locations = locations;
        this.notes = notes;
    }

    /** What becomes of a row that is about this customer. */
    Aim aim(
            long tenant,
            RowList list,
            Candidate<NewEntry> row,
            Way way,
            Customer customer,
            List<ContactEntry> reached) {
        String region = list.formats().region();
        Set<String> known = reached.stream()
                .map(ContactEntry::content)
                .flatMap(content -> new ContactDraft(content.type(), content.value(), null).identities(region).stream())
                .collect(Collectors.toCollection(HashSet::new));
        List<ContactDraft> said = row.draft().customer().customer().contacts();
        List<ContactDraft> others = said.stream()
                .filter(contact -> known.addAll(contact.identities(region)))
                .toList();
        Map<String, List<String>> problems = RowProblems.ofWhatIsThere(row.problems());
        if (others.stream().allMatch(contact -> ContactParser.problem(contact.type(), contact.value()) == null)) {
            problems.keySet().removeAll(CONTACTS); // whatever is stored may stay
        }
        if (!problems.isEmpty()) {
            return Aim.missed(problems);
        }
        Choices choices = list.choices();
        boolean overwrites = way == Way.CHANGE && choices.existing().policy() == OnExisting.Overwrite;
        boolean fills = way == Way.CHANGE && choices.existing().policy() == OnExisting.FillEmpty;
        Address wanted = row.draft().customer().customer().details().address();
        boolean adds = way == Way.ADD || choices.onMatch() == OnMatch.Attach;
        List<NewRecord<LocationDetails>> places = adds ? others(tenant, customer, row.draft()) : List.of();
        boolean keepsAddress = way == Way.ADD
                || places.stream().anyMatch(place -> place.details().address().equals(wanted));
        CustomerDetails before = customer.details();
        CustomerDetails after = changed(row, before, overwrites, keepsAddress ? before.address() : wanted);
        List<ContactDraft> added = fills ? filling(others, reached) : others;
        External external = external(choices, row, customer);
        String note = note(tenant, customer.id(), row.draft().note(), fills);
        CustomDataDraft data = row.draft().customer().customer().customData();
        List<Long> had = customer.customData().tagTypeIds();
        List<Long> tags = Objects.requireNonNullElse(data.tagTypeIds(), List.<Long>of()).stream()
                .filter(tag -> !had.contains(tag))
                .distinct()
                .toList();
        List<CustomFieldUpdate> fields = way == Way.ADD ? List.of() : fields(customer, data, overwrites);
        List<FieldChange> changes = differences(before, after);
        added.forEach(contact -> changes.add(
                new FieldChange(contact.kind() == ContactType.Email ? "email" : "phone", null, contact.value())));
        if (external != null) {
            changes.add(new FieldChange("externalId", external.before(), external.value()));
        }
        places.forEach(place -> changes.add(
                new FieldChange("location", null, place.details().address().toString())));
        if (note != null) {
            changes.add(new FieldChange("notes", null, note));
        }
        Map<Long, String> tagNames = list.formats().fields().tagNames();
        tags.forEach(tag -> changes.add(new FieldChange("tag", null, tagNames.getOrDefault(tag, Long.toString(tag)))));
        fields.forEach(field -> changes.add(
                new FieldChange("customField", value(customer, field.typeId()).orElse(null), field.value())));
        return Aim.at(new CustomerUpdate(
                customer,
                after,
                added,
                tags.isEmpty()
                        ? null
                        : Stream.concat(had.stream(), tags.stream()).toList(),
                fields.isEmpty() ? null : merged(customer, fields),
                external,
                note,
                places,
                changes,
                false));
    }

    /** The row's places that are none of the customer's; what may perhaps be one of those is no other. */
    private List<NewRecord<LocationDetails>> others(long tenant, Customer customer, NewEntry entry) {
        List<ParsedAddress> known = new ArrayList<>();
        List<NewRecord<LocationDetails>> places = entry.customer().locations().stream()
                .filter(place -> VisibleText.in(place.details().address().street()))
                .toList();
        if (!places.isEmpty()) {
            locations
                    .ofCustomer(tenant, customer.id())
                    .forEach(place ->
                            known.add(AddressParser.parse(place.details().address())));
        }
        return places.stream()
                .filter(place -> known.stream()
                        .allMatch(one -> one.compare(place.details().address()) == Likeness.Different))
                .toList();
    }

    private static CustomerDetails changed(
            Candidate<NewEntry> row, CustomerDetails before, boolean overwrites, Address address) {
        CustomerDetails said = row.draft().customer().customer().details();
        boolean typed = overwrites && row.cells().get(ImportField.type) != null;
        Address now = address(before.address(), address, overwrites, row.cells().get(ImportField.country) != null);
        boolean moved = AddressParser.parse(before.address()).compare(AddressParser.parse(now)) == Likeness.Different;
        return new CustomerDetails(
                overwrites && VisibleText.in(said.name()) ? said.name() : before.name(),
                typed ? said.type() : before.type(),
                now,
                moved ? null : before.coordinates(),
                before.doNotMail() || said.doNotMail(),
                before.doNotService() || said.doNotService(),
                before.nationalAccount(),
                before.taxExempt(),
                before.paymentTermId(),
                before.creditLimit(),
                before.creditLimitBalance());
    }

    /** The parts of one address: another house takes nothing from the one before, and fills none of its gaps. */
    private static Address address(Address before, Address said, boolean overwrites, boolean saysCountry) {
        boolean other = VisibleText.in(before.street())
                && VisibleText.in(said.street())
                && AddressParser.parse(before).compare(whole(before, said)) == Likeness.Different;
        if (other && !overwrites) {
            return before;
        }
        return new Address(
                part(before.street(), said.street(), overwrites),
                other ? said.unit() : VisibleText.orNull(part(text(before.unit()), text(said.unit()), overwrites)),
                part(before.city(), said.city(), overwrites),
                part(before.state(), said.state(), overwrites),
                part(before.zip(), said.zip(), overwrites),
                part(before.country(), saysCountry ? said.country() : "", overwrites));
    }

    private static Address whole(Address before, Address said) {
        return new Address(
                said.street(),
                said.unit(),
                part(before.city(), said.city(), true),
                part(before.state(), said.state(), true),
                part(before.zip(), said.zip(), true),
                before.country());
    }

    private static String part(String before, String said, boolean overwrites) {
        return VisibleText.in(said) && (overwrites || !VisibleText.in(before)) ? said : before;
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** Numbers where there is none, and e-mail addresses where there is none. */
    private static List<ContactDraft> filling(List<ContactDraft> others, List<ContactEntry> reached) {
        return others.stream()
                .filter(contact -> reached.stream()
                        .noneMatch(entry ->
                                (entry.content().type() == ContactType.Email) == (contact.type() == ContactType.Email)))
                .toList();
    }

    /** The values that differ from those that the customer has; where only gaps are filled, of fields without one. */
    private static List<CustomFieldUpdate> fields(Customer customer, CustomDataDraft said, boolean overwrites) {
        return Objects.requireNonNullElse(said.customFields(), List.<CustomFieldUpdate>of()).stream()
                .filter(field -> value(customer, field.typeId())
                        .map(value -> overwrites && !value.equals(field.value()))
                        .orElse(true))
                .toList();
    }

    private static Optional<String> value(Customer customer, long type) {
        return customer.customData().customFields().stream()
                .filter(field -> field.typeId() == type)
                .map(CustomFieldValue::value)
                .findFirst();
    }

    /** All that the customer has then. */
    private static List<CustomFieldUpdate> merged(Customer customer, List<CustomFieldUpdate> changed) {
        Map<Long, CustomFieldUpdate> all = new TreeMap<>();
        customer.customData()
                .customFields()
                .forEach(field -> all.put(field.typeId(), new CustomFieldUpdate(field.typeId(), field.value())));
        changed.forEach(field -> all.put(field.typeId(), field));
        return List.copyOf(all.values());
    }

    private static @Nullable External external(Choices choices, Candidate<NewEntry> row, Customer customer) {
        ExternalId of = choices.existing().external();
        String value = row.cells().get(ImportField.externalId);
        if (of == null || value == null) {
            return null;
        }
        String before = customer.customData().externalData().stream()
                .filter(entry -> entry.key().equals(of.key()))
                .map(ExternalEntry::value)
                .findFirst()
                .orElse(null);
        return value.equals(before) ? null : new External(of, value, before);
    }

    private @Nullable String note(long tenant, long customer, @Nullable String note, boolean fills) {
        if (note == null) {
            return null;
        }
        List<Note> known =
                notes.list(RecordKind.Customer, tenant, customer, ALWAYS, NOTES).data();
        boolean there =
                known.stream().anyMatch(one -> VisibleText.strip(one.text()).equals(note));
        return there || fills && !known.isEmpty() ? null : note;
    }

    private static List<FieldChange> differences(CustomerDetails before, CustomerDetails after) {
        List<FieldChange> changes = new ArrayList<>();
        note(changes, "name", before.name(), after.name());
        note(changes, "type", before.type().name(), after.type().name());
        note(changes, "street", before.address().street(), after.address().street());
        note(changes, "unit", before.address().unit(), after.address().unit());
        note(changes, "city", before.address().city(), after.address().city());
        note(changes, "state", before.address().state(), after.address().state());
        note(changes, "zip", before.address().zip(), after.address().zip());
        note(changes, "country", before.address().country(), after.address().country());
        note(changes, "doNotMail", yes(before.doNotMail()), yes(after.doNotMail()));
        note(changes, "doNotService", yes(before.doNotService()), yes(after.doNotService()));
        return changes;
    }

    private static String yes(boolean yes) {
        return yes ? "Yes" : "No";
    }

    private static void note(List<FieldChange> changes, String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(field, before, after));
        }
    }
}
