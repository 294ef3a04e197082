package org.callboard.details;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.changes.Diff;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.details.CustomDataRequests.ExternalDataChange;
import org.callboard.details.CustomDataRequests.ExternalDataUpdate;
import org.callboard.details.CustomDataRequests.PatchMode;
import org.callboard.paging.DatedQuery;
import org.callboard.paging.Ids;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.TagTypes;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tags, custom fields and external data of records. The record's own module locks and records. */
@Service
public class CustomDataEntries {

    /**
     * What a request says of one record.
     *
     * @param kind the kind of record, as custom fields know it
     * @param path where in the request it stands: {@code ""} or {@code "locations[0]."}
     * @param before the values of custom fields that the record has already
     */
    public record Part(String kind, String path, CustomDataDraft draft, List<CustomFieldValue> before) {

        public Part(RecordKind kind, String path, CustomDataDraft draft, List<CustomFieldValue> before) {
            this(kind.word(), path, draft, before);
        }

        /** Of a record that is new. */
        public Part(RecordKind kind, String path, CustomDataDraft draft) {
            this(kind, path, draft, List.of());
        }

        List<CustomFieldUpdate> customFields() {
            return draft.fields();
        }
    }

    private static final String IN_LOG = "customFields.";

    private final CustomDataStore store;
    private final TagTypes tagTypes;
    private final CustomFieldTypes fieldTypes;
    private final CustomFields customFields;

    CustomDataEntries(
            CustomDataStore store, TagTypes tagTypes, CustomFieldTypes fieldTypes, CustomFields customFields) {
        this.store = store;
        this.tagTypes = tagTypes;
        this.fieldTypes = fieldTypes;
        this.customFields = customFields;
    }

    /**
     * Invalid for unknown tag types and custom fields, values that a field can't have, and what is named twice, beside what was
     * noted before. What is null in a draft was wrong already.
     */
    public void check(long tenant, List<Part> parts, FieldErrors noted) {
        FieldErrors errors = new FieldErrors();
        Set<Long> tagIds = parts.stream()
                .flatMap(part -> tags(part.draft).stream())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<Long> unknown = new HashSet<>(tagTypes.unknown(tenant, tagIds));
        parts.forEach(part -> check(part, unknown, errors));
        parts.stream()
                .collect(Collectors.groupingBy(Part::kind))
                .forEach((kind, ofKind) -> customFields.check(kind, tenant, ofKind, errors));
        noted.addMissing(errors).throwIfAny();
    }

    private static void check(Part part, Set<Long> unknownTags, FieldErrors errors) {
        List<Long> tags = tags(part.draft);
        for (int i = 0; i < tags.size(); i++) {
            errors.addIf(
                    unknownTags.contains(tags.get(i)),
                    part.path + "tagTypeIds[" + i + "]",
                    "There is no tag type " + tags.get(i) + ".");
        }
        ExternalDataUpdate external = part.draft.externalData();
        if (external != null) {
            errors.addIf(
                    CustomDataStore.applicationOrNobody(null).equals(external.applicationGuid()),
                    part.path + "externalData.applicationGuid",
                    "This is no application.");
            List<ExternalDataChange> entries = external.entries();
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < entries.size(); i++) {
                String key = entries.get(i) == null ? null : entries.get(i).key();
                errors.addIf(
                        key != null && !seen.add(key),
                        part.path + "externalData.externalData[" + i + "].key",
                        "This key is named twice.");
            }
        }
    }

    /** Gives new records what they come with. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(RecordKind kind, long tenant, List<Owned<CustomDataDraft>> drafts) {
        List<Owned<Long>> tags = new ArrayList<>();
        List<Owned<CustomFieldUpdate>> fields = new ArrayList<>();
        List<Owned<ExternalDataUpdate>> external = new ArrayList<>();
        for (Owned<CustomDataDraft> draft : drafts) {
            tags(draft.what()).forEach(tag -> tags.add(new Owned<>(draft.owner(), tag)));
            draft.what().fields().forEach(field -> fields.add(new Owned<>(draft.owner(), field)));
            ExternalDataUpdate data = draft.what().externalData();
            if (data != null) {
                external.add(new Owned<>(draft.owner(), data));
            }
        }
        store.addTags(kind, tenant, tags);
        store.addCustomFields(kind, tenant, customFields.normalized(kind.word(), tenant, fields));
        store.putExternalData(kind, tenant, external);
    }

    /** Where the entries of one record are kept. */
    public interface Rows {

        void replaceTags(List<Long> tags);

        void replaceCustomFields(List<CustomFieldUpdate> fields);

        /** Those of the application under these keys; under null, all of them. */
        void removeExternalData(UUID application, @Nullable List<String> keys);

        void putExternalData(ExternalDataUpdate data);
    }

    /** Makes what the draft says of the record so, and notes what that changes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(RecordKind kind, long tenant, long owner, CustomData before, CustomDataDraft draft, Diff diff) {
        change(kind.word(), tenant, before, draft, diff, new OwnedRows(store, kind, tenant, owner));
    }

    /** The same for a record whose entries are kept elsewhere. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(String kind, long tenant, CustomData before, CustomDataDraft draft, Diff diff, Rows rows) {
        if (draft.tagTypeIds() != null) {
            List<Long> tags = draft.tagTypeIds().stream().distinct().sorted().toList();
            diff.field("tagTypeIds", before.tagTypeIds(), tags);
            rows.replaceTags(tags);
        }
        if (draft.customFields() != null) {
            List<CustomFieldUpdate> fields =
                    customFields.normalized(kind, tenant, owned(0, draft.customFields())).stream()
                            .map(Owned::what)
                            .toList();
            note(before.customFields(), fields, diff);
            rows.replaceCustomFields(fields);
        }
        ExternalDataUpdate external = draft.externalData();
        if (external != null) {
            UUID application = external.applicationGuid();
            List<String> gone = external.patchMode() == PatchMode.Merge
                    ? external.entries().stream()
                            .filter(entry -> entry.value() == null)
                            .map(ExternalDataChange::key)
                            .toList()
                    : null;
            rows.removeExternalData(application, gone);
            rows.putExternalData(external);
            diff.now(
                    "externalData of " + application,
                    external.entries().stream().map(ExternalDataChange::key).toList());
        }
    }

    /** The tables that customers and locations share. */
    private record OwnedRows(CustomDataStore store, RecordKind kind, long tenant, long owner) implements Rows {

        @Override
        public void replaceTags(List<Long> tags) {
            store.clearTags(kind, tenant, owner);
            store.addTags(kind, tenant, owned(owner, tags));
        }

        @Override
        public void replaceCustomFields(List<CustomFieldUpdate> fields) {
            store.clearCustomFields(kind, tenant, owner);
            store.addCustomFields(kind, tenant, owned(owner, fields));
        }

        @Override
        public void removeExternalData(UUID application, @Nullable List<String> keys) {
            store.removeExternalData(kind, tenant, owner, application, keys);
        }

        @Override
        public void putExternalData(ExternalDataUpdate data) {
            store.putExternalData(kind, tenant, owned(owner, List.of(data)));
        }
    }

    /**
     * Changes the value of one custom field, which {@code null} stands for where there is none, and notes that. The
     * record's own row must be locked: the value is read after that, so nobody else can change it before the commit. NotFound
     * for a field that records of this kind don't have, Invalid for a value that it can't have.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Diff changeCustomField(
            RecordKind kind,
            long tenant,
            long owner,
            long typeId,
            Function<Optional<String>, Optional<String>> change) {
        CustomFieldType type = Optional.ofNullable(
                        fieldTypes.known(tenant, kind.word(), List.of(typeId)).get(typeId))
                .orElseThrow(() -> new NotFound("Custom field", typeId));
        Optional<String> old = store.customField(kind, tenant, owner, typeId);
        Optional<String> value = change.apply(old).map(type::normalize);
        Diff diff = Diff.none().field(inLog(typeId), old.orElse(null), value.orElse(null));
        if (!diff.isEmpty()) {
            value.map(type::problem).ifPresent(problem -> {
                throw new Invalid("value", problem);
            });
            store.putCustomField(kind, tenant, owner, typeId, value.orElse(null));
        }
        return diff;
    }

    /**
     * The same for several fields of a record that is locked.
     *
     * @param change gives what shall stand for what stands there; null for nothing
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Diff changeCustomFields(
            RecordKind kind,
            long tenant,
            DetailOwner owner,
            Collection<Long> typeIds,
            BiFunction<CustomFieldType, @Nullable String, @Nullable String> change) {
        Map<Long, String> held = owner.customData().customFields().stream()
                .collect(Collectors.toMap(CustomFieldValue::typeId, CustomFieldValue::value));
        Diff diff = Diff.none();
        new TreeMap<>(fieldTypes.known(tenant, kind.word(), typeIds)).forEach((id, type) -> {
            String old = held.get(id);
            String value = change.apply(type, old);
            if (!Objects.equals(old, value)) {
                store.putCustomField(kind, tenant, owner.id(), id, value);
                diff.field(inLog(id), old, value);
            }
        });
        return diff;
    }

    /** What the change log calls a custom field. */
    public static String inLog(long typeId) {
        return IN_LOG + typeId;
    }

    /** The custom field that the change log calls so; empty where that is none. */
    public static Optional<Long> typeInLog(String name) {
        return name.startsWith(IN_LOG)
                ? Optional.ofNullable(Ids.typed(name.substring(IN_LOG.length())))
                : Optional.empty();
    }

    /** NotFound where there is no such tag type. */
    void requireTagType(long tenant, long tagType) {
        if (!tagTypes.unknown(tenant, List.of(tagType)).isEmpty()) {
            throw new NotFound("Tag type", tagType);
        }
    }

    /** Those of the ids that are no tag types. */
    public List<Long> unknownTagTypes(long tenant, Collection<Long> ids) {
        return tagTypes.unknown(tenant, ids);
    }

    /** Adds each tag to each record; gives the records that changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    Set<Long> addTags(RecordKind kind, long tenant, Collection<Long> owners, Collection<Long> tags) {
        List<Owned<Long>> all = owners.stream()
                .flatMap(owner -> tags.stream().map(tag -> new Owned<>(owner, tag)))
                .toList();
        return new TreeSet<>(store.addTags(kind, tenant, all));
    }

    /** Removes each tag from each record; gives the records that changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    Set<Long> removeTags(RecordKind kind, long tenant, Collection<Long> owners, Collection<Long> tags) {
        return new TreeSet<>(store.removeTags(kind, tenant, owners, tags));
    }

    /** The records that an application knows by these values under a key, by value; active or not. */
    public Map<String, List<Long>> owners(
            RecordKind kind, long tenant, UUID application, String key, Collection<String> values) {
        return values.isEmpty() ? Map.of() : store.owners(kind, tenant, application, key, values);
    }

    /** The custom fields that records of a kind may have. */
    public Page<CustomFieldType> fieldTypes(RecordKind kind, long tenant, DatedQuery query, Paging paging) {
        return fieldTypes.list(tenant, kind.word(), query, paging);
    }

    private static <T> List<Owned<T>> owned(long owner, List<T> all) {
        return all.stream().map(one -> new Owned<>(owner, one)).toList();
    }

    /** Field by field: who reads the log wants to see which one changed. */
    private static void note(List<CustomFieldValue> before, List<CustomFieldUpdate> after, Diff diff) {
        Map<Long, String> old = new TreeMap<>();
        before.forEach(field -> old.put(field.typeId(), field.value()));
        Map<Long, String> now = new TreeMap<>();
        after.forEach(field -> now.put(field.typeId(), field.value()));
        Set<Long> all = new TreeSet<>(old.keySet());
        all.addAll(now.keySet());
        all.forEach(id -> diff.field(inLog(id), old.get(id), now.get(id)));
    }

    private static List<Long> tags(CustomDataDraft draft) {
        return Objects.requireNonNullElse(draft.tagTypeIds(), List.of());
    }
}
