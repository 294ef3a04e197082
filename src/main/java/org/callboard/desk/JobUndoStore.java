package org.callboard.desk;

import java.time.Clock;
import java.util.Optional;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JobUndoStore {

    private static final RecordMapper<JobUndo> UNDOS = RecordMapper.of(JobUndo.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    JobUndoStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(long tenant, long job, long user, boolean madeCustomer, boolean madeLocation) {
        jdbc.sql("""
                insert into job_undo (tenant_id, job_id, booked_by, booked_on, made_customer, made_location)
                values (:tenant, :job, :user, :now, :madeCustomer, :madeLocation)
                """)
                .param("tenant", tenant)
                .param("job", job)
                .param("user", user)
                .param("now", clock.instant())
                .param("madeCustomer", madeCustomer)
                .param("madeLocation", madeLocation)
                .update();
    }

    Optional<JobUndo> find(long tenant, long job) {
        return jdbc.sql("""
                select job_id, booked_by, booked_on, made_customer, made_location from job_undo
                where tenant_id = :tenant and job_id = :job
                """)
                .param("tenant", tenant)
                .param("job", job)
                .query(UNDOS.rows())
                .optional();
    }

    boolean hasNotes(long tenant, long job) {
        return jdbc.sql("select exists (select from job_note where tenant_id = :tenant and job_id = :job)")
                .param("tenant", tenant)
                .param("job", job)
                .query(Boolean.class)
                .single();
    }

    /** Whether nothing else names the customer of a job, and no location but the job's is theirs. */
    boolean isCustomerFree(long tenant, long customer, long job, long location) {
        return jdbc.sql("""
                select not exists (select from job where tenant_id = :tenant and customer_id = :customer and id <> :job)
                    and not exists (select from lead where tenant_id = :tenant and customer_id = :customer and active)
                    and not exists (
                        select from call
                        where tenant_id = :tenant and customer_id = :customer
                            and id is distinct from (select call_id from job where tenant_id = :tenant and id = :job))
                    and not exists (
                        select from location
                        where tenant_id = :tenant and customer_id = :customer and id <> :location)
                """)
                .param("tenant", tenant)
                .param("customer", customer)
                .param("job", job)
                .param("location", location)
                .query(Boolean.class)
                .single();
    }

    /** Whether nothing else names the location of a job, and another active one is left to its customer. */
    boolean isLocationFree(long tenant, long customer, long job, long location) {
        return jdbc.sql("""
                select not exists (select from job where tenant_id = :tenant and location_id = :location and id <> :job)
                    and not exists (select from lead where tenant_id = :tenant and location_id = :location and active)
                    and not exists (
                        select from call
                        where tenant_id = :tenant and location_id = :location
                            and id is distinct from (select call_id from job where tenant_id = :tenant and id = :job))
                    and exists (
                        select from location
                        where tenant_id = :tenant and customer_id = :customer and id <> :location and active)
                """)
                .param("tenant", tenant)
                .param("customer", customer)
                .param("job", job)
                .param("location", location)
                .query(Boolean.class)
                .single();
    }
}
