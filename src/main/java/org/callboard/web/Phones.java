package org.callboard.web;

import org.callboard.addresses.ContactValues;

/** Writes phone numbers as people of the company's country do. For templates. */
public record Phones(String region) {

    public String display(String value) {
        return ContactValues.display(value, region);
    }
}
