package org.callboard.openinghours;

import java.util.List;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OpeningSpanStore {

    private static final RecordMapper<OpeningSpan> SPANS = RecordMapper.of(OpeningSpan.class);

    private static final String INSERT = SPANS.sql("""
            insert into opening_span (tenant_id, COLUMNS)
            select :tenant, COLUMNS from unnest(ARRAYS) as span (COLUMNS)
            """);

    private final JdbcClient jdbc;

    OpeningSpanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OpeningSpan> all(long tenant) {
        return jdbc.sql("select * from opening_span where tenant_id = :tenant order by from_minute")
                .param("tenant", tenant)
                .query(SPANS.rows())
                .list();
    }

    /** Of two who save at once one waits: there may be no row to hold yet, so it is the company's. */
    void lock(long tenant) {
        jdbc.sql("select tenant_id from tenant where tenant_id = :tenant for no key update")
                .param("tenant", tenant)
                .query(Long.class)
                .single();
    }

    void replace(long tenant, List<OpeningSpan> spans) {
        jdbc.sql("delete from opening_span where tenant_id = :tenant")
                .param("tenant", tenant)
                .update();
        jdbc.sql(INSERT).params(SPANS.arrays(spans)).param("tenant", tenant).update();
    }
}
