package org.callboard.settings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.changes.Action;
import org.callboard.changes.EntityKind;
import org.callboard.platform.ApiProblem;
import org.callboard.platform.DatedQuery;
import org.callboard.platform.Diff;
import org.callboard.platform.FieldErrors;
import org.callboard.platform.Page;
import org.callboard.platform.Paging;
import org.callboard.platform.Rows;
import org.callboard.platform.Sort;
import org.callboard.platform.Where;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.NamedTable.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The custom fields of a tenant's customers and of its locations: two lists, told apart by the kind of record ({@code
 * customer} or {@code location}), each in the order that the company gave it.
 */
@Service
public class CustomFieldTypes {

    private static final String NOUN = "Custom field";
    private static final int MOST_OPTIONS = 200;
    private static final Sort IN_ORDER = new Sort("position", false);

    private final NamedTable<CustomFieldType> table;
    private final NamedTables tools;

    CustomFieldTypes(NamedTables tools) {
        this.tools = tools;
        this.table = tools.of("custom_field_type", NOUN, CustomFieldTypes::row);
    }

    /** All fields of one kind of record in their order, also retired ones. */
    public List<CustomFieldType> all(long tenant, String recordKind) {
        return tools.jdbc()
                .sql("""
                        select * from custom_field_type
                        where tenant_id = :tenant and record_kind = :kind
                        order by position, id
                        """)
                .param("tenant", tenant)
                .param("kind", recordKind)
                .query(CustomFieldTypes::row)
                .list();
    }

    /** The fields in use for one kind of record, in their order: what forms offer and pages show. */
    public List<CustomFieldType> active(long tenant, String recordKind) {
        return all(tenant, recordKind).stream().filter(CustomFieldType::active).toList();
    }

    /** One field of this kind of record; 404 where there is none. */
    public CustomFieldType get(long tenant, String recordKind, long id) {
        CustomFieldType type = known(tenant, recordKind, List.of(id)).get(id);
        if (type == null) {
            throw ApiProblem.notFound(NOUN, id);
        }
        return type;
    }

    /** Adds a field, as the last one. 400 for a name that is missing, too long or taken, and for wrong options. */
    @Transactional
    public CustomFieldType add(
            long tenant,
            String recordKind,
            @Nullable String name,
            @Nullable DataType dataType,
            @Nullable List<String> options) {
        FieldErrors errors = table.check(name).required("dataType", dataType);
        check(dataType, options, errors);
        errors.throwIfAny();
        Columns columns = new Columns()
                .set("record_kind", "recordKind", recordKind)
                .set("data_type", "dataType", String.valueOf(dataType))
                .set("options", "dataTypeOptions", dataType == DataType.Dropdown ? array(options) : null)
                .set("position", "position", last(tenant, recordKind) + 1);
        return table.get(tenant, table.insert(tenant, name, columns));
    }

    /**
     * Changes a field's name and options, and retires it or brings it back; its kind stays. An option that is left out is
     * offered no longer, and records that have it keep it. 404 where there is none, 400 as for adding.
     */
    @Transactional
    public CustomFieldType update(
            long tenant,
            String recordKind,
            long id,
            @Nullable String name,
            @Nullable List<String> options,
            boolean active) {
        lock(tenant, recordKind);
        CustomFieldType before = get(tenant, recordKind, id);
        FieldErrors errors = table.check(name);
        check(before.dataType(), options, errors);
        errors.throwIfAny();
        Diff diff = Diff.none();
        if (before.dataType() == DataType.Dropdown) {
            String[] offered = array(options);
            diff.field("dataTypeOptions", before.options(), List.of(offered));
            tools.jdbc()
                    .sql("update custom_field_type set options = :options where tenant_id = :tenant and id = :id")
                    .param("options", offered)
                    .param("tenant", tenant)
                    .param("id", id)
                    .update();
        }
        table.update(tenant, id, name, active, new Columns(), diff);
        return get(tenant, recordKind, id);
    }

    /** Moves a field one place up or down among those in use; the first and the last stay. 404 where there is none. */
    @Transactional
    public void move(long tenant, String recordKind, long id, boolean up) {
        lock(tenant, recordKind);
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
        tools.jdbc()
                .sql("""
                        update custom_field_type set position = wanted.position
                        from unnest(:ids::bigint[]) with ordinality as wanted (id, position)
                        where tenant_id = :tenant and custom_field_type.id = wanted.id
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("tenant", tenant)
                .update();
        tools.changes()
                .record(
                        EntityKind.CUSTOM_FIELD_TYPE,
                        id,
                        Action.MOVED,
                        Diff.none().field("position", from + 1, to + 1));
    }

    /** The fields in use for one kind of record; in their order, where the query asks for no other. */
    public Page<CustomFieldType> list(long tenant, String recordKind, DatedQuery query, Paging paging) {
        Where where = query.applyTo(Where.tenant(tenant)).and("record_kind = :kind and active", "kind", recordKind);
        if (query.sort() == null) {
            where.orderBy(IN_ORDER);
        }
        return where.page(
                tools.jdbc(), "select * from custom_field_type", "custom_field_type", paging, CustomFieldTypes::row);
    }

    /** Those of the ids that are fields of this kind of record, by id; also retired ones. */
    public Map<Long, CustomFieldType> known(long tenant, String recordKind, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return tools
                .jdbc()
                .sql("""
                        select * from custom_field_type
                        where tenant_id = :tenant and record_kind = :kind and id = any(:ids)
                        """)
                .param("tenant", tenant)
                .param("kind", recordKind)
                .param("ids", ids.toArray(Long[]::new))
                .query(CustomFieldTypes::row)
                .list()
                .stream()
                .collect(Collectors.toMap(CustomFieldType::id, Function.identity()));
    }

    /** Two who arrange the same list at once do it one after the other. */
    private void lock(long tenant, String recordKind) {
        tools.jdbc()
                .sql("""
                        select id from custom_field_type
                        where tenant_id = :tenant and record_kind = :kind
                        order by id for no key update
                        """)
                .param("tenant", tenant)
                .param("kind", recordKind)
                .query(Long.class)
                .list();
    }

    private int last(long tenant, String recordKind) {
        return tools.jdbc()
                .sql("""
                        select coalesce(max(position), 0) from custom_field_type
                        where tenant_id = :tenant and record_kind = :kind
                        """)
                .param("tenant", tenant)
                .param("kind", recordKind)
                .query(Integer.class)
                .single();
    }

    private static void check(@Nullable DataType dataType, @Nullable List<String> options, FieldErrors errors) {
        String field = "dataTypeOptions";
        if (dataType != DataType.Dropdown) {
            errors.addIf(options != null && !options.isEmpty(), field, "Only a Dropdown has options.");
            return;
        }
        List<String> all = List.of(array(options));
        errors.addIf(all.isEmpty(), field, "A Dropdown needs options.")
                .addIf(all.size() > MOST_OPTIONS, field, "At most " + MOST_OPTIONS + " options are allowed.");
        Set<String> seen = new HashSet<>();
        for (String option : all) {
            errors.addIf(
                            option.length() > NamedTable.LONGEST_NAME,
                            field,
                            "An option has at most " + NamedTable.LONGEST_NAME + " characters.")
                    .addIf(!seen.add(option.toLowerCase(Locale.ROOT)), field, option + " is there twice.");
        }
    }

    /** Stripped, and without empty ones. */
    private static String[] array(@Nullable List<String> options) {
        return options == null
                ? new String[0]
                : options.stream()
                        .map(String::strip)
                        .filter(option -> !option.isEmpty())
                        .toArray(String[]::new);
    }

    private static CustomFieldType row(ResultSet row, int number) throws SQLException {
        return new CustomFieldType(
                row.getLong("id"),
                row.getString("name"),
                DataType.valueOf(row.getString("data_type")),
                Rows.textsOrNull(row, "options"),
                row.getBoolean("active"),
                Rows.instant(row, "created_on"),
                Rows.instant(row, "modified_on"));
    }
}
