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
call protect_tenant_table('customer_vocabulary', 'select, insert');

create table location_vocabulary (
    tenant_id bigint not null,
    id        bigint generated always as identity,
    field     text collate "C" not null,
    word      text collate "C" not null,
    primary key (tenant_id, id)
);
create index location_vocabulary_by_word on location_vocabulary (tenant_id, field, word);
call protect_tenant_table('location_vocabulary', 'select, insert');
