package org.callboard.web.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.callboard.addresses.ContactType;
import org.callboard.customers.CustomerType;
import org.callboard.locations.CreateCustomerRequest;
import org.callboard.locations.LocationRequests.CreateLocationRequest;
import org.callboard.locations.LocationRequests.NewLocationModel;
import org.callboard.platform.FieldErrors;
import org.callboard.records.AddressRequests.NewAddress;
import org.callboard.records.AttachedRequests.CustomFieldUpdate;
import org.callboard.records.ContactRequests.NewContact;
import org.jspecify.annotations.Nullable;

/** Makes of a form the request that a program would send, and brings what is wrong with that back to the form's fields. */
final class EntryReader {

    private static final int LONGEST_NAME = 200;
    private static final String REQUIRED = "This field is required.";

    private final Entry entry;
    private final FieldErrors errors;

    /** The start of a path in the request, and where in the form that stands. */
    private final Map<String, String> moved = new HashMap<>();

    EntryReader(Entry entry, FieldErrors errors) {
        this.entry = entry;
        this.errors = errors;
    }

    /** A location without a name of its own has the customer's; the first may be at the billing address. */
    CreateCustomerRequest customer() {
        String name = entry.value("name");
        List<NewLocationModel> locations = IntStream.range(0, entry.count("locations"))
                .mapToObj(i -> "locations[" + i + "].")
                .map(prefix -> location(prefix, name))
                .toList();
        return new CreateCustomerRequest(
                name,
                choice(CustomerType.values(), "type", CustomerType.Residential),
                entry.flag("doNotMail"),
                entry.flag("doNotService"),
                null,
                locations,
                address("address."),
                contacts(""),
                customFields(""),
                tags(""),
                null,
                null,
                null,
                null,
                null);
    }

    /** A location without a name of its own is called by its street. */
    CreateLocationRequest location(long customer) {
        NewLocationModel model = location("", entry.value("address.street"));
        return new CreateLocationRequest(
                customer,
                model.name(),
                model.address(),
                model.contacts(),
                model.customFields(),
                model.tagTypeIds(),
                null,
                null,
                null);
    }

    private NewLocationModel location(String prefix, @Nullable String otherwise) {
        boolean same = atBillingAddress(prefix);
        String name = entry.value(prefix + "name");
        if (name == null) {
            // where there is neither, the missing field is the other one
            name = otherwise == null ? "?" : otherwise.substring(0, Math.min(LONGEST_NAME, otherwise.length()));
        }
        return new NewLocationModel(
                name,
                address(same ? "address." : prefix + "address."),
                contacts(prefix),
                customFields(prefix),
                tags(prefix),
                null,
                null,
                null);
    }

    private boolean atBillingAddress(String prefix) {
        return prefix.equals("locations[0].") && entry.flag(prefix + "same");
    }

    private NewAddress address(String prefix) {
        return new NewAddress(
                entry.value(prefix + "street"),
                entry.value(prefix + "unit"),
                entry.value(prefix + "city"),
                entry.value(prefix + "state"),
                entry.value(prefix + "zip"),
                entry.value(prefix + "country"),
                null,
                null);
    }

    private List<NewContact> contacts(String prefix) {
        List<NewContact> contacts = new ArrayList<>();
        for (int i = 0; i < entry.count(prefix + "contacts"); i++) {
            String row = prefix + "contacts[" + i + "].";
            contacts.add(new NewContact(
                    choice(ContactType.values(), row + "type", ContactType.MobilePhone),
                    entry.text(row + "value").strip(),
                    entry.value(row + "memo")));
        }
        return contacts;
    }

    private List<CustomFieldUpdate> customFields(String prefix) {
        List<CustomFieldUpdate> fields = new ArrayList<>();
        for (String id : entry.customFields(prefix)) {
            moved.put(prefix + "customFields[" + fields.size() + "]", prefix + "field." + id);
            fields.add(new CustomFieldUpdate(Long.valueOf(id), entry.value(prefix + "field." + id)));
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
