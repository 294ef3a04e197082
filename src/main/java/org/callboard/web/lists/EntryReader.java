package org.callboard.web.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.callboard.addresses.Address;
import org.callboard.addresses.ContactDraft;
import org.callboard.addresses.ContactType;
import org.callboard.customers.CreateCustomer;
import org.callboard.customers.CustomerDetails;
import org.callboard.customers.CustomerType;
import org.callboard.customers.LocationDetails;
import org.callboard.details.CustomDataRequests.AttachedDraft;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.details.NewRecord;
import org.callboard.validation.FieldErrors;

/** Makes of a form what is to be created, and brings what is wrong with that back to the form's fields. */
final class EntryReader {

    private static final int MAX_NAME = 200;
    private static final String REQUIRED = "This field is required.";

    private final Entry entry;
    private final String region;
    private final FieldErrors errors;

    /** The start of a path in what is created, and where in the form that stands. */
    private final Map<String, String> moved = new HashMap<>();

    EntryReader(Entry entry, String region, FieldErrors errors) {
        this.entry = entry;
        this.region = region;
        this.errors = errors;
    }

    /** A location without a name of its own has the customer's; the first may be at the billing address. */
    CreateCustomer.Complete customer() {
        String name = text("name");
        CustomerDetails details = new CustomerDetails(
                name,
                choice(CustomerType.values(), "type", CustomerType.Residential),
                address("address."),
                null,
                entry.flag("doNotMail"),
                entry.flag("doNotService"),
                false,
                false,
                null,
                null,
                null);
        List<NewRecord<LocationDetails>> locations = IntStream.range(0, entry.count("locations"))
                .mapToObj(i -> location("locations[" + i + "].", name))
                .toList();
        return new CreateCustomer.Complete(new NewRecord<>(details, attached(""), contacts("")), locations);
    }

    /** A location without a name of its own is called by its street. */
    NewRecord<LocationDetails> location() {
        return location("", text("address.street"));
    }

    private NewRecord<LocationDetails> location(String prefix, String otherwise) {
        boolean same = atBillingAddress(prefix);
        String name = entry.value(prefix + "name");
        if (name == null) {
            // where there is neither, the missing field is the other one
            name = otherwise.isEmpty() ? "?" : otherwise.substring(0, Math.min(MAX_NAME, otherwise.length()));
        }
        LocationDetails details = LocationDetails.of(name, address(same ? "address." : prefix + "address."));
        return new NewRecord<>(details, attached(prefix), contacts(prefix));
    }

    private boolean atBillingAddress(String prefix) {
        return prefix.equals("locations[0].") && entry.flag(prefix + "same");
    }

    private Address address(String prefix) {
        return new Address(
                text(prefix + "street"),
                entry.value(prefix + "unit"),
                text(prefix + "city"),
                text(prefix + "state"),
                text(prefix + "zip"),
                text(prefix + "country"));
    }

    /** What is missing is empty. */
    private String text(String field) {
        return Objects.requireNonNullElse(entry.value(field), "");
    }

    private List<ContactDraft> contacts(String prefix) {
        List<ContactDraft> contacts = new ArrayList<>();
        for (int i = 0; i < entry.count(prefix + "contacts"); i++) {
            String row = prefix + "contacts[" + i + "].";
            contacts.add(ContactDraft.of(
                    choice(ContactType.values(), row + "type", ContactType.MobilePhone),
                    entry.text(row + "value").strip(),
                    entry.value(row + "memo"),
                    region));
        }
        return contacts;
    }

    private AttachedDraft attached(String prefix) {
        return new AttachedDraft(tags(prefix), customFields(prefix), null);
    }

    private List<CustomFieldUpdate> customFields(String prefix) {
        List<CustomFieldUpdate> fields = new ArrayList<>();
        for (String id : entry.customFields(prefix)) {
            moved.put(prefix + "customFields[" + fields.size() + "]", prefix + "field." + id);
            fields.add(new CustomFieldUpdate(
                    Long.valueOf(id), entry.text(prefix + "field." + id).strip()));
        }
        return fields;
    }

    private List<Long> tags(String prefix) {
        List<Long> tags = new ArrayList<>();
        for (String tag : entry.values(prefix + "tagTypeIds")) {
            if (tag.matches("\\d{1,18}")) {
                tags.add(Long.valueOf(tag));
            } else {
                errors.add(prefix + "tagTypeIds", "Choose from the list.");
            }
        }
        return tags;
    }

    private <E extends Enum<E>> E choice(E[] constants, String field, E usual) {
        String value = entry.value(field);
        if (value == null) {
            return usual;
        }
        for (E constant : constants) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        errors.add(field, "Choose one from the list.");
        return usual;
    }

    /** What is wrong, by the fields of the form. What a copied address lacks is said once, where it was typed. */
    Map<String, List<String>> atFields(Map<String, List<String>> wrong) {
        Map<String, List<String>> atFields = new TreeMap<>();
        wrong.forEach((path, sentences) -> {
            if (path.startsWith("locations[0].address.") && atBillingAddress("locations[0].")) {
                return;
            }
            List<String> all = atFields.computeIfAbsent(field(path), field -> new ArrayList<>());
            if (!all.contains(REQUIRED)) { // what is missing needs no second complaint
                all.addAll(sentences.contains(REQUIRED) ? List.of(REQUIRED) : sentences);
            }
        });
        return atFields;
    }

    private String field(String path) {
        String custom = path.replaceFirst("\\.(typeId|value)$", "");
        return moved.containsKey(custom)
                ? String.valueOf(moved.get(custom))
                : path.replaceFirst("tagTypeIds\\[\\d+]$", "tagTypeIds");
    }
}
