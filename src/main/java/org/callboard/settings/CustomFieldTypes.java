package org.callboard.settings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.platform.Diff;
import org.callboard.platform.ListQuery;
import org.callboard.platform.Page;
import org.callboard.platform.Paging;
import org.callboard.platform.Rows;
import org.callboard.platform.Where;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.NamedTable.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The custom fields of a tenant's customers and of its locations: two lists, told apart by the kind of record. */
@Service
public class CustomFieldTypes {

    private final NamedTable<CustomFieldType> table;
    private final NamedTables tools;

    CustomFieldTypes(NamedTables tools) {
        this.tools = tools;
        this.table = tools.of("custom_field_type", "Custom field", CustomFieldTypes::row);
    }

    /**
     * Adds a field. 400 for a name that is missing, too long or taken, and for a Dropdown without options.
     *
     * @param recordKind {@code customer} or {@code location}
     */
    @Transactional
    public CustomFieldType add(
            long tenant, String recordKind, @Nullable String name, DataType dataType, @Nullable List<String> options) {
        table.check(name)
                .addIf(
                        (dataType == DataType.Dropdown) == (options == null || options.isEmpty()),
                        "dataTypeOptions",
                        "A Dropdown needs options, and no other field has them.")
                .throwIfAny();
        Columns columns = new Columns()
                .set("record_kind", "recordKind", recordKind)
                .set("data_type", "dataType", dataType.name())
                .set("options", "dataTypeOptions", options == null ? null : options.toArray(String[]::new));
        return table.get(tenant, table.insert(tenant, name, columns));
    }

    /** Changes a field's name, or takes it out of use. 404 where there is none, 400 as for adding. */
    @Transactional
    public CustomFieldType update(long tenant, long id, @Nullable String name, boolean active) {
        table.check(name).throwIfAny();
        table.update(tenant, id, name, active, new Columns(), Diff.none());
        return table.get(tenant, id);
    }

    /** The fields in use for one kind of record. */
    public Page<CustomFieldType> list(long tenant, String recordKind, ListQuery query, Paging paging) {
        Where where = query.applyTo(Where.tenant(tenant)).and("record_kind = :kind and active", "kind", recordKind);
        return where.page(
                tools.jdbc(), "select * from custom_field_type", "custom_field_type", paging, CustomFieldTypes::row);
    }

    /** Those of the ids that are fields of this kind of record, by id. */
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
                .stream()
                .collect(Collectors.toMap(CustomFieldType::id, Function.identity()));
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
