package org.callboard.settings;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.paging.DatedQuery;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The custom fields of a tenant's customers, locations and jobs: three lists, told apart by the kind of record ({@code
 * customer}, {@code location} or {@code job}), each in the order that the company gave it.
 */
@Service
public class CustomFieldTypes {

    public static final String OF_JOBS = "job";

    private static final String OF_LOCATIONS = "location";
    private static final int MAX_OPTIONS = 200;
    private static final Sort IN_ORDER = new Sort("position", false);

    private final CustomFieldTypeStore store;
    private final Changes changes;

    /** All lists as one: whoever asks from outside names the list that they mean. */
    private final Settings<CustomFieldType, CustomFieldType.Details> all;

    CustomFieldTypes(CustomFieldTypeStore store, Changes changes) {
        this.store = store;
        this.changes = changes;
        this.all = new Settings<>(store, changes, EntityKind.CUSTOM_FIELD_TYPE) {
            @Override
            String noun() {
                return "custom field";
            }
        };
    }

    /** All fields of one kind of record in their order, also retired ones. */
    public List<CustomFieldType> all(long tenant, String recordKind) {
        return store.all(tenant, recordKind);
    }

    /** The fields in use for one kind of record, in their order: what forms offer and pages show. */
    public List<CustomFieldType> active(long tenant, String recordKind) {
        return all(tenant, recordKind).stream().filter(CustomFieldType::active).toList();
    }

    /** One field of this kind of record; NotFound where there is none. */
    public CustomFieldType get(long tenant, String recordKind, long id) {
        return all.find(tenant, id)
                .filter(type -> type.details().recordKind().equals(recordKind))
                .orElseThrow(() -> all.notFound(id));
    }

    /** Adds a field, as the last one. Invalid for a name that is missing, too long or taken, and for wrong options. */
    @Transactional
    public CustomFieldType add(
            long tenant, String recordKind, String name, @Nullable DataType dataType, @Nullable List<String> options) {
        checkNew(name, dataType, options);
        return all.add(tenant, details(name, recordKind, Objects.requireNonNull(dataType), options));
    }

    /**
     * Changes a field's name and options; its kind stays. An option that is left out is
     * offered no longer, and records that have it keep it. NotFound where there is none, Invalid as for adding.
     */
    @Transactional
    public CustomFieldType update(
            long tenant, String recordKind, long id, String name, @Nullable List<String> options) {
        store.lock(tenant, recordKind);
        DataType dataType = get(tenant, recordKind, id).details().dataType();
        check(Settings.checkName(name), dataType, options);
        CustomFieldType updated = all.update(tenant, id, details(name, recordKind, dataType, options));
        Long kept = updated.locationTypeId();
        if (kept != null && dataType == DataType.Dropdown) { // or the location could not keep a new answer
            update(tenant, OF_LOCATIONS, kept, get(tenant, OF_LOCATIONS, kept).name(), options);
        }
        return updated;
    }

    /**
     * Says whether a job's field asks about the house. Its answers are kept at the location then: in the location's field
     * of the same name, which is added where there is none. NotFound where there is no such field of jobs; Invalid for
     * {@code ofHouse} where locations have a field of that name that is of another kind, or keeps the answers to another.
     */
    @Transactional
    public void askAboutHouse(long tenant, long id, boolean ofHouse) {
        store.lock(tenant, OF_JOBS);
        CustomFieldType field = get(tenant, OF_JOBS, id);
        if (field.ofHouse() != ofHouse) {
            Long at = ofHouse ? fieldOfHouse(tenant, field) : null;
            store.keepAt(tenant, id, at);
            changes.record(
                    EntityKind.CUSTOM_FIELD_TYPE,
                    id,
                    Action.UPDATED,
                    Diff.none().field("locationTypeId", field.locationTypeId(), at));
        }
    }

    private Long fieldOfHouse(long tenant, CustomFieldType field) {
        store.lock(tenant, OF_LOCATIONS);
        Optional<CustomFieldType> there = all(tenant, OF_LOCATIONS).stream()
                .filter(one -> one.name().equalsIgnoreCase(field.name()))
                .findFirst();
        if (there.isEmpty()) {
            return add(
                            tenant,
                            OF_LOCATIONS,
                            field.name(),
                            field.details().dataType(),
                            field.details().dataTypeOptions())
                    .id();
        }
        CustomFieldType found = there.get();
        boolean alike = found.details().dataType() == field.details().dataType()
                && Objects.equals(
                        found.details().dataTypeOptions(), field.details().dataTypeOptions());
        boolean taken = all(tenant, OF_JOBS).stream().anyMatch(one -> Objects.equals(one.locationTypeId(), found.id()));
        new FieldErrors()
                .addIf(
                        !alike,
                        "ofHouse",
                        "Locations have a custom field " + found.name()
                                + " already, of another kind or with other options. Rename one of the two.")
                .addIf(taken, "ofHouse", "The answers to another question are kept in " + found.name() + " already.")
                .throwIfAny();
        return found.active()
                ? found.id()
                : activate(tenant, OF_LOCATIONS, found.id(), true).id();
    }

    /** Retires a field or brings it back, as it stands. NotFound where there is none. */
    @Transactional
    public CustomFieldType activate(long tenant, String recordKind, long id, boolean active) {
        store.lock(tenant, recordKind);
        get(tenant, recordKind, id);
        return all.activate(tenant, id, active);
    }

    /** Moves a field one place up or down among those in use; the first and the last stay. NotFound where there is none. */
    @Transactional
    public void move(long tenant, String recordKind, long id, boolean up) {
        store.lock(tenant, recordKind);
        get(tenant, recordKind, id);
        List<CustomFieldType> all = all(tenant, recordKind);
        List<Long> ids = all.stream().map(CustomFieldType::id).collect(Collectors.toList());
        int from = ids.indexOf(id);
        int to = from + (up ? -1 : 1);
        while (to >= 0 && to < all.size() && !all.get(to).active()) {
            to += up ? -1 : 1;
        }
        if (to < 0 || to == all.size()) {
            return;
        }
        Collections.swap(ids, from, to);
        store.arrange(tenant, ids);
        changes.record(
                EntityKind.CUSTOM_FIELD_TYPE, id, Action.MOVED, Diff.none().field("position", from + 1, to + 1));
    }

    /** The fields in use for one kind of record; in their order, where the query asks for no other. */
    public Page<CustomFieldType> list(long tenant, String recordKind, DatedQuery query, Paging paging) {
        Where where = query.applyTo(Where.tenant(tenant)).and("record_kind = :kind and active", "kind", recordKind);
        return store.page(query.sort() == null ? where.orderBy(IN_ORDER) : where, paging);
    }

    /** Those of the ids that are fields of this kind of record, by id; also retired ones. */
    public Map<Long, CustomFieldType> known(long tenant, String recordKind, Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.known(tenant, recordKind, ids).stream()
                        .collect(Collectors.toMap(CustomFieldType::id, Function.identity()));
    }

    private static CustomFieldType.Details details(
            String name, String recordKind, DataType dataType, @Nullable List<String> options) {
        return new CustomFieldType.Details(
                name, recordKind, dataType, dataType == DataType.Dropdown ? stripped(options) : null);
    }

    /** Throws an Invalid that names everything that is wrong with a new field. */
    public static void checkNew(String name, @Nullable DataType dataType, @Nullable List<String> options) {
        check(Settings.checkName(name).required("dataType", dataType), dataType, options);
    }

    private static void check(FieldErrors errors, @Nullable DataType dataType, @Nullable List<String> options) {
        String field = "dataTypeOptions";
        if (dataType != DataType.Dropdown) {
            errors.addIf(options != null && !options.isEmpty(), field, "Only a Dropdown has options.")
                    .throwIfAny();
            return;
        }
        List<String> all = stripped(options);
        errors.addIf(all.isEmpty(), field, "A Dropdown needs options.")
                .addIf(all.size() > MAX_OPTIONS, field, "At most " + MAX_OPTIONS + " options are allowed.");
        Set<String> seen = new HashSet<>();
        for (String option : all) {
            errors.maxLength(field, option, Settings.MAX_NAME_LENGTH)
                    .addIf(!seen.add(option.toLowerCase(Locale.ROOT)), field, option + " is there twice.");
        }
        errors.throwIfAny();
    }

    /** Without the spaces around them, and without empty ones. */
    private static List<String> stripped(@Nullable List<String> options) {
        return options == null
                ? List.of()
                : options.stream()
                        .map(VisibleText::strip)
                        .filter(option -> !option.isEmpty())
                        .toList();
    }
}
