package org.callboard.settings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.callboard.platform.Diff;
import org.callboard.platform.NamedQuery;
import org.callboard.platform.Page;
import org.callboard.platform.Paging;
import org.callboard.platform.Reach;
import org.callboard.platform.Rows;
import org.callboard.platform.Sort;
import org.callboard.platform.Where;
import org.callboard.settings.NamedTable.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The technicians of a tenant. Two may have the same name. */
@Service
public class Technicians {

    private final NamedTable<Technician> table;
    private final BusinessUnits units;

    Technicians(NamedTables tables, BusinessUnits units) {
        this.units = units;
        this.table = tables.of("technician", "Technician", Technicians::row);
    }

    /** All of them, also inactive ones, by name. */
    public List<Technician> all(long tenant) {
        return table.all(tenant);
    }

    public Optional<Technician> find(long tenant, long id) {
        return table.find(tenant, id);
    }

    /** One of them; 404 where there is none. */
    public Technician get(long tenant, long id) {
        return table.get(tenant, id);
    }

    /** One page of those that a query and the conditions so far let through. */
    Page<Technician> list(Where where, NamedQuery query, Paging paging) {
        return table.list(where, query, Sort.BY_ID, paging);
    }

    /** What a form about a technician sends. */
    public record Draft(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Long businessUnitId) {}

    /** Adds a technician. 400 names every field that is wrong. */
    @Transactional
    public Technician add(long tenant, Draft draft) {
        check(tenant, draft);
        return get(tenant, table.insert(tenant, draft.name, columns(draft)));
    }

    /** Changes a technician. 404 where there is none, 400 as for adding. */
    @Transactional
    public Technician update(long tenant, long id, Draft draft, boolean active) {
        check(tenant, draft);
        table.update(tenant, id, draft.name, active, columns(draft), Diff.none());
        return get(tenant, id);
    }

    private void check(long tenant, Draft draft) {
        Long unit = draft.businessUnitId;
        Reach.check(table.check(draft.name), draft.email, draft.phone)
                .addIf(
                        unit != null && units.find(tenant, unit).isEmpty(),
                        "businessUnitId",
                        "There is no business unit with this id.")
                .throwIfAny();
    }

    private static Columns columns(Draft draft) {
        return new Columns()
                .set("email", "email", Reach.textOrNull(draft.email))
                .set("phone", "phoneNumber", Reach.textOrNull(draft.phone))
                .set("business_unit_id", "businessUnitId", draft.businessUnitId);
    }

    private static Technician row(ResultSet row, int number) throws SQLException {
        return new Technician(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                Rows.longOrNull(row, "business_unit_id"),
                row.getBoolean("active"),
                Rows.instant(row, "created_on"),
                Rows.instant(row, "modified_on"));
    }
}
