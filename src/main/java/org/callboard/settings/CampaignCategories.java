package org.callboard.settings;

import java.sql.ResultSet;
import java.sql.SQLException;
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

/** The categories of campaigns of a tenant. */
@Service
public class CampaignCategories {

    private final NamedTable<CampaignCategory> table;

    CampaignCategories(NamedTables tables) {
        this.table = tables.of("campaign_category", "Campaign category", CampaignCategories::row);
    }

    /** All of them, also inactive ones, by name. */
    public List<CampaignCategory> all(long tenant) {
        return table.all(tenant);
    }

    public Optional<CampaignCategory> find(long tenant, long id) {
        return table.find(tenant, id);
    }

    /** One of them; 404 where there is none. */
    public CampaignCategory get(long tenant, long id) {
        return table.get(tenant, id);
    }

    public Page<CampaignCategory> list(long tenant, NamedQuery query, Paging paging) {
        return table.list(tenant, query, Sort.BY_ID, paging);
    }

    /** Adds a category. 400 for a name that is missing, too long or taken. */
    @Transactional
    public CampaignCategory add(long tenant, @Nullable String name, CampaignCategory.Type type) {
        table.check(name).throwIfAny();
        return get(tenant, table.insert(tenant, name, columns(type)));
    }

    /** Changes a category. 404 where there is none, 400 as for adding. */
    @Transactional
    public CampaignCategory update(
            long tenant, long id, @Nullable String name, CampaignCategory.Type type, boolean active) {
        table.check(name).throwIfAny();
        table.update(tenant, id, name, active, columns(type), Diff.none());
        return get(tenant, id);
    }

    private static Columns columns(CampaignCategory.Type type) {
        return new Columns().set("type", "type", type.name());
    }

    private static CampaignCategory row(ResultSet row, int number) throws SQLException {
        return new CampaignCategory(
                row.getLong("id"),
                row.getString("name"),
                CampaignCategory.Type.valueOf(row.getString("type")),
                row.getBoolean("active"),
                Rows.instant(row, "created_on"),
                Rows.instant(row, "modified_on"));
    }
}
