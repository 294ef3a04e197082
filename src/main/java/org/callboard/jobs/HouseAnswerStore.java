package org.callboard.jobs;

import java.util.Collection;
import java.util.List;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HouseAnswerStore {

    private static final RecordMapper<HouseAnswers.Kept> KEPT = RecordMapper.of(HouseAnswers.Kept.class);

    private final JdbcClient jdbc;

    HouseAnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a location keeps for fields of jobs, each with the last job there that says the same. */
    List<HouseAnswers.Kept> kept(long tenant, long location, Collection<Long> types) {
        return jdbc.sql("""
                select f.id as type_id, v.value, last.number as job_number, last.created_on as asked_on
                from custom_field_type f
                join custom_field_value v on v.tenant_id = f.tenant_id and v.type_id = f.location_type_id
                    and v.owner_kind = 'location' and v.owner_id = :location
                left join lateral (
                    select j.number, j.created_on from job j
                    join job_custom_value x on x.tenant_id = j.tenant_id and x.job_id = j.id
                        and x.type_id = f.id and x.value = v.value
                    where j.tenant_id = f.tenant_id and j.location_id = :location and j.active
                    order by j.id desc limit 1
                ) last on true
                where f.tenant_id = :tenant and f.id = any(:types)
                """)
                .param("location", location)
                .param("tenant", tenant)
                .param("types", types.toArray(Long[]::new))
                .query(KEPT.rows())
                .list();
    }
}
