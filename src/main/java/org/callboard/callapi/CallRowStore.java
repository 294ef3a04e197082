package org.callboard.callapi;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.callboard.database.RecordMapper;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads calls as programs see them. */
@Repository
class CallRowStore {

    private static final RecordMapper<CallRow> ROWS = RecordMapper.of(CallRow.class);

    private static final String SELECT = """
            call.*, n.number as own_number, a.name as agent_user, m.name as creator,
            c.name as campaign_name, c.active as campaign_active, c.modified_on as campaign_modified_on,
            k.id as category_id, k.name as category_name, k.active as category_active,
            r.name as reason_name, r.is_lead as reason_is_lead, r.active as reason_active,
            j.id as job_id, j.number as job_number, j.job_type_id, t.name as job_type_name,
            t.modified_on as job_type_modified_on, u.id as unit_id, u.name as unit_name, l.id as lead_id,
            p.name as location_name
            """;

    private static final String JOINS = """
            left join own_number n on n.tenant_id = call.tenant_id and n.id = call.own_number_id
            left join employee a on a.tenant_id = call.tenant_id and a.id = call.agent_id
            left join employee m on m.tenant_id = call.tenant_id and m.id = call.created_by_id
            left join campaign c on c.tenant_id = call.tenant_id and c.id = call.campaign_id
            left join campaign_category k on k.tenant_id = c.tenant_id and k.id = c.category_id
            left join call_reason r on r.tenant_id = call.tenant_id and r.id = call.reason_id
            left join lateral (
                select j.* from job j where j.tenant_id = call.tenant_id and j.call_id = call.id and j.active
                order by j.id limit 1) j on true
            left join job_type t on t.tenant_id = j.tenant_id and t.id = j.job_type_id
            left join business_unit u on u.tenant_id = call.tenant_id
                and u.id = coalesce(j.business_unit_id, call.business_unit_id)
            left join location p on p.tenant_id = call.tenant_id and p.id = call.location_id
            left join lateral (
                select l.id from lead l where l.tenant_id = call.tenant_id and l.call_id = call.id and l.active
                order by l.id limit 1) l on true
            """;

    private final JdbcClient jdbc;

    CallRowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CallRow> find(long tenant, long id) {
        return rows(Where.tenant(tenant).and("id = :id", "id", id), null).stream()
                .findFirst();
    }

    Page<CallRow> page(Where where, Paging paging) {
        return Page.of(paging, rows(where, paging), paging.includeTotal() ? where.count(jdbc, "call") : null);
    }

    List<CallRow> all(long tenant, Collection<Long> ids) {
        return rows(Where.tenant(tenant).and("id = any(:ids)", "ids", ids.toArray(Long[]::new)), null);
    }

    List<CallRow> after(long tenant, long id, int most) {
        return page(Where.tenant(tenant).and("id > :after", "after", id), new Paging(1, most, false))
                .data();
    }

    private List<CallRow> rows(Where where, @Nullable Paging paging) {
        return where.rows(jdbc, "call", SELECT, JOINS, paging)
                .query(ROWS.rows())
                .list();
    }
}
