package org.callboard.web.leads;

import java.time.Clock;
import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.details.ContactEntries;
import org.callboard.details.ContactEntry;
import org.callboard.details.RecordKind;
import org.callboard.followups.FollowUpStore;
import org.callboard.followups.LeadLogEntry;
import org.callboard.leads.Lead;
import org.callboard.leads.Leads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a lead as people look at it. */
@Repository
public class LeadViewStore {

    /** Nobody is followed up more often; and if so, the latest lines tell most. */
    private static final int MAX_LINES = 200;

    private final Leads leads;
    private final FollowUpStore log;
    private final ContactEntries contacts;
    private final JdbcClient jdbc;
    private final Clock clock;

    LeadViewStore(Leads leads, FollowUpStore log, ContactEntries contacts, JdbcClient jdbc, Clock clock) {
        this.leads = leads;
        this.log = log;
        this.contacts = contacts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One lead; NotFound where there is none. */
    public LeadView get(long tenant, long id) {
        Lead lead = leads.get(tenant, id);
        Long customer = lead.details().customerId();
        List<ContactEntry> entries = customer == null
                ? List.of()
                : contacts.byOwner(RecordKind.Customer, tenant, List.of(customer))
                        .getOrDefault(customer, List.of());
        List<LeadLogEntry> lines = log.log(tenant, id, MAX_LINES);
        return jdbc.sql("""
                select c.name as customer, coalesce(c.do_not_service, false) as do_not_service,
                    l.street, l.unit, l.city, l.state, l.zip, l.country,
                    g.name as campaign, r.name as call_reason, d.name as dismissing_reason, u.name as business_unit,
                    t.name as job_type, o.name as owner, h.name as holder, b.name as created_by, f.name as form
                from lead
                join campaign g on g.tenant_id = lead.tenant_id and g.id = lead.campaign_id
                left join customer c on c.tenant_id = lead.tenant_id and c.id = lead.customer_id
                left join location l on l.tenant_id = lead.tenant_id and l.id = lead.location_id
                left join call_reason r on r.tenant_id = lead.tenant_id and r.id = lead.call_reason_id
                left join call_reason d on d.tenant_id = lead.tenant_id and d.id = lead.dismissing_reason_id
                left join business_unit u on u.tenant_id = lead.tenant_id and u.id = lead.business_unit_id
                left join job_type t on t.tenant_id = lead.tenant_id and t.id = lead.job_type_id
                left join employee o on o.tenant_id = lead.tenant_id and o.id = lead.owner_id
                left join employee h on h.tenant_id = lead.tenant_id and h.id = lead.held_by and lead.lease_until > :now
                left join employee b on b.tenant_id = lead.tenant_id and b.id = lead.created_by_id
                left join lead_form f on f.tenant_id = lead.tenant_id and f.id = lead.form_id
                where lead.tenant_id = :tenant and lead.id = :id
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("now", clock.instant())
                .query((row, number) -> new LeadView(
                        lead,
                        row.getString("customer"),
                        row.getBoolean("do_not_service"),
                        Address.read(row),
                        row.getString("campaign"),
                        row.getString("call_reason"),
                        row.getString("dismissing_reason"),
                        row.getString("business_unit"),
                        row.getString("job_type"),
                        row.getString("owner"),
                        row.getString("holder"),
                        row.getString("created_by"),
                        row.getString("form"),
                        entries,
                        lines))
                .single();
    }
}
