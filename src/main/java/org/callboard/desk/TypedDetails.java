package org.callboard.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.callboard.access.Tenants;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.desk.Additions.Piece;
import org.callboard.details.ContactContent;
import org.callboard.details.ContactEntries;
import org.callboard.details.ContactEntry;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.details.CustomFieldValue;
import org.callboard.details.DetailOwner;
import org.callboard.details.EditDetails;
import org.callboard.details.NewRecord;
import org.callboard.details.Owned;
import org.callboard.details.RecordKind;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares the tags, custom fields and contacts that were typed for a customer or a location with those that it has. */
@Component
class TypedDetails {

    private final TagTypes tagTypes;
    private final CustomFieldTypes fieldTypes;
    private final ContactEntries contacts;
    private final EditDetails edit;
    private final Tenants tenants;

    TypedDetails(
            TagTypes tagTypes,
            CustomFieldTypes fieldTypes,
            ContactEntries contacts,
            EditDetails edit,
            Tenants tenants) {
        this.tagTypes = tagTypes;
        this.fieldTypes = fieldTypes;
        this.contacts = contacts;
        this.edit = edit;
        this.tenants = tenants;
    }

    /** Of a record that is new, and so has nothing yet: all of it is made with the record. */
    void ofNew(long tenant, RecordKind kind, NewRecord<?> typed, Comparison said) {
        tags(tenant, kind, null, typed.customData(), said);
        fields(tenant, kind, null, typed.customData(), said);
        contacts(tenant, kind, null, typed.contacts(), said);
    }

    /** Of a record that is there, and must be locked when the steps are done. */
    void of(
            long tenant,
            RecordKind kind,
            DetailOwner owner,
            CustomDataDraft data,
            List<ContactDraft> typed,
            Comparison said) {
        tags(tenant, kind, owner, data, said);
        fields(tenant, kind, owner, data, said);
        contacts(tenant, kind, owner, typed, said);
    }

    private void tags(
            long tenant, RecordKind kind, @Nullable DetailOwner owner, CustomDataDraft data, Comparison said) {
        Set<Long> typed = new TreeSet<>(Objects.requireNonNullElse(data.tagTypeIds(), List.of()));
        if (typed.isEmpty()) {
            return;
        }
        Map<Long, String> names = tagTypes.all(tenant).stream().collect(Collectors.toMap(TagType::id, TagType::name));
        List<Long> has = owner == null ? List.of() : owner.customData().tagTypeIds();
        Set<Long> missing = new TreeSet<>();
        for (Long tag : typed) {
            String name = names.getOrDefault(tag, Long.toString(tag));
            if (said.takes(Piece.TAG, Piece.TAG.label(), name, has.contains(tag) ? name : null)) {
                missing.add(tag);
            }
        }
        if (owner != null && !missing.isEmpty()) {
            said.then(() -> edit.addTags(kind, tenant, Set.of(owner.id()), missing));
        }
    }

    private void fields(
            long tenant, RecordKind kind, @Nullable DetailOwner owner, CustomDataDraft data, Comparison said) {
        List<CustomFieldUpdate> typed = data.fields();
        Map<Long, CustomFieldType> types = fieldTypes.known(
                tenant,
                kind.word(),
                typed.stream().map(CustomFieldUpdate::typeId).collect(Collectors.toSet()));
        for (CustomFieldUpdate field : typed) {
            CustomFieldType type = types.get(field.typeId());
            String label = type == null ? Piece.FIELD.label() : type.name();
            String value = type == null ? field.value() : type.normalize(field.value());
            if (said.takes(Piece.FIELD, label, value, held(owner, field.typeId())) && owner != null) {
                said.then(() ->
                        edit.changeCustomField(kind, tenant, owner.id(), field.typeId(), old -> Optional.of(value)));
            }
        }
    }

    private static @Nullable String held(@Nullable DetailOwner owner, long type) {
        return owner == null
                ? null
                : owner.customData().customFields().stream()
                        .filter(field -> field.typeId() == type)
                        .map(CustomFieldValue::value)
                        .findFirst()
                        .orElse(null);
    }

    private void contacts(
            long tenant, RecordKind kind, @Nullable DetailOwner owner, List<ContactDraft> typed, Comparison said) {
        if (typed.isEmpty()) {
            return;
        }
        String region = tenants.get(tenant).region();
        List<ContactEntry> has = owner == null
                ? List.of()
                : contacts.byOwner(kind, tenant, List.of(owner.id())).getOrDefault(owner.id(), List.of());
        List<ContactDraft> missing = new ArrayList<>();
        for (ContactDraft contact : typed) {
            Optional<ContactEntry> there = has.stream()
                    .filter(entry -> draft(entry.content()).identities(region).containsAll(contact.identities(region)))
                    .findFirst();
            if (there.isPresent()) {
                there(tenant, kind, contact, there.get(), said);
            } else {
                missing.add(contact);
                said.takes(Piece.CONTACT, label(contact), contact.value(), null);
                said.takes(Piece.MEMO, memo(contact), Objects.requireNonNullElse(contact.memo(), ""), null);
            }
        }
        if (owner != null && !missing.isEmpty()) {
            said.then(() -> add(tenant, kind, owner, missing));
        }
    }

    private void there(long tenant, RecordKind kind, ContactDraft typed, ContactEntry entry, Comparison said) {
        ContactContent content = entry.content();
        said.there(Piece.CONTACT, label(typed), typed.value(), label(draft(content)) + " " + content.value());
        String memo = Objects.requireNonNullElse(typed.memo(), "");
        if (said.takes(Piece.MEMO, memo(typed), memo, content.memo())) {
            said.then(() -> edit.changeContact(
                    kind,
                    tenant,
                    entry.ownerId(),
                    entry.id(),
                    old -> new ContactContent(old.type(), old.value(), memo, old.doNotText(), old.preferences())));
        }
    }

    /** A location's go to its customer too. */
    private void add(long tenant, RecordKind kind, DetailOwner owner, List<ContactDraft> missing) {
        contacts.addMissing(kind, tenant, owned(owner.id(), missing));
        owner.owningCustomer()
                .ifPresent(customer -> contacts.addMissing(RecordKind.Customer, tenant, owned(customer, missing)));
    }

    private static List<Owned<ContactDraft>> owned(long owner, List<ContactDraft> all) {
        return all.stream().map(one -> new Owned<>(owner, one)).toList();
    }

    private static ContactDraft draft(ContactContent content) {
        return new ContactDraft(content.type(), content.value(), content.memo());
    }

    private static String label(ContactDraft contact) {
        return switch (contact.type()) {
            case MobilePhone -> "Mobile";
            case Phone -> "Phone";
            case Email -> "E-mail";
            case Fax -> "Fax";
        };
    }

    private static String memo(ContactDraft contact) {
        return "Memo of " + contact.value();
    }
}
