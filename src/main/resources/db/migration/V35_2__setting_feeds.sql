-- What a company sets up and who works there have feeds from here on, and what is there already must be in them: people who
-- sign in were told of as users alone.

-- The owner of the tables is held by their policies too, and has no company.
alter table business_unit no force row level security;
alter table employee no force row level security;
alter table tag_type no force row level security;
alter table technician no force row level security;
alter table change no force row level security;

insert into change (tenant_id, record_kind, record_id, action, actor_kind, actor_name, happened_on, fields)
select s.tenant_id, s.kind, s.id, 'created', 'system', 'Callboard', s.modified_on,
    jsonb_build_array(jsonb_build_object('name', 'name', 'before', null, 'after', s.name))
from (
    select tenant_id, 'business-unit' as kind, id, name, modified_on from business_unit
    union all
    select tenant_id, 'employee', id, name, modified_on from employee
    union all
    select tenant_id, 'tag-type', id, name, modified_on from tag_type
    union all
    select tenant_id, 'technician', id, name, modified_on from technician
) s
where not exists (
    select from change c where c.tenant_id = s.tenant_id and c.record_kind = s.kind and c.record_id = s.id
)
order by s.tenant_id, s.kind, s.id;

alter table business_unit force row level security;
alter table employee force row level security;
alter table tag_type force row level security;
alter table technician force row level security;
alter table change force row level security;
