-- Lists on pages may be sorted by name and by city; without these a company's rows are sorted anew for each page.
create index customer_by_name on customer (tenant_id, lower(name), id);
create index customer_by_city on customer (tenant_id, lower(city), id);
create index location_by_name on location (tenant_id, lower(name), id);
create index location_by_city on location (tenant_id, lower(city), id);

-- The numbers of bookings are compared with those of customers, so they need the same collation to be found by an index.
alter table booking_contact alter column normalized type text collate "C";

-- Which words there are, so that those with something in their middle are found without reading every record. A word that
-- no record has any more stays: it then finds nothing. Two that write the same new word at once both keep it, rather than
-- wait for each other; so there is no key over the words.
create table customer_vocabulary (
    tenant_id bigint not null,
    id        bigint generated always as identity,
    field     text collate "C" not null,
    word      text collate "C" not null,
    primary key (tenant_id, id)
);
create index customer_vocabulary_by_word on customer_vocabulary (tenant_id, field, word);

create table location_vocabulary (
    tenant_id bigint not null,
    id        bigint generated always as identity,
    field     text collate "C" not null,
    word      text collate "C" not null,
    primary key (tenant_id, id)
);
create index location_vocabulary_by_word on location_vocabulary (tenant_id, field, word);

-- For this transaction the policy does not hold for the owner, who reads all companies here.
alter table customer_word no force row level security;
alter table location_word no force row level security;
insert into customer_vocabulary (tenant_id, field, word)
    select distinct tenant_id, field, word from customer_word where field not in ('nn', 'hs');
insert into location_vocabulary (tenant_id, field, word)
    select distinct tenant_id, field, word from location_word where field not in ('nn', 'hs');
alter table customer_word force row level security;
alter table location_word force row level security;

call protect_tenant_table('customer_vocabulary', 'select, insert');
call protect_tenant_table('location_vocabulary', 'select, insert');
