package org.callboard.sheets;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a column of a list may hold. The constants are the wire's own words. */
public enum ImportField {
    /** Callboard's own, as its exports have it. */
    customerId("Customer ID", ImportKind.Customers),
    /** The one that another system gave the record. */
    externalId("ID in the old system", ImportKind.Customers),
    name("Name"),
    company("Company"),
    person("Contact person"),
    firstName("First name"),
    lastName("Last name"),
    type("Type", ImportKind.Customers),
    phone("Phone", Many.YES),
    /** What the number is that stands in another column: Mobile, Fax, or a memo. */
    phoneLabel("Kind of phone", Many.YES),
    mobilePhone("Mobile phone", Many.YES),
    fax("Fax", ImportKind.Customers, Many.YES),
    email("E-mail", Many.YES),
    /** Lines of an address, from the first. */
    street("Street", Many.YES),
    unit("Unit"),
    city("City"),
    state("State"),
    zip("ZIP"),
    country("Country"),
    locationName("Name of the location", ImportKind.Customers),
    /** Whether the address is the customer's own. */
    isBilling("Is the billing address", ImportKind.Customers),
    notes("Notes", Many.YES),
    /** Names of tags, which commas part. */
    tag("Tags", Many.YES),
    /** One that the company has added. */
    customField("Custom field", ImportKind.Customers),
    followUpDate("Follow-up date", ImportKind.Leads),
    priority("Priority", ImportKind.Leads),
    doNotMail("Do not mail", ImportKind.Customers),
    doNotService("Do not service", ImportKind.Customers);

    /** Whether several columns may hold it. */
    private enum Many {
        YES,
        NO
    }

    private static final Set<ImportField> OF_ADDRESS =
            EnumSet.of(street, unit, city, state, zip, country, locationName, isBilling);

    private final String label;
    private final @Nullable ImportKind only;
    private final Many many;

    ImportField(String label) {
        this(label, null, Many.NO);
    }

    ImportField(String label, Many many) {
        this(label, null, many);
    }

    ImportField(String label, ImportKind only) {
        this(label, only, Many.NO);
    }

    ImportField(String label, @Nullable ImportKind only, Many many) {
        this.label = label;
        this.only = only;
        this.many = many;
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
        all.removeIf(field -> field.only != null && field.only != kind);
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
