package org.callboard.web.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.addresses.Limits.Name;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.CreateCustomer;
import org.callboard.customers.CustomerDetails;
import org.callboard.customers.CustomerType;
import org.callboard.customers.LocationDetails;
import org.callboard.database.RecordShape;
import org.callboard.desk.AddToCustomer;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.details.NewRecord;
import org.callboard.idempotency.SentForms;
import org.callboard.validation.VisibleText;
import org.callboard.web.layout.Form;
import org.callboard.web.records.PointParts;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a form what is to be created, and brings what is wrong with that back to the form's fields. The form has rows
 * that people add and remove; those in which nothing was typed are left out, and the ones after them move up.
 */
final class EntryReader {

    private static final Pattern CONTACT =
            Pattern.compile("((?:locations\\[\\d{1,4}]\\.)?contacts)\\[(\\d{1,4})]\\.(type|value|memo)");
    private static final Pattern LOCATION =
            Pattern.compile("(locations)\\[(\\d{1,4})]\\.([\\w.]+|contacts\\[\\d{1,4}]\\.\\w+)");
    private static final Pattern CUSTOM_FIELD = Pattern.compile("(.*)field\\.(\\d{1,18})");

    private final Form form;
    private final String region;

    /** The start of a path in what is created, and where in the form that stands. */
    private final Map<String, String> moved = new HashMap<>();

    EntryReader(Form sent, String region) {
        Map<String, List<String>> known = new LinkedHashMap<>(sent.texts());
        known.keySet()
                .removeIf(name -> name.contains("[")
                        && !CONTACT.matcher(name).matches()
                        && !LOCATION.matcher(name).matches());
        Map<String, List<String>> contacts = closeRanks(known, CONTACT, field -> !field.equals("type"));
        this.form = Form.of(closeRanks(
                contacts,
                LOCATION,
                // a new row starts with state, country and type, which says nothing yet
                field -> !List.of("address.state", "address.country").contains(field) && !field.endsWith(".type")));
        this.region = region;
    }

    private static Map<String, List<String>> closeRanks(
            Map<String, List<String>> sent, Pattern row, Predicate<String> tells) {
        Map<String, TreeMap<Integer, Boolean>> lists = new LinkedHashMap<>();
        sent.forEach((name, values) -> {
            Matcher matcher = row.matcher(name);
            if (matcher.matches()) {
                boolean says = tells.test(matcher.group(3)) && values.stream().anyMatch(VisibleText::in);
                lists.computeIfAbsent(matcher.group(1), list -> new TreeMap<>())
                        .merge(Integer.valueOf(matcher.group(2)), says, Boolean::logicalOr);
            }
        });
        Map<String, List<String>> result = new LinkedHashMap<>();
        sent.forEach((name, values) -> {
            Matcher matcher = row.matcher(name);
            if (!matcher.matches()) {
                result.put(name, values);
                return;
            }
            TreeMap<Integer, Boolean> rows = lists.getOrDefault(matcher.group(1), new TreeMap<>());
            Integer old = Integer.valueOf(matcher.group(2));
            if (rows.getOrDefault(old, false)) {
                long index =
                        rows.headMap(old).values().stream().filter(says -> says).count();
                result.put(matcher.group(1) + "[" + index + "]." + matcher.group(3), values);
            }
        });
        return result;
    }

    Form form() {
        return form;
    }

    /** The token that the form was drawn with; a new one where it came without. */
    UUID token() {
        try {
            return UUID.fromString(form.value("once"));
        } catch (IllegalArgumentException e) {
            return SentForms.token();
        }
    }

    /** All of it, without the fields that differ from one sending to the next. */
    String content() {
        Map<String, List<String>> rest = new TreeMap<>(form.texts());
        rest.remove("once");
        rest.remove("_csrf");
        return rest.toString();
    }

    /** A location without a name of its own has the customer's; the first may be at the billing address. */
    CreateCustomer.Complete customer() {
        String name = form.textOrEmpty("name");
        CustomerDetails details = CustomerDetails.of(
                name,
                Objects.requireNonNullElse(form.choice("type", CustomerType.class), CustomerType.Residential),
                address("address."),
                form.flag("doNotMail"),
                form.flag("doNotService"));
        CustomerDetails placed = RecordShape.with(details, "coordinates", PointParts.read(form, "address."));
        return new CreateCustomer.Complete(new NewRecord<>(placed, customData(""), contacts("")), locations(name));
    }

    /** What was typed for a customer who is on record; a location without a name of its own has the one given. */
    AddToCustomer.Typed typed(String name) {
        return new AddToCustomer.Typed(
                form.text("name"),
                form.choice("type", CustomerType.class),
                saysWhere("address.") ? address("address.") : null,
                PointParts.read(form, "address."),
                form.flag("doNotMail"),
                form.flag("doNotService"),
                customData(""),
                contacts(""),
                locations(name));
    }

    /** Whether an address was begun: its state and country are there beforehand. */
    private boolean saysWhere(String prefix) {
        return Stream.of("street", "unit", "city", "zip").anyMatch(part -> form.text(prefix + part) != null);
    }

    private List<NewRecord<LocationDetails>> locations(String name) {
        return form.rows("locations", 0).stream()
                .map(i -> location("locations[" + i + "].", name))
                .toList();
    }

    /** A location without a name of its own is called by its street. */
    NewRecord<LocationDetails> location() {
        return location("", form.textOrEmpty("address.street"));
    }

    private NewRecord<LocationDetails> location(String prefix, String otherwise) {
        String at = atBillingAddress(prefix) ? "address." : prefix + "address.";
        String name = form.text(prefix + "name");
        if (name == null) {
            // where there is neither, the missing field is the other one
            name = otherwise.isEmpty() ? "?" : otherwise.substring(0, Math.min(Name.MAX, otherwise.length()));
        }
        Address address = address(at);
        LocationDetails details =
                PointParts.placed(LocationDetails.of(name, address), address, PointParts.read(form, at));
        return new NewRecord<>(details, customData(prefix), contacts(prefix));
    }

    private boolean atBillingAddress(String prefix) {
        return prefix.equals("locations[0].") && form.flag(prefix + "same");
    }

    private Address address(String prefix) {
        return new Address(
                form.textOrEmpty(prefix + "street"),
                form.text(prefix + "unit"),
                form.textOrEmpty(prefix + "city"),
                form.textOrEmpty(prefix + "state"),
                form.textOrEmpty(prefix + "zip"),
                form.textOrEmpty(prefix + "country"));
    }

    private List<ContactDraft> contacts(String prefix) {
        List<ContactDraft> contacts = new ArrayList<>();
        for (int i : form.rows(prefix + "contacts", 0)) {
            String row = prefix + "contacts[" + i + "].";
            ContactType type =
                    Objects.requireNonNullElse(form.choice(row + "type", ContactType.class), ContactType.MobilePhone);
            for (ContactDraft part : ContactParser.of(type, form.textOrEmpty(row + "value"), region)
                    .parts(form.text(row + "memo"))) {
                moved.put(prefix + "contacts[" + contacts.size() + "]", prefix + "contacts[" + i + "]");
                contacts.add(part);
            }
        }
        return contacts;
    }

    private CustomDataDraft customData(String prefix) {
        return new CustomDataDraft(form.ids(prefix + "tagTypeIds"), customFields(prefix), null);
    }

    private List<CustomFieldUpdate> customFields(String prefix) {
        List<CustomFieldUpdate> fields = new ArrayList<>();
        for (String name : List.copyOf(form.texts().keySet())) {
            Matcher field = CUSTOM_FIELD.matcher(name);
            if (field.matches() && field.group(1).equals(prefix) && form.text(name) != null) {
                moved.put(prefix + "customFields[" + fields.size() + "]", name);
                fields.add(new CustomFieldUpdate(Long.valueOf(field.group(2)), form.textOrEmpty(name)));
            }
        }
        return fields;
    }

    /** The field of the form for one of what is created. What a copied address lacks is said once, where it was typed. */
    @Nullable
    String field(String path) {
        if (path.startsWith("locations[0].address.") && atBillingAddress("locations[0].")) {
            return null;
        }
        Matcher contact = CONTACT.matcher(path);
        return contact.matches()
                ? moved.getOrDefault(contact.group(1) + "[" + contact.group(2) + "]", "") + "." + contact.group(3)
                : moved.getOrDefault(path.replaceFirst("\\.(typeId|value)$", ""), path);
    }
}
