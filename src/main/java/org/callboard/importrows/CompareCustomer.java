package org.callboard.importrows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.Likeness;
import org.callboard.addresses.ParsedAddress;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.CustomerDetails;
import org.callboard.customers.LocationDetails;
import org.callboard.details.ContactEntry;
import org.callboard.details.NewRecord;
import org.callboard.importrows.Aim.Candidate;
import org.callboard.importrows.CustomerRows.NewEntry;
import org.callboard.importrows.JudgedRow.FieldChange;
import org.callboard.importrows.KnownCustomers.Known;
import org.callboard.listchoices.Choices;
import org.callboard.listchoices.Choices.OnExisting;
import org.callboard.listchoices.OnMatch;
import org.callboard.listchoices.RowList;
import org.callboard.sheets.ImportField;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** Compares a row with the customer on record that it is about: what it changes, before and after. */
final class CompareCustomer {

    /** What a row may do to the customer. */
    enum Way {
        /** What people chose for the list. */
        CHANGE,
        /** Nothing that is known changes: contacts and another location are added. */
        ADD;

        /** Whether the list may give the customer further locations. */
        boolean adds(Choices choices) {
            return this == ADD || choices.onMatch() == OnMatch.Attach;
        }
    }

    private static final Set<String> CONTACTS = Set.of("phone", "mobilePhone", "fax", "email");

    private CompareCustomer() {}

    /** What becomes of a row that is about this customer. */
    static Aim aim(RowList list, Candidate<NewEntry> row, Way way, Known known) {
        Map<String, List<String>> problems = problems(row.problems(), missing(list, row, known));
        return problems.isEmpty() ? Aim.at(update(list, row, way, known)) : Aim.missed(problems);
    }

    private static List<ContactDraft> missing(RowList list, Candidate<NewEntry> row, Known known) {
        return missing(
                known.reached(),
                row.draft().customer().customer().contacts(),
                list.formats().region());
    }

    /** What a row in which nothing is wrong changes of this customer. */
    static CustomerUpdate update(RowList list, Candidate<NewEntry> row, Way way, Known known) {
        List<ContactDraft> others = missing(list, row, known);
        Choices choices = list.choices();
        boolean overwrites = way == Way.CHANGE && choices.existing().policy() == OnExisting.Overwrite;
        boolean fills = way == Way.CHANGE && choices.existing().policy() == OnExisting.FillEmpty;
        Address wanted = row.draft().customer().customer().details().address();
        List<NewRecord<LocationDetails>> places = way.adds(choices)
                ? others(known.places(), row.draft().customer().locations())
                : List.of();
        boolean keepsAddress = way == Way.ADD
                || places.stream().anyMatch(place -> place.details().address().equals(wanted));
        CustomerDetails before = known.customer().details();
        CustomerDetails after = changed(row, before, overwrites, keepsAddress ? before.address() : wanted);
        List<ContactDraft> added = fills ? filling(others, known.reached()) : others;
        String note = note(known.notes(), row.draft().note(), fills);
        List<FieldChange> changes = differences(before, after);
        addTo(changes, added);
        places.forEach(place -> changes.add(
                new FieldChange("location", null, place.details().address().toString())));
        if (note != null) {
            changes.add(new FieldChange("notes", null, note));
        }
        DataChange data = DataChange.of(
                list,
                row.cells(),
                row.draft().customer().customer().customData(),
                known.customer().customData(),
                way == Way.CHANGE,
                overwrites,
                changes);
        return new CustomerUpdate(known.customer(), after, added, data, note, places, changes, false);
    }

    /** What is wrong with a row that is about somebody on record: what it leaves out is known, and what is stored may stay. */
    static Map<String, List<String>> problems(Map<String, List<String>> problems, List<ContactDraft> added) {
        Map<String, List<String>> left = RowProblems.ofWhatIsThere(problems);
        if (added.stream().allMatch(contact -> ContactParser.problem(contact.type(), contact.value()) == null)) {
            left.keySet().removeAll(CONTACTS);
        }
        return left;
    }

    /** The numbers and e-mail addresses of a row that a record does not have yet. */
    static List<ContactDraft> missing(List<ContactEntry> reached, List<ContactDraft> said, String region) {
        Set<String> known = reached.stream()
                .map(ContactEntry::content)
                .flatMap(content -> new ContactDraft(content.type(), content.value(), null).identities(region).stream())
                .collect(Collectors.toCollection(HashSet::new));
        return said.stream()
                .filter(contact -> known.addAll(contact.identities(region)))
                .toList();
    }

    /** Numbers where there is none, and e-mail addresses where there is none. */
    static List<ContactDraft> filling(List<ContactDraft> others, List<ContactEntry> reached) {
        return others.stream()
                .filter(contact -> reached.stream()
                        .noneMatch(entry ->
                                (entry.content().type() == ContactType.Email) == (contact.type() == ContactType.Email)))
                .toList();
    }

    /** The row's places that are none of the known ones; what may perhaps be one of those is no other. */
    static List<NewRecord<LocationDetails>> others(List<ParsedAddress> known, List<NewRecord<LocationDetails>> places) {
        return places.stream()
                .filter(place -> VisibleText.in(place.details().address().street()))
                .filter(place -> known.stream()
                        .allMatch(one -> one.compare(place.details().address()) == Likeness.Different))
                .toList();
    }

    /** The note of a row, unless it is known; where only gaps are filled, unless anything is noted. */
    static @Nullable String note(List<String> known, @Nullable String note, boolean fills) {
        boolean there = known.stream().anyMatch(one -> VisibleText.strip(one).equals(note));
        return there || fills && !known.isEmpty() ? null : note;
    }

    static void addTo(List<FieldChange> changes, List<ContactDraft> contacts) {
        contacts.forEach(contact -> changes.add(
                new FieldChange(contact.kind() == ContactType.Email ? "email" : "phone", null, contact.value())));
    }

    private static CustomerDetails changed(
            Candidate<NewEntry> row, CustomerDetails before, boolean overwrites, Address address) {
        CustomerDetails said = row.draft().customer().customer().details();
        boolean typed = overwrites && row.cells().get(ImportField.type) != null;
        Address now = AddressMerge.of(
                before.address(), address, overwrites, row.cells().get(ImportField.country) != null);
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

    private static List<FieldChange> differences(CustomerDetails before, CustomerDetails after) {
        List<FieldChange> changes = new ArrayList<>();
        note(changes, "name", before.name(), after.name());
        note(changes, "type", before.type().name(), after.type().name());
        note(changes, before.address(), after.address());
        note(changes, "doNotMail", yes(before.doNotMail()), yes(after.doNotMail()));
        note(changes, "doNotService", yes(before.doNotService()), yes(after.doNotService()));
        return changes;
    }

    private static String yes(boolean yes) {
        return yes ? "Yes" : "No";
    }

    static void note(List<FieldChange> changes, Address before, Address after) {
        note(changes, "street", before.street(), after.street());
        note(changes, "unit", before.unit(), after.unit());
        note(changes, "city", before.city(), after.city());
        note(changes, "state", before.state(), after.state());
        note(changes, "zip", before.zip(), after.zip());
        note(changes, "country", before.country(), after.country());
    }

    static void note(List<FieldChange> changes, String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(field, before, after));
        }
    }
}
