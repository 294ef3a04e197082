package org.callboard.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.callboard.importrows.StagedRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes lists on their way in. Whoever stores a part and whoever gives the list up wait for one another. */
@Repository
class StagingStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    StagingStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Begins a list, and gives the id that its import gets. */
    long begin(long tenant) {
        return jdbc.sql("""
                insert into import_staging (tenant_id, id, touched_on)
                values (:tenant, nextval('import_id_seq'), :now) returning id
                """)
                .param("tenant", tenant)
                .param("now", clock.instant())
                .query(Long.class)
                .single();
    }

    /** Keeps others from giving it up until the transaction ends; false where that was done. */
    boolean touch(long tenant, long id) {
        return jdbc.sql("""
                        update import_staging set touched_on = :now where tenant_id = :tenant and id = :id and not given_up
                        """)
                        .param("now", clock.instant())
                        .param("tenant", tenant)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Adds rows to a list that was touched in this transaction. */
    void add(long tenant, long id, List<StagedRow> rows) {
        jdbc.sql("""
                insert into import_row (tenant_id, import_id, number, cells)
                select :tenant, :id, number, cells::json from unnest(:numbers::int[], :cells::text[]) as r (number, cells)
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("numbers", rows.stream().map(StagedRow::number).toArray(Integer[]::new))
                .param(
                        "cells",
                        rows.stream()
                                .map(row -> JSON.writeValueAsString(row.cells()))
                                .toArray(String[]::new))
                .update();
    }

    /** Gives a list up that was not touched since then. */
    void giveUp(long tenant, long id, Instant since) {
        jdbc.sql("""
                update import_staging set given_up = true where tenant_id = :tenant and id = :id and touched_on <= :since
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("since", since)
                .update();
    }

    /** The lists that were given up, or that nobody has touched since then. */
    List<Long> left(long tenant, Instant since) {
        return jdbc.sql("""
                select id from import_staging where tenant_id = :tenant and (given_up or touched_on <= :since) order by id
                """)
                .param("tenant", tenant)
                .param("since", since)
                .query(Long.class)
                .list();
    }

    /** Removes some rows of a list that was given up, and tells how many. */
    int removeRows(long tenant, long id, int most) {
        return jdbc.sql("""
                delete from import_row r using (
                    select number from import_row
                    where tenant_id = :tenant and import_id = :id
                        and exists (select from import_staging where tenant_id = :tenant and id = :id and given_up)
                    limit :most) part
                where r.tenant_id = :tenant and r.import_id = :id and r.number = part.number
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("most", most)
                .update();
    }

    /** Forgets a list that becomes an import, or one that was given up and has no rows any more. */
    void end(long tenant, long id, boolean givenUp) {
        jdbc.sql("delete from import_staging where tenant_id = :tenant and id = :id and given_up = :givenUp")
                .param("tenant", tenant)
                .param("id", id)
                .param("givenUp", givenUp)
                .update();
    }
}
