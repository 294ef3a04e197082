package org.callboard.settings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.callboard.platform.Diff;
import org.callboard.platform.NamedQuery;
import org.callboard.platform.Page;
import org.callboard.platform.Paging;
import org.callboard.platform.Rows;
import org.callboard.platform.Sort;
import org.callboard.settings.NamedTable.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tag types of a tenant: one list for customers, locations, leads and jobs. */
@Service
public class TagTypes {

    private final NamedTable<TagType> table;
    private final NamedTables tools;

    TagTypes(NamedTables tables) {
        this.tools = tables;
        this.table = tables.of("tag_type", "Tag type", TagTypes::row);
    }

    /** All of them, also inactive ones, by name. */
    public List<TagType> all(long tenant) {
        return table.all(tenant);
    }

    public Optional<TagType> find(long tenant, long id) {
        return table.find(tenant, id);
    }

    /** One of them; 404 where there is none. */
    public TagType get(long tenant, long id) {
        return table.get(tenant, id);
    }

    public Page<TagType> list(long tenant, NamedQuery query, Paging paging) {
        return table.list(tenant, query, Sort.BY_ID, paging);
    }

    /** Adds a tag type. 400 for a name that is missing, too long or taken. */
    @Transactional
    public TagType add(long tenant, @Nullable String name) {
        table.check(name).throwIfAny();
        return get(tenant, table.insert(tenant, name, new Columns()));
    }

    /** Changes a tag type. 404 where there is none, 400 as for adding. */
    @Transactional
    public TagType update(long tenant, long id, @Nullable String name, boolean active) {
        table.check(name).throwIfAny();
        table.update(tenant, id, name, active, new Columns(), Diff.none());
        return get(tenant, id);
    }

    /** Those of the ids that are no tag types, in their order. */
    public List<Long> unknown(long tenant, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : tools.jdbc()
                        .sql("""
                select wanted.id from unnest(:ids::bigint[]) with ordinality as wanted (id, position)
                where not exists (select from tag_type where tenant_id = :tenant and tag_type.id = wanted.id)
                order by position
                """)
                        .param("ids", ids.toArray(Long[]::new))
                        .param("tenant", tenant)
                        .query(Long.class)
                        .list();
    }

    private static TagType row(ResultSet row, int number) throws SQLException {
        return new TagType(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("active"),
                Rows.instant(row, "created_on"),
                Rows.instant(row, "modified_on"));
    }
}
