package org.callboard.web;

import org.callboard.addresses.ContactType;
import org.callboard.addresses.ContactValues;
import org.jspecify.annotations.Nullable;

/** Writes phone numbers as people of the company's country do. For templates. */
public record Phones(String region) {

    public String display(String value) {
        return ContactValues.display(value, region);
    }

    /** Where a click on a number or an e-mail address leads; null for a fax, and for what can be neither. */
    public @Nullable String link(ContactType type, String value) {
        if (!ContactValues.reaches(type, value)) {
            return null;
        }
        ContactType kind = ContactValues.understood(type, value);
        return switch (kind) {
            case Email -> "mailto:" + value.strip();
            case Phone, MobilePhone -> {
                String number = ContactValues.normalize(kind, value, region);
                yield "tel:" + (number == null ? value.replaceAll("[^0-9+]", "") : number);
            }
            case Fax -> null;
        };
    }

    /** What people call this kind of contact. */
    public static String word(ContactType type) {
        return switch (type) {
            case Phone -> "Phone";
            case MobilePhone -> "Mobile";
            case Email -> "E-mail";
            case Fax -> "Fax";
        };
    }
}
