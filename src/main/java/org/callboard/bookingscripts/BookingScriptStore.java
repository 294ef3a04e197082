package org.callboard.bookingscripts;

import java.util.List;
import org.callboard.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BookingScriptStore {

    private static final RecordMapper<ScriptQuestion> QUESTIONS = RecordMapper.of(ScriptQuestion.class);

    private final JdbcClient jdbc;

    BookingScriptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ScriptQuestion> all(long tenant, long jobType) {
        return jdbc.sql("""
                select f.*, q.required, q.help from job_type_question q
                join custom_field_type f on f.tenant_id = q.tenant_id and f.id = q.type_id
                where q.tenant_id = :tenant and q.job_type_id = :jobType
                order by q.position, q.type_id
                """)
                .param("tenant", tenant)
                .param("jobType", jobType)
                .query(QUESTIONS.rows())
                .list();
    }

    void insert(long tenant, long jobType, long type, boolean required, @Nullable String help) {
        statement("""
                insert into job_type_question (tenant_id, job_type_id, type_id, position, required, help)
                values (:tenant, :jobType, :type, (
                    select coalesce(max(position), 0) + 1 from job_type_question
                    where tenant_id = :tenant and job_type_id = :jobType
                ), :required, :help)
                """, tenant, jobType)
                .param("type", type)
                .param("required", required)
                .param("help", help)
                .update();
    }

    void update(long tenant, long jobType, long type, boolean required, @Nullable String help) {
        statement("""
                update job_type_question set required = :required, help = :help
                where tenant_id = :tenant and job_type_id = :jobType and type_id = :type
                """, tenant, jobType)
                .param("type", type)
                .param("required", required)
                .param("help", help)
                .update();
    }

    void delete(long tenant, long jobType, long type) {
        statement("""
                delete from job_type_question
                where tenant_id = :tenant and job_type_id = :jobType and type_id = :type
                """, tenant, jobType).param("type", type).update();
    }

    /** Gives the questions their places, in the order of the ids. */
    void arrange(long tenant, long jobType, List<Long> types) {
        statement("""
                update job_type_question q set position = wanted.position
                from unnest(:types::bigint[]) with ordinality as wanted (id, position)
                where q.tenant_id = :tenant and q.job_type_id = :jobType and q.type_id = wanted.id
                """, tenant, jobType)
                .param("types", types.toArray(Long[]::new))
                .update();
    }

    private JdbcClient.StatementSpec statement(String sql, long tenant, long jobType) {
        return jdbc.sql(sql).param("tenant", tenant).param("jobType", jobType);
    }
}
