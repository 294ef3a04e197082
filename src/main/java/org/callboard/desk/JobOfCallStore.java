package org.callboard.desk;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JobOfCallStore {

    private final JdbcClient jdbc;

    JobOfCallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Long> jobOf(long tenant, long call) {
        return jdbc.sql("""
                select id from job where tenant_id = :tenant and call_id = :call and active order by id desc limit 1
                """)
                .param("tenant", tenant)
                .param("call", call)
                .query(Long.class)
                .optional();
    }

    /** The same beside one. */
    Optional<Long> otherJobOf(long tenant, long call, long job) {
        return jdbc.sql("""
                select id from job where tenant_id = :tenant and call_id = :call and active and id <> :job
                order by id desc limit 1
                """)
                .param("tenant", tenant)
                .param("call", call)
                .param("job", job)
                .query(Long.class)
                .optional();
    }

    SortedMap<Long, String> numbers(long tenant, long call) {
        SortedMap<Long, String> numbers = new TreeMap<>();
        jdbc.sql("select id, number from job where tenant_id = :tenant and call_id = :call and active")
                .param("tenant", tenant)
                .param("call", call)
                .query(row -> {
                    numbers.put(row.getLong("id"), row.getString("number"));
                });
        return numbers;
    }

    Optional<Long> callOf(long tenant, long job) {
        return jdbc.sql("select call_id from job where tenant_id = :tenant and id = :job and call_id is not null")
                .param("tenant", tenant)
                .param("job", job)
                .query(Long.class)
                .optional();
    }
}
