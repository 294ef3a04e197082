package org.callboard.leads;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.jspecify.annotations.Nullable;

/**
 * What people typed for the contacts of somebody who becomes a lead. A lead has one number and one e-mail address: the first
 * of each. What else was said of them is noted.
 */
public record LeadContacts(List<ContactDraft> all) {

    /** The number, as it was typed; null where there is none. */
    public @Nullable String phone() {
        List<ContactDraft> numbers = of(false);
        return numbers.isEmpty() ? null : numbers.getFirst().value();
    }

    /** The e-mail address; null where there is none. */
    public @Nullable String email() {
        List<ContactDraft> addresses = of(true);
        return addresses.isEmpty() ? null : addresses.getFirst().value();
    }

    /** The summary with what a lead has no field for; null where there is neither. */
    public @Nullable String noted(@Nullable String summary) {
        List<String> lines = new ArrayList<>(summary == null ? List.of() : List.of(summary));
        note(lines, "Phone", "Other numbers", of(false));
        note(lines, "E-mail", "Other e-mail addresses", of(true));
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    private List<ContactDraft> of(boolean email) {
        return all.stream()
                .filter(contact -> (contact.kind() == ContactType.Email) == email)
                .toList();
    }

    private static void note(List<String> lines, String first, String others, List<ContactDraft> contacts) {
        if (!contacts.isEmpty() && contacts.getFirst().memo() != null) {
            lines.add(first + ": " + contacts.getFirst().memo());
        }
        if (contacts.size() > 1) {
            lines.add(others + ": "
                    + contacts.stream()
                            .skip(1)
                            .map(one -> one.memo() == null ? one.value() : one.value() + " (" + one.memo() + ")")
                            .collect(Collectors.joining(", ")));
        }
    }
}
