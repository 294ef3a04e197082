package org.callboard.web.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.callboard.addresses.Limits.ContactValue;
import org.callboard.addresses.Limits.CustomValue;
import org.callboard.addresses.Limits.Memo;
import org.callboard.contactpoints.ContactType;
import org.callboard.details.ContactContent;
import org.callboard.details.ContactEntries;
import org.callboard.details.ContactEntry;
import org.callboard.details.ContactPreferences;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.CustomFieldValue;
import org.callboard.paging.DatedQuery;
import org.callboard.paging.Paging;
import org.callboard.settings.CustomFieldType;
import org.callboard.web.Phones;
import org.callboard.web.layout.Option;
import org.springframework.stereotype.Component;

/** The fields that hang on a record: its custom fields and its contacts. */
@Component
public class CustomDataFields {

    static final String CUSTOM = "custom-";
    static final String CONTACT = "contact-";

    private static final List<Option> YES_OR_NO = List.of(new Option("true", "Yes"), new Option("false", "No"));
    private static final Paging ALL = new Paging(1, Paging.LARGEST_SIZE, false);
    private static final Paging CONTACTS = new Paging(1, 200, false);

    private final CustomDataEntries customData;
    private final ContactEntries contacts;

    CustomDataFields(CustomDataEntries customData, ContactEntries contacts) {
        this.customData = customData;
        this.contacts = contacts;
    }

    /** A custom or contact field of the record by its name, if there is such a one. */
    Optional<Field> find(long tenant, OpenRecord record, String name) {
        if (name.startsWith(CUSTOM)) {
            return custom(tenant, record).stream()
                    .filter(field -> field.name().equals(name) && field.editable())
                    .findFirst();
        }
        return Field.number(CONTACT, name).map(id -> contact(contacts.get(record.kind(), tenant, record.id(), id)));
    }

    /** The custom fields in use for this kind of record, and those no longer in use that it still has a value of. */
    List<Field> custom(long tenant, OpenRecord record) {
        Map<Long, CustomFieldValue> values = record.customData().customFields().stream()
                .collect(Collectors.toMap(
                        CustomFieldValue::typeId, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        List<Field> fields = new ArrayList<>();
        for (CustomFieldType type : customData
                .fieldTypes(record.kind(), tenant, DatedQuery.ALL, ALL)
                .data()) {
            CustomFieldValue value = values.remove(type.id());
            fields.add(custom(type, value == null ? "" : value.value()));
        }
        values.values()
                .forEach(value -> fields.add(Field.of(
                                CUSTOM + value.typeId(),
                                Part.text(Values.ONE, value.name(), CustomValue.MAX),
                                value.value(),
                                CustomDataEntries.inLog(value.typeId()))
                        .fixed()));
        return fields;
    }

    private static Field custom(CustomFieldType type, String value) {
        return Field.of(
                CUSTOM + type.id(),
                part(type, value).checked(type::problem),
                value,
                CustomDataEntries.inLog(type.id()));
    }

    /** A value as the page shows it, for whoever tells of it elsewhere. */
    public static String say(CustomFieldType type, String value) {
        return part(type, value).say(value);
    }

    private static Part part(CustomFieldType type, String value) {
        return switch (type.details().dataType()) {
            case Text -> Part.text(Values.ONE, type.name(), CustomValue.MAX);
            case Numeric -> Part.number(Values.ONE, type.name());
            case Date -> Part.date(Values.ONE, type.name());
            case Boolean -> Part.choice(Values.ONE, type.name(), YES_OR_NO);
            case Dropdown -> Part.choice(Values.ONE, type.name(), options(type, value));
        };
    }

    /** A value that is no longer offered stays in the list, or else it would be lost unseen. */
    private static List<Option> options(CustomFieldType type, String value) {
        return type.optionsWith(value).stream()
                .map(option -> new Option(option, option))
                .toList();
    }

    /** The contacts of the record. */
    List<Field> contacts(long tenant, OpenRecord record) {
        return contacts.of(record.kind(), tenant, record.id(), CONTACTS).data().stream()
                .map(CustomDataFields::contact)
                .toList();
    }

    private static Field contact(ContactEntry entry) {
        return contact(CONTACT + entry.id(), values(entry.content()));
    }

    /** The field that a new contact is typed into: what belongs to the work is sent, offers only to whom it was asked. */
    static Field newContact() {
        return contact(
                CONTACT + "new",
                values(new ContactContent(ContactType.MobilePhone, "", null, false, ContactPreferences.UNASKED)));
    }

    private static Field contact(String name, Values values) {
        List<Option> types =
                List.of(ContactType.MobilePhone, ContactType.Phone, ContactType.Email, ContactType.Fax).stream()
                        .map(type -> new Option(type.name(), Phones.word(type)))
                        .toList();
        return new Field(
                name,
                "Contact",
                Field.Look.CONTACT,
                List.of(
                        Part.choice("type", "Type", types).needed().wide(2),
                        Part.text("value", "Number or address", ContactValue.MAX)
                                .needed()
                                .wide(4),
                        Part.text("memo", "Memo", Memo.MAX),
                        Part.flag("doNotText", "Do not text"),
                        Part.flag("jobReminders", "Job reminders").wide(3),
                        Part.flag("marketing", "Marketing").wide(3),
                        Part.flag("invoices", "Invoices").wide(3),
                        Part.flag("statements", "Statements").wide(3)),
                values,
                List.of(),
                null,
                true);
    }

    private static Values values(ContactContent content) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("type", content.type());
        parts.put("value", content.value());
        parts.put("memo", content.memo() == null ? "" : content.memo());
        parts.put("doNotText", content.doNotText());
        parts.put("jobReminders", content.preferences().jobRemindersEnabled());
        parts.put("marketing", content.preferences().marketingUpdatesEnabled());
        parts.put("invoices", content.preferences().invoiceNotification());
        parts.put("statements", content.preferences().statementNotification());
        return Values.of(parts);
    }

    /** What was typed into the parts of a contact. */
    static ContactContent content(Values values) {
        String memo = values.get("memo");
        ContactType type = ContactType.valueOf(values.get("type"));
        return new ContactContent(
                type,
                values.get("value"),
                memo.isEmpty() ? null : memo,
                values.flag("doNotText"),
                new ContactPreferences(
                        values.flag("jobReminders"),
                        values.flag("marketing"),
                        values.flag("invoices"),
                        values.flag("statements")));
    }

    /** A change of a contact's values as a change of the contact. */
    static UnaryOperator<ContactContent> ofContact(UnaryOperator<Values> change) {
        return Values.change(CustomDataFields::values, CustomDataFields::content, change);
    }

    /** A change of a custom field's value, where nothing stands for no value. */
    static UnaryOperator<Optional<String>> ofCustom(UnaryOperator<Values> change) {
        return Values.change(
                old -> Values.of(old.orElse("")),
                values -> Optional.of(values.text()).filter(text -> !text.isEmpty()),
                change);
    }

    /** The id of a custom field's type, where the name is one's. */
    static Optional<Long> customId(String name) {
        return Field.number(CUSTOM, name);
    }

    /** The id of a contact, where the name is one's. */
    static Optional<Long> contactId(String name) {
        return Field.number(CONTACT, name);
    }
}
