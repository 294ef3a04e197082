package org.callboard.mergedids;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.database.Rows;
import org.callboard.details.RecordKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MergedIdStore {

    /**
     * A record that is held as it is.
     *
     * @param mergedToId who lives on instead of it; null for one that does so itself
     * @param customerId whose a location is; null for a customer
     */
    record Held(
            RecordKind kind,
            long id,
            @Nullable Long mergedToId,
            @Nullable Long customerId) {}

    private final JdbcClient jdbc;

    MergedIdStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Into which records those of the ids were merged that were merged into one. */
    Map<Long, Long> survivors(RecordKind kind, long tenant, Collection<Long> ids) {
        Map<Long, Long> survivors = new LinkedHashMap<>();
        jdbc.sql(kind.sql("""
                select id, merged_to_id from KIND
                where tenant_id = :tenant and id = any(:ids) and merged_to_id is not null
                order by id
                """))
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    survivors.put(row.getLong("id"), row.getLong("merged_to_id"));
                });
        return survivors;
    }

    /**
     * Keeps customers, those that have the locations, and the locations from being merged until the transaction ends: the
     * customers first, each kind by its ids. A row that had to be waited for is read as it is by then.
     */
    List<Held> hold(long tenant, Collection<Long> customers, Collection<Long> locations) {
        return jdbc.sql("""
                with held_customer as materialized (
                    select id, merged_to_id from customer
                    where tenant_id = :tenant and id = any(:customers::bigint[] || array(
                        select customer_id from location where tenant_id = :tenant and id = any(:locations)))
                    order by id for key share
                ), held_location as materialized (
                    select id, merged_to_id, customer_id from location
                    where tenant_id = :tenant and id = any(:locations) and (select count(*) from held_customer) >= 0
                    order by id for key share
                )
                select 'Customer' as kind, id, merged_to_id, null::bigint as customer_id from held_customer
                union all
                select 'Location', id, merged_to_id, customer_id from held_location
                """)
                .param("tenant", tenant)
                .param("customers", customers.toArray(Long[]::new))
                .param("locations", locations.toArray(Long[]::new))
                .query(MergedIdStore::held)
                .list();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                RecordKind.valueOf(row.getString("kind")),
                row.getLong("id"),
                Rows.longOrNull(row, "merged_to_id"),
                Rows.longOrNull(row, "customer_id"));
    }
}
