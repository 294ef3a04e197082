package org.callboard.followups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.callboard.database.Rows;
import org.callboard.followups.FollowUpFilter.Conditions;
import org.callboard.followups.FollowUpRow.Due;
import org.callboard.followups.FollowUps.Counts;
import org.callboard.leads.LeadStatus;
import org.callboard.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads leads as the list of follow-ups shows them. */
@Repository
class FollowUpRowStore {

    private static final String ROW = """
            select lead.id, lead.status, lead.follow_up_date, lead.priority, left(lead.summary, 160) as summary,
                lead.customer_id, lead.location_id, lead.closed_on, coalesce(c.name, lead.lead_customer_name) as name,
                coalesce(c.do_not_service, false) as do_not_service, coalesce(lead.lead_phone, p.value) as phone,
                g.name as campaign, r.name as call_reason, o.name as owner, h.name as holder,
                f.outcome, f.created_on as followed_on, f.count
            from lead
            join campaign g on g.tenant_id = lead.tenant_id and g.id = lead.campaign_id
            left join customer c on c.tenant_id = lead.tenant_id and c.id = lead.customer_id
            left join call_reason r on r.tenant_id = lead.tenant_id and r.id = lead.call_reason_id
            left join employee o on o.tenant_id = lead.tenant_id and o.id = lead.owner_id
            left join employee h on h.tenant_id = lead.tenant_id and h.id = lead.held_by and lead.lease_until > :now
            left join lateral (
                select value from contact_entry k
                where k.tenant_id = lead.tenant_id and k.owner_kind = 'customer' and k.owner_id = lead.customer_id
                    and k.active and k.type in ('MobilePhone', 'Phone')
                order by k.type = 'Phone', k.id limit 1
            ) p on lead.lead_phone is null
            left join lateral (
                select outcome, created_on, count(*) over () as count from (
                    select outcome, created_on, id from lead_follow_up l
                    where l.tenant_id = lead.tenant_id and l.lead_id = lead.id
                    union all
                    select CAME, call.received_on, call.id from call
                    where call.tenant_id = lead.tenant_id and call.tied_lead_id = lead.id and CAME is not null
                ) one
                order by created_on desc, id desc limit 1
            ) f on true
            where lead.tenant_id = :tenant and lead.active
            """.replace("CAME", FollowUpStore.CAME_OF_CALL);

    private final JdbcClient jdbc;

    FollowUpRowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param order the rest of the statement, behind the conditions */
    List<FollowUpRow> rows(
            long tenant, Conditions conditions, String order, Paging paging, Instant now, Instant tomorrow) {
        return jdbc.sql(ROW + conditions.sql() + order + " limit :limit offset :offset")
                .params(conditions.values())
                .param("tenant", tenant)
                .param("now", now)
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query((row, number) -> row(row, now, tomorrow))
                .list();
    }

    Counts count(long tenant, Conditions conditions, Instant now, Instant tomorrow) {
        return jdbc.sql("""
                select count(*) filter (where follow_up_date <= :now) as overdue,
                    count(*) filter (where follow_up_date > :now and follow_up_date < :tomorrow) as today,
                    count(*) filter (where follow_up_date >= :tomorrow) as coming,
                    count(*) filter (where follow_up_date is null) as undated
                from lead where tenant_id = :tenant and status = 'Open' and active
                """ + conditions.sql())
                .params(conditions.values())
                .param("tenant", tenant)
                .param("now", now)
                .param("tomorrow", tomorrow)
                .query((row, number) -> new Counts(
                        row.getLong("overdue"), row.getLong("today"), row.getLong("coming"), row.getLong("undated")))
                .single();
    }

    /** How many are overdue, as far as it is counted. */
    int overdue(long tenant, Instant now, int most) {
        return jdbc.sql("""
                select count(*) from (
                    select from lead
                    where tenant_id = :tenant and status = 'Open' and active and follow_up_date <= :now limit :most
                ) due
                """)
                .param("tenant", tenant)
                .param("now", now)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private static FollowUpRow row(ResultSet row, Instant now, Instant tomorrow) throws SQLException {
        LeadStatus status = LeadStatus.valueOf(row.getString("status"));
        Instant date = Rows.instantOrNull(row, "follow_up_date");
        Instant followed = Rows.instantOrNull(row, "followed_on");
        String outcome = row.getString("outcome");
        return new FollowUpRow(
                row.getLong("id"),
                status,
                status == LeadStatus.Open ? due(date, now, tomorrow) : null,
                date,
                row.getString("name"),
                Rows.longOrNull(row, "customer_id"),
                Rows.longOrNull(row, "location_id"),
                row.getBoolean("do_not_service"),
                row.getString("phone"),
                row.getString("summary"),
                row.getString("priority").equals("Urgent"),
                row.getString("campaign"),
                row.getString("call_reason"),
                row.getString("owner"),
                row.getString("holder"),
                followed == null
                        ? null
                        : new FollowUpRow.Last(
                                outcome == null
                                        ? null
                                        : Outcome.valueOf(outcome).label(),
                                followed,
                                row.getLong("count")),
                Rows.instantOrNull(row, "closed_on"));
    }

    private static Due due(@Nullable Instant date, Instant now, Instant tomorrow) {
        if (date == null) {
            return Due.Undated;
        } else if (!date.isAfter(now)) {
            return Due.Overdue;
        }
        return date.isBefore(tomorrow) ? Due.Today : Due.Coming;
    }
}
