package org.callboard.web.jobs;

import java.time.Instant;
import org.callboard.addresses.Address;
import org.callboard.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the page of a job shows beside the job itself. */
@Repository
class JobViewStore {

    /**
     * The words for what a job refers to.
     *
     * @param leadId the lead that became the job
     * @param recallNumber the number of the job that is done once more
     * @param invoiceActive whether there is anything to pay
     * @param cancelReason why it is canceled; null where it is not, as the three that follow
     */
    record Names(
            String customerName,
            boolean doNotService,
            Address address,
            String businessUnit,
            String jobType,
            String campaign,
            @Nullable String createdBy,
            @Nullable Long leadId,
            @Nullable String recallNumber,
            @Nullable Boolean invoiceActive,
            @Nullable String cancelReason,
            @Nullable String cancelMemo,
            @Nullable Instant canceledOn,
            @Nullable String canceledBy) {}

    private static final RecordMapper<Names> NAMES = RecordMapper.of(Names.class);

    private final JdbcClient jdbc;

    JobViewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Names names(long tenant, long job) {
        return jdbc.sql("""
                select c.name as customer_name, c.do_not_service,
                    l.street, l.unit, l.city, l.state, l.zip, l.country,
                    u.name as business_unit, t.name as job_type, g.name as campaign, b.name as created_by,
                    (
                        select min(d.id) from lead d where d.tenant_id = j.tenant_id and d.job_id = j.id
                    ) as lead_id,
                    r.number as recall_number,
                    (
                        select bool_or(i.active) from invoice i where i.tenant_id = j.tenant_id and i.job_id = j.id
                    ) as invoice_active,
                    w.name as cancel_reason, k.memo as cancel_memo, k.created_on as canceled_on, e.name as canceled_by
                from job j
                join customer c on c.tenant_id = j.tenant_id and c.id = j.customer_id
                join location l on l.tenant_id = j.tenant_id and l.id = j.location_id
                join business_unit u on u.tenant_id = j.tenant_id and u.id = j.business_unit_id
                join job_type t on t.tenant_id = j.tenant_id and t.id = j.job_type_id
                join campaign g on g.tenant_id = j.tenant_id and g.id = j.campaign_id
                left join employee b on b.tenant_id = j.tenant_id and b.id = j.created_by_id
                left join job r on r.tenant_id = j.tenant_id and r.id = j.recall_for_id
                left join job_cancellation k on k.tenant_id = j.tenant_id and k.job_id = j.id and k.active
                    and j.status = 'Canceled'
                left join job_cancel_reason w on w.tenant_id = k.tenant_id and w.id = k.reason_id
                left join employee e on e.tenant_id = k.tenant_id and e.id = k.created_by_id
                where j.tenant_id = :tenant and j.id = :id
                """)
                .param("tenant", tenant)
                .param("id", job)
                .query(NAMES.rows())
                .single();
    }
}
