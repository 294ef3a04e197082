package org.callboard.web;

import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.contactpoints.EmailAddresses;
import org.callboard.contactpoints.PhoneFormat;
import org.jspecify.annotations.Nullable;

/** Writes phone numbers as people of the company's country do. For templates. */
public record Phones(String region) {

    public String display(String value) {
        return new PhoneFormat(region).shown(value);
    }

    /** Where a click on a number or an e-mail address leads; null for a fax, and for what can be neither. */
    public @Nullable String link(ContactType type, String value) {
        if (!ContactParser.reaches(type, value)) {
            return null;
        }
        return switch (ContactParser.kind(type, value)) {
            case Email -> "mailto:" + EmailAddresses.first(value);
            case Phone, MobilePhone -> {
                String number = new PhoneFormat(region).dialed(value);
                yield number == null ? null : "tel:" + number;
            }
            case Fax -> null;
        };
    }

    /** The same of a number. */
    public @Nullable String link(String number) {
        return link(ContactType.Phone, number);
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
