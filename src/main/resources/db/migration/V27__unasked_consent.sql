-- Offers go only to those who were asked. Until now every contact was born with a yes, which can't be told from one that
-- somebody gave; so a yes stays only where the change log shows that it was set after a no. To drop the column and add it
-- again writes no row.
alter table customer_contact drop column marketing, add column marketing boolean not null default false;
alter table location_contact drop column marketing, add column marketing boolean not null default false;

-- For this transaction the policy does not hold for the owner, who reads all companies here.
alter table change no force row level security;
alter table customer_contact no force row level security;
alter table location_contact no force row level security;
create temporary table asked on commit drop as
    select distinct on (c.tenant_id, c.record_kind, c.record_id) c.tenant_id, c.record_kind, c.record_id as id,
        f ->> 'after' = 'true' as wanted
    from change c
    cross join jsonb_array_elements(c.fields) f
    where c.record_kind in ('customer-contact', 'location-contact') and c.action = 'updated'
        and f ->> 'name' = 'marketingUpdatesEnabled'
    order by c.tenant_id, c.record_kind, c.record_id, c.sequence desc;
update customer_contact c set marketing = true from asked a
    where a.record_kind = 'customer-contact' and a.wanted and c.tenant_id = a.tenant_id and c.id = a.id;
update location_contact c set marketing = true from asked a
    where a.record_kind = 'location-contact' and a.wanted and c.tenant_id = a.tenant_id and c.id = a.id;
alter table change force row level security;
alter table customer_contact force row level security;
alter table location_contact force row level security;

-- Nothing stands for somebody who was not asked, or did not say.
alter table booking alter column first_time_client drop not null;
