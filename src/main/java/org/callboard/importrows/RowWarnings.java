package org.callboard.importrows;

import java.util.ArrayList;
import java.util.List;
import org.callboard.contactpoints.ContactDraft;

/** What is right by the rules and should be looked at all the same. */
final class RowWarnings {

    private RowWarnings() {}

    static List<String> of(List<ContactDraft> contacts, String region) {
        List<String> warnings = new ArrayList<>();
        for (ContactDraft contact : contacts) {
            contact.read(region).all().stream()
                    .filter(one -> !one.attaches())
                    .map(one -> "“" + one.typed() + "” " + (one.isWhole() ? "stands for none." : "has no area code."))
                    .forEach(warnings::add);
        }
        return warnings;
    }
}
