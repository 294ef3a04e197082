-- Finding customers and locations. Behind a row-level policy an index serves only conditions that can't leak: equality
-- and order of plain columns, but no pattern, trigram or array. So names and addresses are kept once more, as words to be
-- found by equality or by their beginning; "C" is the collation in which a beginning is a range.

create table customer_word (
    tenant_id   bigint not null,
    customer_id bigint not null,
    field       text collate "C" not null, -- n name, s street, u unit, c city, t state, z zip, y country, nn, hs pairs
    word        text collate "C" not null,
    -- No foreign key: the words are made from the customer in the transaction that changes it, and go with them alone.
    primary key (tenant_id, field, word, customer_id)
);
create index customer_word_of_customer on customer_word (tenant_id, customer_id);
call protect_tenant_table('customer_word');

create table location_word (
    tenant_id   bigint not null,
    location_id bigint not null,
    field       text collate "C" not null,
    word        text collate "C" not null,
    primary key (tenant_id, field, word, location_id)
);
create index location_word_of_location on location_word (tenant_id, location_id);
call protect_tenant_table('location_word');

-- A number is found by its beginning, with the country code or from the area code on, by its last seven digits or by how
-- these begin, and by how it ends. An e-mail address is found by its beginning, by what follows the first part of its
-- name (reyes@ in jordan.reyes@example.com), by its domain, and by how it ends.
alter table customer_contact drop column digits, drop column last_digits;
alter table customer_contact alter column normalized type text collate "C";
alter table customer_contact
    add column middle   text collate "C" generated always as (case
        when type = 'Email' then substring(normalized from '^[^@._+-]+[._+-](.+)$')
        when normalized is null then regexp_replace(value collate "C", '[^0-9]', '', 'g')
        else regexp_replace(normalized, '^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]'
            '|(2[1-689]|3[578]|42|5[09]|6[7-9]|8[03578]|9[679])[0-9])', '') end) stored,
    add column tail     text collate "C" generated always as (case
        when type = 'Email' then substring(normalized from '@(.+)$')
        else right(regexp_replace(coalesce(normalized, value collate "C"), '[^0-9]', '', 'g'), 7) end) stored,
    add column reversed text collate "C" generated always as (reverse(case
        when type = 'Email' then normalized
        else regexp_replace(coalesce(normalized, value collate "C"), '[^0-9]', '', 'g') end)) stored;
create index customer_contact_by_middle on customer_contact (tenant_id, middle);
create index customer_contact_by_tail on customer_contact (tenant_id, tail);
create index customer_contact_by_end on customer_contact (tenant_id, reversed);

alter table location_contact drop column digits, drop column last_digits;
alter table location_contact alter column normalized type text collate "C";
alter table location_contact
    add column middle   text collate "C" generated always as (case
        when type = 'Email' then substring(normalized from '^[^@._+-]+[._+-](.+)$')
        when normalized is null then regexp_replace(value collate "C", '[^0-9]', '', 'g')
        else regexp_replace(normalized, '^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]'
            '|(2[1-689]|3[578]|42|5[09]|6[7-9]|8[03578]|9[679])[0-9])', '') end) stored,
    add column tail     text collate "C" generated always as (case
        when type = 'Email' then substring(normalized from '@(.+)$')
        else right(regexp_replace(coalesce(normalized, value collate "C"), '[^0-9]', '', 'g'), 7) end) stored,
    add column reversed text collate "C" generated always as (reverse(case
        when type = 'Email' then normalized
        else regexp_replace(coalesce(normalized, value collate "C"), '[^0-9]', '', 'g') end)) stored;
create index location_contact_by_middle on location_contact (tenant_id, middle);
create index location_contact_by_tail on location_contact (tenant_id, tail);
create index location_contact_by_end on location_contact (tenant_id, reversed);

-- An address is told by its words now.
alter table location drop column street_key;

-- Both coordinates are read from the index, so that only what is near is fetched.
drop index customer_by_place;
create index customer_by_coordinates on customer (tenant_id, latitude, longitude) where latitude is not null;
drop index location_by_coordinates;
create index location_by_coordinates on location (tenant_id, latitude, longitude) where latitude is not null;

-- A value may be longer than an index takes; its beginning tells nearly all apart.
alter table customer_external_data
    add column value_start text collate "C" generated always as (left(value collate "C", 64)) stored;
drop index customer_external_data_of_application;
create index customer_external_data_by_value
    on customer_external_data (tenant_id, application_guid, key, value_start, customer_id);
alter table location_external_data
    add column value_start text collate "C" generated always as (left(value collate "C", 64)) stored;
drop index location_external_data_of_application;
create index location_external_data_by_value
    on location_external_data (tenant_id, application_guid, key, value_start, location_id);
