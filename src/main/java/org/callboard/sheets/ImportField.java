package org.callboard.sheets;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a column of a list may hold. The constants are the wire's own words. */
public enum ImportField {
    /** Callboard's own, as its exports have it. */
    customerId("Customer ID", Many.NO, ImportKind.Customers, ImportKind.Locations),
    /** The same of a location. */
    locationId("Location ID", Many.NO, ImportKind.Locations),
    /** The one that another system gave the record. */
    externalId("ID in the old system", Many.NO, ImportKind.Customers, ImportKind.Locations),
    name("Name", Many.NO, ImportKind.Leads, ImportKind.Customers),
    company("Company", Many.NO, ImportKind.Leads, ImportKind.Customers),
    person("Contact person", Many.NO, ImportKind.Leads, ImportKind.Customers),
    firstName("First name", Many.NO, ImportKind.Leads, ImportKind.Customers),
    middleName("Middle name", Many.NO, ImportKind.Leads, ImportKind.Customers),
    lastName("Last name", Many.NO, ImportKind.Leads, ImportKind.Customers),
    type("Type", Many.NO, ImportKind.Customers),
    phone("Phone", Many.YES),
    /** What the number is that stands in another column: Mobile, Fax, or a memo. */
    phoneLabel("Kind of phone", Many.YES),
    mobilePhone("Mobile phone", Many.YES),
    fax("Fax", Many.YES, ImportKind.Customers, ImportKind.Locations),
    email("E-mail", Many.YES),
    /** Lines of an address, from the first. */
    street("Street", Many.YES),
    unit("Unit", Many.NO),
    city("City", Many.NO),
    state("State", Many.NO),
    zip("ZIP", Many.NO),
    country("Country", Many.NO),
    locationName("Name of the location", Many.NO, ImportKind.Customers, ImportKind.Locations),
    /** Whether the address is the customer's own. */
    isBilling("Is the billing address", Many.NO, ImportKind.Customers),
    notes("Notes", Many.YES),
    /** What says little without the name of its column, which stands in front. */
    headedNotes("Notes, with the heading", Many.YES),
    /** Names of tags, which commas part. */
    tag("Tags", Many.YES),
    /** One that the company has added. */
    customField("Custom field", Many.NO, ImportKind.Customers, ImportKind.Locations),
    followUpDate("Follow-up date", Many.NO, ImportKind.Leads),
    priority("Priority", Many.NO, ImportKind.Leads),
    doNotMail("Do not mail", Many.NO, ImportKind.Customers),
    doNotService("Do not service", Many.NO, ImportKind.Customers);

    /** Whether several columns may hold it. */
    private enum Many {
        YES,
        NO
    }

    private static final Set<ImportField> OF_ADDRESS =
            EnumSet.of(street, unit, city, state, zip, country, locationName, isBilling);

    private final String label;
    private final Many many;
    private final Set<ImportKind> kinds;

    /** @param kinds the lists that may have it; any where none is named */
    ImportField(String label, Many many, ImportKind... kinds) {
        this.label = label;
        this.many = many;
        this.kinds = kinds.length == 0 ? EnumSet.allOf(ImportKind.class) : EnumSet.copyOf(List.of(kinds));
    }

    /** The word on the screen. */
    public String label() {
        return label;
    }

    /** The word within a sentence. */
    public String word() {
        return this == zip ? label : label.toLowerCase(Locale.ROOT);
    }

    /** The fields that a kind of list may have. */
    public static Set<ImportField> of(ImportKind kind) {
        EnumSet<ImportField> all = EnumSet.allOf(ImportField.class);
        all.removeIf(field -> !field.kinds.contains(kind));
        return all;
    }

    /** Whether several columns may hold it, of which the first that is filled comes first. */
    public boolean repeatable() {
        return many == Many.YES;
    }

    /** Whether it belongs to an address, of which a row may have several. */
    public boolean ofAddress() {
        return OF_ADDRESS.contains(this);
    }
}
