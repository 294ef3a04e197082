package org.callboard.web.records;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.Customers;
import org.callboard.customers.Location;
import org.callboard.customers.Locations;
import org.callboard.details.ContactEntries;
import org.callboard.details.ContactEntry;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.RecordKind;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;
import org.callboard.web.LoggedValue;
import org.callboard.web.Phones;
import org.callboard.web.telling.MessageChange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the change log of a record in the words of the page, with names in place of ids. */
@Component
class HistoryWords {

    /** A change as a line with its details. */
    record Told(String what, String who, Instant when, List<Detail> details) {}

    /** A field that changed; null where there was or is nothing. */
    record Detail(
            String label, @Nullable String before, @Nullable String after) {}

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("customerId", "Customer"),
            Map.entry("jobId", "By job"),
            Map.entry("tagTypeIds", "Tags"),
            Map.entry("isPinned", "Pinned"),
            Map.entry("preferredTechnicianId", "Preferred technician"),
            Map.entry(RecordKind.MERGED_TO, "Merged into"),
            Map.entry("taxZoneId", "Tax zone"),
            Map.entry("paymentTermId", "Payment term"),
            Map.entry("creditLimitBalance", "Credit left"),
            Map.entry("value", "Number or address"),
            Map.entry("jobRemindersEnabled", "Job reminders"),
            Map.entry("marketingUpdatesEnabled", "Marketing"),
            Map.entry("invoiceNotification", "Invoices"),
            Map.entry("statementNotification", "Statements"));

    /**
     * What the ids in a history stand for.
     *
     * @param alike records of the same kind that were merged
     */
    private record Names(
            Map<Long, String> alike,
            Map<Long, String> customers,
            Map<Long, String> technicians,
            Map<Long, String> tags,
            Map<Long, CustomFieldType> fields,
            Map<Long, String> locations,
            Map<Long, ContactEntry> contacts) {}

    private final Customers customers;
    private final Locations locations;
    private final Technicians technicians;
    private final TagTypes tagTypes;
    private final CustomFieldTypes fieldTypes;
    private final ContactEntries contacts;

    HistoryWords(
            Customers customers,
            Locations locations,
            Technicians technicians,
            TagTypes tagTypes,
            CustomFieldTypes fieldTypes,
            ContactEntries contacts) {
        this.customers = customers;
        this.locations = locations;
        this.technicians = technicians;
        this.tagTypes = tagTypes;
        this.fieldTypes = fieldTypes;
        this.contacts = contacts;
    }

    List<Told> tell(long tenant, OpenRecord record, List<Changes.Change> changes) {
        Names names = names(tenant, record, changes);
        return changes.stream()
                .filter(change -> !MergeHistory.isToldByTheOther(record, change))
                .filter(change -> !MessageChange.isMerelyQueued(change))
                .map(change -> tell(record, change, names))
                .toList();
    }

    private Names names(long tenant, OpenRecord record, List<Changes.Change> changes) {
        Set<Long> fields = new TreeSet<>();
        Set<Long> owners = new TreeSet<>();
        Set<Long> places = new TreeSet<>();
        for (Changes.Change change : changes) {
            if (change.recordKind() == EntityKind.LOCATION) {
                places.add(change.recordId());
            } else if (change.recordKind() == EntityKind.CUSTOMER) {
                owners.add(change.recordId());
            }
            for (Diff.Field field : change.fields()) {
                CustomDataEntries.typeInLog(field.name()).ifPresent(fields::add);
                boolean alike = MergeHistory.NAMING.contains(field.name())
                        || field.name().equals(record.kind().idField());
                if (alike || field.name().equals("customerId")) {
                    Stream.of(field.before(), field.after())
                            .filter(Objects::nonNull)
                            .map(HistoryWords::id)
                            .forEach(id -> (alike && !record.isCustomer() ? places : owners).add(id));
                }
            }
        }
        Map<Long, String> ofCustomers = customers.names(tenant, owners);
        Map<Long, String> ofPlaces = locations.all(tenant, List.copyOf(places), null).stream()
                .collect(Collectors.toMap(
                        Location::id, location -> location.details().name()));
        return new Names(
                record.isCustomer() ? ofCustomers : ofPlaces,
                ofCustomers,
                technicians.all(tenant).stream().collect(Collectors.toMap(Technician::id, Technician::name)),
                tagTypes.all(tenant).stream().collect(Collectors.toMap(TagType::id, TagType::name)),
                fieldTypes.known(tenant, record.kind().word(), fields),
                ofPlaces,
                contacts.everOf(record.kind(), tenant, record.id()).stream()
                        .collect(Collectors.toMap(ContactEntry::id, Function.identity())));
    }

    private static Told tell(OpenRecord record, Changes.Change change, Names names) {
        boolean alike = change.recordKind() == record.kind().logged();
        boolean own = alike && change.recordId() == record.id();
        boolean contact = change.recordKind() == record.kind().contact();
        boolean wholeContact = contact && change.action() != Action.UPDATED;
        String what = alike
                ? (own ? "" : named(change.recordId(), names.alike) + ": ")
                        + MergeHistory.heading(change, id -> named(id, names.alike))
                                .orElseGet(() -> change.action() == Action.UPDATED
                                        ? "Changed"
                                        : capital(change.action().word()))
                : contact
                        ? contact(record, change, names)
                        : change.recordKind() == EntityKind.JOB_MESSAGE
                                ? "Job " + change.recordId() + ": "
                                        + change.action().word()
                                : place(record, change, names);
        Stream<Detail> changed = change.fields().stream()
                .filter(field -> !MergeHistory.HEADED.contains(field.name()))
                .filter(field -> alike
                        || !field.name().equals("customerId") && !field.name().equals("locationId"))
                .filter(field -> !wholeContact || field.name().equals("memo"))
                .filter(field -> !field.name().equals("isPinned") || !Boolean.FALSE.equals(field.after()))
                .map(field -> detail(field, names));
        List<Detail> details = Stream.concat(changed, had(change, names))
                .filter(detail -> detail.before != null || detail.after != null)
                .toList();
        return new Told(what, change.actorName(), change.happenedOn(), details);
    }

    /** What a record had that was merged into this one, where this one has something else. */
    private static Stream<Detail> had(Changes.Change change, Names names) {
        return MergeHistory.had(change).stream().map(had -> {
            Detail same = detail(new Diff.Field(had.name(), null, had.value()), names);
            String value = had.custom()
                    ? had.name() + " " + had.value()
                    : same.label + " " + Objects.requireNonNullElse(same.after, "nothing");
            return new Detail(named(MergeHistory.removed(change), names.alike) + " had", null, value);
        });
    }

    private static String contact(OpenRecord record, Changes.Change change, Names names) {
        ContactEntry entry = names.contacts.get(change.recordId());
        String value = entry == null ? "" : ": " + entry.content().value();
        boolean added = change.action() == Action.CREATED;
        if (change.action() == Action.UPDATED) {
            return MergeHistory.moved(record, change, id -> named(id, names.alike))
                            .orElse("Contact changed")
                    + value;
        }
        if (change.action() == Action.DELETED && MergeHistory.isMoved(record, change)) {
            return "Contact was there twice" + value;
        }
        Map<String, String> texts = new HashMap<>();
        change.fields()
                .forEach(
                        field -> texts.put(field.name(), Objects.toString(added ? field.after() : field.before(), "")));
        return type(texts.getOrDefault("type", "Contact"))
                + (added ? " added: " : " removed: ")
                + texts.getOrDefault("value", "");
    }

    /** Of a location on the page of a customer whose it is or was. */
    private static String place(OpenRecord record, Changes.Change change, Names names) {
        String name = names.locations.getOrDefault(change.recordId(), "location " + change.recordId());
        for (Diff.Field field : change.fields()) {
            if (field.name().equals("customerId") && field.before() != null && field.after() != null) {
                boolean came = id(field.after()) == record.id();
                Object other = came ? field.before() : field.after();
                return "Location " + name + (came ? " came from " : " moved to ") + named(other, names.customers);
            }
        }
        return change.action() == Action.CREATED ? "Location " + name + " added" : "Location " + name + " changed";
    }

    private static Detail detail(Diff.Field field, Names names) {
        Optional<Long> custom = CustomDataEntries.typeInLog(field.name());
        CustomFieldType type = custom.map(names.fields::get).orElse(null);
        if (type != null) {
            Function<Object, String> say = value -> CustomDataFields.say(type, value.toString());
            return new Detail(type.name(), said(field.before(), say), said(field.after(), say));
        }
        String label = custom.map(id -> "Custom field " + id)
                .orElseGet(() -> LABELS.getOrDefault(field.name(), words(field.name())));
        Function<Object, String> say = switch (field.name()) {
            case "customerId" -> id -> named(id, names.customers);
            case RecordKind.MERGED_TO -> id -> named(id, names.alike);
            case "preferredTechnicianId" -> id -> named(id, names.technicians);
            case "tagTypeIds" ->
                ids -> ((List<?>) ids).stream().map(id -> named(id, names.tags)).collect(Collectors.joining(", "));
            case "type" -> word -> type(word.toString());
            default -> LoggedValue::text;
        };
        return new Detail(label, said(field.before(), say), said(field.after(), say));
    }

    private static @Nullable String said(@Nullable Object value, Function<Object, String> say) {
        if (value == null) {
            return null;
        }
        if (value instanceof Boolean yes) {
            return yes ? "Yes" : "No";
        }
        String said = say.apply(value);
        return said.isEmpty() ? null : said;
    }

    private static String named(Object id, Map<Long, String> names) {
        return names.getOrDefault(id(id), id.toString());
    }

    private static long id(Object value) {
        return ((Number) value).longValue();
    }

    private static String type(String text) {
        return Arrays.stream(ContactType.values())
                .filter(type -> type.name().equals(text))
                .findFirst()
                .map(Phones::word)
                .orElse(text);
    }

    /** {@code doNotMail} becomes {@code Do not mail}. */
    private static String words(String name) {
        return capital(name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
