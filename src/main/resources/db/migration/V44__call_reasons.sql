-- Which reason is that of calls about a job that is booked already, whatever it is called by now.

-- The owner of the tables is held by their policies too, and has no company.
alter table call_reason no force row level security;

alter table call_reason add column for_existing_job boolean not null default false;
update call_reason r set for_existing_job = true
where not r.is_lead and r.id = (
    select min(o.id) from call_reason o
    where o.tenant_id = r.tenant_id and not o.is_lead and o.name ~* '^existing job( \d+)?$');
create unique index call_reason_for_existing_job on call_reason (tenant_id) where for_existing_job;

alter table call_reason force row level security;
