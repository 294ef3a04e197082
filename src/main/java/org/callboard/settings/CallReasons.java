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

/** The call reasons of a tenant. */
@Service
public class CallReasons {

    private final NamedTable<CallReason> table;

    CallReasons(NamedTables tables) {
        this.table = tables.of("call_reason", "Call reason", CallReasons::row);
    }

    /** All of them, also inactive ones, by name. */
    public List<CallReason> all(long tenant) {
        return table.all(tenant);
    }

    public Optional<CallReason> find(long tenant, long id) {
        return table.find(tenant, id);
    }

    /** One of them; 404 where there is none. */
    public CallReason get(long tenant, long id) {
        return table.get(tenant, id);
    }

    /** One page of those that a query lets through; by id unless another order is wanted. */
    Page<CallReason> list(long tenant, NamedQuery query, @Nullable Sort sort, Paging paging) {
        return table.list(tenant, query, sort == null ? Sort.BY_ID : sort, paging);
    }

    /** Adds a call reason. 400 for a name that is missing, too long or taken. */
    @Transactional
    public CallReason add(long tenant, @Nullable String name, boolean isLead) {
        table.check(name).throwIfAny();
        return get(tenant, table.insert(tenant, name, columns(isLead)));
    }

    /** Changes a call reason. 404 where there is none, 400 as for adding. */
    @Transactional
    public CallReason update(long tenant, long id, @Nullable String name, boolean isLead, boolean active) {
        table.check(name).throwIfAny();
        table.update(tenant, id, name, active, columns(isLead), Diff.none());
        return get(tenant, id);
    }

    private static Columns columns(boolean isLead) {
        return new Columns().set("is_lead", "isLead", isLead);
    }

    private static CallReason row(ResultSet row, int number) throws SQLException {
        return new CallReason(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("is_lead"),
                row.getBoolean("active"),
                Rows.instant(row, "created_on"),
                Rows.instant(row, "modified_on"));
    }
}
