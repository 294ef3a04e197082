package org.callboard.followups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.callboard.access.Tenants;
import org.callboard.database.Rows;
import org.callboard.followups.FollowUpRow.Due;
import org.callboard.leads.LeadStatus;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The list of follow-ups: what is overdue, what is for today, what comes. Days are those of the company's time zone. */
@Service
public class FollowUps {

    /** The badge counts no further. */
    public static final int MAX_OVERDUE = 100;

    private static final Duration FRESH = Duration.ofSeconds(5);

    /** How many open leads there are of each kind. */
    public record Counts(long overdue, long today, long coming, long undated) {}

    private record Overdue(int count, Instant until) {}

    private static final String ROW = """
            select lead.id, lead.status, lead.follow_up_date, lead.priority, left(lead.summary, 160) as summary,
                lead.customer_id, lead.location_id, lead.closed_on, coalesce(c.name, lead.lead_customer_name) as name,
                coalesce(c.do_not_service, false) as do_not_service, coalesce(lead.lead_phone, p.value) as phone,
                case when lead.lead_phone is null then p.normalized else lead.lead_phone_normalized end as dial,
                g.name as campaign, r.name as call_reason, o.name as owner, h.name as holder,
                f.outcome, f.created_on as followed_on, f.count
            from lead
            join campaign g on g.tenant_id = lead.tenant_id and g.id = lead.campaign_id
            left join customer c on c.tenant_id = lead.tenant_id and c.id = lead.customer_id
            left join call_reason r on r.tenant_id = lead.tenant_id and r.id = lead.call_reason_id
            left join employee o on o.tenant_id = lead.tenant_id and o.id = lead.owner_id
            left join employee h on h.tenant_id = lead.tenant_id and h.id = lead.held_by and lead.lease_until > :now
            left join lateral (
                select value, normalized from contact_entry k
                where k.tenant_id = lead.tenant_id and k.owner_kind = 'customer' and k.owner_id = lead.customer_id
                    and k.active and k.type in ('MobilePhone', 'Phone')
                order by k.type = 'Phone', k.id limit 1
            ) p on lead.lead_phone is null
            left join lateral (
                select outcome, created_on, count(*) over () as count from lead_follow_up l
                where l.tenant_id = lead.tenant_id and l.lead_id = lead.id
                order by l.id desc limit 1
            ) f on true
            where lead.tenant_id = :tenant and lead.active
            """;

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final Clock clock;
    private final Map<Long, Overdue> overdue = new ConcurrentHashMap<>();

    FollowUps(JdbcClient jdbc, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Open leads by their date, those without one last; closed ones and all leads by what was closed or made last. */
    public Page<FollowUpRow> list(long tenant, @Nullable LeadStatus status, FollowUpFilter filter, Paging paging) {
        String order = switch (status) {
            case Open -> " and lead.status = 'Open' order by lead.follow_up_date, lead.id";
            case Dismissed ->
                " and lead.status = 'Dismissed' and lead.closed_on is not null"
                        + " order by lead.closed_on desc, lead.id desc";
            case Converted ->
                " and lead.status = 'Converted' and lead.closed_on is not null"
                        + " order by lead.closed_on desc, lead.id desc";
            case null -> " order by lead.id desc";
        };
        return Page.of(paging, select(tenant, filter, order, paging), null);
    }

    private List<FollowUpRow> select(long tenant, FollowUpFilter filter, String order, Paging paging) {
        Instant now = clock.instant();
        Instant tomorrow = tomorrow(tenant, now);
        return jdbc.sql(ROW + filter.conditions() + order + " limit :limit offset :offset")
                .params(filter.values())
                .param("tenant", tenant)
                .param("now", now)
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query((row, number) -> row(row, now, tomorrow))
                .list();
    }

    /** How many open leads fit the filter. */
    public Counts count(long tenant, FollowUpFilter filter) {
        Instant now = clock.instant();
        return jdbc.sql("""
                select count(*) filter (where follow_up_date <= :now) as overdue,
                    count(*) filter (where follow_up_date > :now and follow_up_date < :tomorrow) as today,
                    count(*) filter (where follow_up_date >= :tomorrow) as coming,
                    count(*) filter (where follow_up_date is null) as undated
                from lead where tenant_id = :tenant and status = 'Open' and active
                """ + filter.conditions())
                .params(filter.values())
                .param("tenant", tenant)
                .param("now", now)
                .param("tomorrow", tomorrow(tenant, now))
                .query((row, number) -> new Counts(
                        row.getLong("overdue"), row.getLong("today"), row.getLong("coming"), row.getLong("undated")))
                .single();
    }

    /** The lead that is due next of those that are not due yet. */
    public Optional<FollowUpRow> next(long tenant, FollowUpFilter filter) {
        String coming =
                " and lead.status = 'Open' and lead.follow_up_date > :now order by lead.follow_up_date, lead.id";
        return select(tenant, filter, coming, new Paging(1, 1, false)).stream().findFirst();
    }

    /**
     * How many leads are overdue, up to {@link #MAX_OVERDUE}; for every page, and so some seconds old. Needs the tenant's
     * caller.
     */
    public int overdue(long tenant) {
        Instant now = clock.instant();
        Overdue known = overdue.get(tenant);
        if (known != null && known.until.isAfter(now)) {
            return known.count;
        }
        int count = jdbc.sql("""
                select count(*) from (
                    select from lead
                    where tenant_id = :tenant and status = 'Open' and active and follow_up_date <= :now limit :most
                ) due
                """)
                .param("tenant", tenant)
                .param("now", now)
                .param("most", MAX_OVERDUE)
                .query(Integer.class)
                .single();
        overdue.put(tenant, new Overdue(count, now.plus(FRESH)));
        return count;
    }

    private Instant tomorrow(long tenant, Instant now) {
        ZoneId zone = tenants.get(tenant).timeZone();
        return LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
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
                row.getString("dial"),
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
