-- What speaks against the address of a location, and who has said that it is right all the same. A location without a row
-- needs no look, or was not checked yet.
create table location_check (
    tenant_id    bigint not null,
    location_id  bigint not null,
    standard_key text not null, -- the address that was checked, however it is written
    next_action  text not null check (next_action in ('Confirm', 'Fix')),
    problems     text[] not null,
    fields       text[] not null, -- the part that each of these is about
    data_version text not null,
    checked_on   timestamptz not null,
    right_by     text,
    right_on     timestamptz,
    right_for    text[] not null, -- the problems that there were then
    needs_look   boolean not null generated always as (not problems <@ right_for) stored,
    primary key (tenant_id, location_id),
    foreign key (tenant_id, location_id) references location (tenant_id, id) on delete cascade
);
create index location_check_open on location_check (tenant_id, location_id) where needs_look;
call protect_tenant_table('location_check');
