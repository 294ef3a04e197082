package org.callboard.importrows;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** What a column of a list may hold, and the names under which other programs write it. */
public enum ImportField {
    name(
            "Name",
            null,
            "customer",
            "customername",
            "fullname",
            "displayname",
            "contactname",
            "contact",
            "company",
            "companyname",
            "businessname",
            "leadname",
            "client",
            "clientname",
            "accountname",
            "leadcustomername"),
    firstName("First name", null, "first", "givenname", "forename", "contactfirstname"),
    lastName("Last name", null, "last", "surname", "familyname", "contactlastname"),
    type("Type", ImportKind.Customers, "customertype", "accounttype"),
    phone(
            "Phone",
            null,
            "phones",
            "phonenumber",
            "telephone",
            "tel",
            "homephone",
            "mainphone",
            "primaryphone",
            "phone1",
            "workphone",
            "businessphone",
            "landline",
            "leadphone",
            "contactphone",
            "daytimephone"),
    mobilePhone(
            "Mobile phone", null, "mobile", "mobilenumber", "cell", "cellphone", "cellular", "phone2", "cellnumber"),
    fax("Fax", ImportKind.Customers, "faxnumber"),
    email("E-mail", null, "emails", "emailaddress", "mail", "email1", "primaryemail", "leademail", "contactemail"),
    street(
            "Street",
            null,
            "address",
            "address1",
            "addressline1",
            "streetaddress",
            "street1",
            "mailingstreet",
            "serviceaddress",
            "billingaddress",
            "billingstreet",
            "leadstreet",
            "mailingaddress"),
    unit("Unit", null, "address2", "addressline2", "street2", "apt", "apartment", "suite", "unitnumber", "leadunit"),
    city("City", null, "town", "billingcity", "mailingcity", "leadcity"),
    state(
            "State",
            null,
            "province",
            "stateprovince",
            "region",
            "billingstate",
            "mailingstate",
            "leadstate",
            "statecode"),
    zip(
            "ZIP",
            null,
            "zipcode",
            "postalcode",
            "postcode",
            "zippostalcode",
            "billingzip",
            "mailingzip",
            "leadzip",
            "postal",
            "billingpostalcode",
            "mailingpostalcode"),
    country("Country", null, "countrycode", "billingcountry", "mailingcountry", "leadcountry"),
    notes("Notes", null, "note", "summary", "comment", "comments", "description", "remarks", "details", "memo"),
    followUpDate(
            "Follow-up date",
            ImportKind.Leads,
            "followup",
            "followupon",
            "nextfollowup",
            "nextfollowupdate",
            "callback",
            "callbackdate",
            "duedate",
            "nextcall"),
    priority("Priority", ImportKind.Leads, "leadpriority", "urgency"),
    doNotMail("Do not mail", ImportKind.Customers, "nomail"),
    doNotService("Do not service", ImportKind.Customers, "noservice");

    private final String label;
    private final @Nullable ImportKind only;
    private final Set<String> words;

    ImportField(String label, @Nullable ImportKind only, String... words) {
        this.label = label;
        this.only = only;
        this.words = new HashSet<>(List.of(words));
        this.words.add(plain(label));
        this.words.add(plain(name()));
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

    /** The field that a column of this name most likely holds. */
    static Optional<ImportField> guess(ImportKind kind, String column) {
        String plain = plain(column);
        return of(kind).stream().filter(field -> field.words.contains(plain)).findFirst();
    }

    /** The field of this wire name, such as {@code firstName}, in any case. */
    static Optional<ImportField> named(ImportKind kind, String name) {
        return Arrays.stream(values())
                .filter(field -> field.name().equalsIgnoreCase(VisibleText.strip(name)))
                .filter(of(kind)::contains)
                .findFirst();
    }

    private static String plain(String text) {
        return StringUtils.stripAccents(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
