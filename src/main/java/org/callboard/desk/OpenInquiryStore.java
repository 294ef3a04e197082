package org.callboard.desk;

import java.util.Collection;
import java.util.List;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OpenInquiryStore {

    private static final RecordMapper<OpenInquiry> ROWS = RecordMapper.of(OpenInquiry.class);

    private final JdbcClient jdbc;

    OpenInquiryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A lead is found by the contacts of the inquiry that it was made of, too. Each way to it has an index; calls that are
     * open are few.
     */
    List<OpenInquiry> of(
            long tenant,
            List<String> forms,
            Collection<Long> customers,
            OpenInquiries.Named named,
            OpenInquiries.Self self,
            int most) {
        return jdbc.sql("""
                with held as (
                    select owner_kind, owner_id, bool_or(not email) as phone, bool_or(email) as mail
                    from contact_point
                    where tenant_id = :tenant and form = any(:forms)
                        and (owner_kind in ('lead', 'booking')) is true -- served by the index of the forms alone
                    group by owner_kind, owner_id
                ), led as (
                    select id, bool_or(phone) as phone, bool_or(mail) as mail, bool_or(named) as named,
                        bool_and(named) as by_name
                    from (
                        select owner_id as id, phone, mail, false as named from held where owner_kind = 'lead'
                        union all
                        select l.id, h.phone, h.mail, false
                        from held h join lead l on l.tenant_id = :tenant and l.booking_id = h.owner_id
                        where h.owner_kind = 'booking'
                        union all
                        select id, false, false, false from lead
                        where tenant_id = :tenant and customer_id = any(:customers) and status = 'Open' and active
                        union all
                        select id, false, false, true from unnest(:namedLeads::bigint[]) n (id)
                    ) ways
                    group by id
                ), booked as (
                    select id, bool_or(phone) as phone, bool_or(mail) as mail, bool_or(named) as named,
                        bool_and(named) as by_name
                    from (
                        select owner_id as id, phone, mail, false as named from held where owner_kind = 'booking'
                        union all
                        select id, false, false, true from unnest(:namedBookings::bigint[]) n (id)
                    ) ways
                    group by id
                )
                select 'Lead' as kind, l.id, coalesce(l.lead_customer_name, c.name) as name, left(l.summary, 140) as summary,
                    l.customer_id, led.phone as same_phone, led.mail as same_email, led.named as similar_name,
                    led.by_name, l.created_on as since, null::boolean as withheld, null as call_state, null as number,
                    0 as missed, 0 as tries, null as last_try, null::timestamptz as due_on
                from led
                join lead l on l.tenant_id = :tenant and l.id = led.id and l.status = 'Open' and l.active
                left join customer c on c.tenant_id = l.tenant_id and c.id = l.customer_id
                where l.id <> :lead
                union all
                select 'Booking', b.id, b.name, left(b.summary, 140), null, h.phone, h.mail, h.named, h.by_name, b.created_on,
                    null, null, null, 0, 0, null, null
                from booked h
                join booking b on b.tenant_id = :tenant and b.id = h.id and b.status in ('New', 'Accepted')
                where b.id <> :booking
                union all
                select 'Call', c.id, c.caller_name, null, c.customer_id, (c.number = any(:forms)) is true, false, false, false,
                    c.received_on, c.withheld, c.state, c.number, 0, 0, null, null
                from call c
                where c.tenant_id = :tenant and c.desk = 'Open' and c.id <> :call
                    and (c.number = any(:forms) or c.customer_id = any(:customers))
                union all
                select 'CallBack', k.id, c.caller_name, null, null, true, false, false, false, k.first_missed_on,
                    false, null, k.number, k.missed_count, k.tries, null, k.due_on
                from call_back k
                join call c on c.tenant_id = k.tenant_id and c.id = k.last_call_id
                where k.tenant_id = :tenant and k.status = 'Open' and k.number = any(:forms)
                order by by_name, since desc, kind desc, id desc
                limit :most
                """)
                .param("tenant", tenant)
                .param("forms", forms.toArray(String[]::new))
                .param("customers", customers.toArray(Long[]::new))
                .param("namedLeads", named.leads().toArray(Long[]::new))
                .param("namedBookings", named.bookings().toArray(Long[]::new))
                .param("lead", self.lead())
                .param("call", self.call())
                .param("booking", self.booking())
                .param("most", most)
                .query(ROWS.rows())
                .list();
    }
}
