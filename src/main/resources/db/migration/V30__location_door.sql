-- Where locations are, to be compared with what is asked for: a house number with a word of its street, such as "12 oak".
-- Lists that are imported ask for thousands of doors at once, so this is a plain key for a B-tree and not a part of a
-- document. The postcode is the one that addresses are compared by; empty where there is none, so that such a location is
-- found beside those that have the one asked for.
create table location_door (
    tenant_id   bigint not null,
    door        text collate "C" not null,
    postcode    text collate "C" not null,
    location_id bigint not null
    -- No foreign key: the doors are made from the location in the transaction that changes it.
);

-- The owner of the tables is held by their policies too, and has no company.
alter table location no force row level security;
alter table location_word no force row level security;

-- What SQL can't tell of a postcode is read again from the location.
insert into location_door (tenant_id, door, postcode, location_id)
select w.tenant_id, w.word,
    case when plain ~ '^[0-9]{9}$' and l.country ~* '^\s*(u|$)' then left(plain, 5) else plain end, w.location_id
from location_word w
join location l on l.tenant_id = w.tenant_id and l.id = w.location_id
cross join lateral (select lower(regexp_replace(l.zip, '[^[:alnum:]]', '', 'g')) as plain) read
where w.field = 'hs';

alter table location force row level security;
alter table location_word force row level security;

alter table location_door add primary key (tenant_id, door, postcode, location_id);
create index location_door_of_location on location_door (tenant_id, location_id);
call protect_tenant_table('location_door', 'select, insert, delete');
