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

/** The campaigns of a tenant, each with its category. */
@Service
public class Campaigns {

    private static final String ROWS = """
            (
                select c.*, k.name as category_name, k.active as category_active
                from campaign c
                left join campaign_category k on k.tenant_id = c.tenant_id and k.id = c.category_id
            ) campaign
            """;

    private final NamedTable<Campaign> table;
    private final CampaignCategories categories;

    Campaigns(NamedTables tables, CampaignCategories categories) {
        this.table = tables.of("campaign", "Campaign", ROWS, Campaigns::row);
        this.categories = categories;
    }

    /** All of them, also inactive ones, by name. */
    public List<Campaign> all(long tenant) {
        return table.all(tenant);
    }

    public Optional<Campaign> find(long tenant, long id) {
        return table.find(tenant, id);
    }

    /** One of them; 404 where there is none. */
    public Campaign get(long tenant, long id) {
        return table.get(tenant, id);
    }

    public Page<Campaign> list(long tenant, NamedQuery query, Paging paging) {
        return table.list(tenant, query, Sort.BY_ID, paging);
    }

    /** Adds a campaign. 400 for a name that is missing, too long or taken, and for an unknown category. */
    @Transactional
    public Campaign add(long tenant, @Nullable String name, @Nullable Long categoryId) {
        check(tenant, name, categoryId);
        return get(tenant, table.insert(tenant, name, columns(categoryId)));
    }

    /** Changes a campaign. 404 where there is none, 400 as for adding. */
    @Transactional
    public Campaign update(long tenant, long id, @Nullable String name, @Nullable Long categoryId, boolean active) {
        check(tenant, name, categoryId);
        table.update(tenant, id, name, active, columns(categoryId), Diff.none());
        return get(tenant, id);
    }

    private void check(long tenant, @Nullable String name, @Nullable Long categoryId) {
        table.check(name)
                .addIf(
                        categoryId != null
                                && categories.find(tenant, categoryId).isEmpty(),
                        "categoryId",
                        "There is no campaign category with this id.")
                .throwIfAny();
    }

    private static Columns columns(@Nullable Long categoryId) {
        return new Columns().set("category_id", "categoryId", categoryId);
    }

    private static Campaign row(ResultSet row, int number) throws SQLException {
        Long categoryId = Rows.longOrNull(row, "category_id");
        return new Campaign(
                row.getLong("id"),
                row.getString("name"),
                categoryId == null
                        ? null
                        : new Campaign.Category(
                                categoryId, row.getString("category_name"), row.getBoolean("category_active")),
                row.getBoolean("active"),
                Rows.instant(row, "created_on"),
                Rows.instant(row, "modified_on"));
    }
}
