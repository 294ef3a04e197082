package org.callboard.importrows;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whether anybody has worked with customers since an import made them. It looks where a customer can be referred to, in
 * whichever module, and into the change log: what the import did has the transaction of the customer's first entry.
 */
@Repository
class CustomerUsageStore {

    private final JdbcClient jdbc;

    CustomerUsageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why each of the customers must stay; those that may go are not in it. */
    Map<Long, String> reasonsToKeep(long tenant, Collection<Long> customers) {
        Map<Long, String> reasons = new HashMap<>();
        jdbc.sql("""
                select c.id, case
                    when c.merged_to_id is not null then 'It was merged into customer ' || c.merged_to_id || '.'
                    when not c.active then 'It was taken out of use already.'
                    when exists (select from job where tenant_id = :tenant and customer_id = c.id)
                        then 'It has a job.'
                    when exists (select from lead where tenant_id = :tenant and customer_id = c.id and active)
                        then 'It has a lead.'
                    when exists (select from call where tenant_id = :tenant and customer_id = c.id)
                        then 'It has a telephone call.'
                    when exists (
                        select from contact_relationship r
                        join contact p on p.tenant_id = :tenant and p.id = r.contact_id
                        join change h on h.tenant_id = :tenant and h.record_kind = 'contact' and h.record_id = p.number
                            and (h.epoch, h.xid) <> (made.epoch, made.xid)
                        where r.tenant_id = :tenant and r.related_id = c.id and r.customer_id = c.id)
                        then 'A contact belongs to it.'
                    when exists (
                        select from change h
                        where h.tenant_id = :tenant and h.record_kind = 'customer' and h.record_id = c.id
                            and (h.epoch, h.xid) <> (made.epoch, made.xid)
                            -- a later row of the list changed it with another location, or was undone with that
                            and not exists (
                                select from location l
                                join change d on d.tenant_id = :tenant and d.record_kind = 'location'
                                    and d.record_id = l.id and (d.epoch, d.xid) = (h.epoch, h.xid)
                                where l.tenant_id = :tenant and l.customer_id = c.id and not l.active))
                        then 'It was changed since.'
                    when exists (
                        select from contact_entry x
                        join change h on h.tenant_id = :tenant and h.record_kind = 'customer-contact'
                            and h.record_id = x.id and (h.epoch, h.xid) <> (made.epoch, made.xid)
                        where x.tenant_id = :tenant and x.owner_kind = 'customer' and x.owner_id = c.id
                            -- a later row of the list added it with another location, which is undone by now
                            and not exists (
                                select from location l
                                cross join lateral (
                                    select epoch, xid from change
                                    where tenant_id = :tenant and record_kind = 'location' and record_id = l.id
                                    order by sequence limit 1
                                ) first
                                where l.tenant_id = :tenant and l.customer_id = c.id and not l.active
                                    and (first.epoch, first.xid) = (h.epoch, h.xid)))
                        then 'Its contacts were changed since.'
                    when not exists (select from location where tenant_id = :tenant and customer_id = c.id and active)
                        or exists (
                            select from location l
                            join change h on h.tenant_id = :tenant and h.record_kind = 'location'
                                and h.record_id = l.id and (h.epoch, h.xid) <> (made.epoch, made.xid)
                            where l.tenant_id = :tenant and l.customer_id = c.id and l.active)
                        or exists (
                            select from location l
                            join contact_entry x on x.tenant_id = :tenant and x.owner_kind = 'location'
                                and x.owner_id = l.id
                            where l.tenant_id = :tenant and l.customer_id = c.id)
                        or exists (
                            select from location l
                            join contact_relationship r on r.tenant_id = :tenant and r.related_id = l.id
                                and r.location_id = l.id
                            where l.tenant_id = :tenant and l.customer_id = c.id)
                        then 'Its location was changed since.'
                    end as reason
                from customer c
                cross join lateral (
                    select epoch, xid from change
                    where tenant_id = :tenant and record_kind = 'customer' and record_id = c.id
                    order by sequence limit 1
                ) made
                where c.tenant_id = :tenant and c.id = any(:customers)
                """)
                .param("tenant", tenant)
                .param("customers", customers.toArray(Long[]::new))
                .query(row -> {
                    String reason = row.getString("reason");
                    if (reason != null) {
                        reasons.put(row.getLong("id"), reason);
                    }
                });
        return reasons;
    }

    /** Why each of the locations must stay that an import added to a customer; those that may go are not in it. */
    Map<Long, String> reasonsToKeepLocations(long tenant, Collection<Long> locations) {
        Map<Long, String> reasons = new HashMap<>();
        jdbc.sql("""
                select l.id, case
                    when l.merged_to_id is not null then 'Its location was merged into location ' || l.merged_to_id || '.'
                    when exists (select from job where tenant_id = :tenant and location_id = l.id)
                        then 'Its location has a job.'
                    when exists (select from lead where tenant_id = :tenant and location_id = l.id and active)
                        then 'Its location has a lead.'
                    when exists (
                        select from change h
                        where h.tenant_id = :tenant and h.record_kind = 'location' and h.record_id = l.id
                            and (h.epoch, h.xid) <> (made.epoch, made.xid))
                        or exists (
                            select from contact_entry x
                            join change h on h.tenant_id = :tenant and h.record_kind = 'location-contact'
                                and h.record_id = x.id and (h.epoch, h.xid) <> (made.epoch, made.xid)
                            where x.tenant_id = :tenant and x.owner_kind = 'location' and x.owner_id = l.id)
                        or exists (select from contact_relationship r
                            where r.tenant_id = :tenant and r.related_id = l.id and r.location_id = l.id)
                        then 'Its location was changed since.'
                    end as reason
                from location l
                cross join lateral (
                    select epoch, xid from change
                    where tenant_id = :tenant and record_kind = 'location' and record_id = l.id
                    order by sequence limit 1
                ) made
                where l.tenant_id = :tenant and l.id = any(:locations) and (l.active or l.merged_to_id is not null)
                """)
                .param("tenant", tenant)
                .param("locations", locations.toArray(Long[]::new))
                .query(row -> {
                    String reason = row.getString("reason");
                    if (reason != null) {
                        reasons.put(row.getLong("id"), reason);
                    }
                });
        return reasons;
    }
}
