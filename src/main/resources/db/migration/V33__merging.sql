-- Merging duplicates: one customer or location is kept, the other stays as a row that names it. What belongs to a record
-- names one that lives on; what tells of the past may name any.

-- The owner of the tables is held by their policies too, and has no company.
alter table customer no force row level security;
alter table location no force row level security;
alter table contact_entry no force row level security;
alter table note no force row level security;
alter table contact_relationship no force row level security;
alter table job no force row level security;
alter table invoice no force row level security;
alter table lead no force row level security;

-- Callboard itself merged nothing before, so nobody knows here where the rest of such a record should go.
do $$
declare
    wrong text;
begin
    select string_agg(sentence, ' ' order by sentence) into wrong from (
        with merged (tenant_id, kind, id, merged_to_id, active) as materialized (
            select tenant_id, 'Customer', id, merged_to_id, active from customer where merged_to_id is not null
            union all
            select tenant_id, 'Location', id, merged_to_id, active from location where merged_to_id is not null
        ), child (tenant_id, kind, id, what) as (
            select tenant_id, 'Customer', customer_id, 'locations' from location
            union all select tenant_id, 'Customer', customer_id, 'contacts' from contact_entry
            union all select tenant_id, 'Customer', customer_id, 'notes' from note
            union all select tenant_id, 'Customer', customer_id, 'related people' from contact_relationship
            union all select tenant_id, 'Customer', customer_id, 'jobs' from job
            union all select tenant_id, 'Customer', customer_id, 'invoices' from invoice
            union all select tenant_id, 'Customer', customer_id, 'leads' from lead
            union all select tenant_id, 'Location', location_id, 'contacts' from contact_entry
            union all select tenant_id, 'Location', location_id, 'notes' from note
            union all select tenant_id, 'Location', location_id, 'related people' from contact_relationship
            union all select tenant_id, 'Location', location_id, 'jobs' from job
            union all select tenant_id, 'Location', location_id, 'invoices' from invoice
            union all select tenant_id, 'Location', location_id, 'leads' from lead
        ), problem (tenant_id, kind, id, problem) as (
            select tenant_id, kind, id, 'is still active' from merged where active
            union all
            select m.tenant_id, m.kind, m.id, format('names %s, which was merged itself', m.merged_to_id)
            from merged m join merged into_ on into_.tenant_id = m.tenant_id and into_.kind = m.kind and into_.id = m.merged_to_id
            union all
            select distinct tenant_id, kind, id, 'still has ' || what from merged join child using (tenant_id, kind, id)
        )
        select format('%s %s of company %s %s.', kind, id, tenant_id, problem) from problem order by 1 limit 20
    ) said (sentence);
    if wrong is not null then
        raise exception 'Some records were marked as merged by hand, and not wholly: %', wrong
            using hint = 'Empty their merged_to_id, or give what they have to the record that was kept, and start again.';
    end if;
end $$;

-- Which record lives on. A key can't have a condition, so it is a column: nothing can name a record that was merged, and
-- none can be marked as merged while something names it.
alter table customer
    add column live_id bigint generated always as (case when merged_to_id is null then id end) stored,
    add constraint customer_merged_rests check (merged_to_id is null or not active);
alter table location
    add column live_id bigint generated always as (case when merged_to_id is null then id end) stored,
    add constraint location_merged_rests check (merged_to_id is null or not active);
alter table customer add constraint customer_live unique (tenant_id, live_id);
alter table location add constraint location_live unique (tenant_id, live_id);

-- Marking a record asks each of these tables whether it still names it.
create index customer_merged_to on customer (tenant_id, merged_to_id) where merged_to_id is not null;
create index location_merged_to on location (tenant_id, merged_to_id) where merged_to_id is not null;
create index contact_entry_of_customer on contact_entry (tenant_id, customer_id) where customer_id is not null;
create index contact_entry_of_location on contact_entry (tenant_id, location_id) where location_id is not null;
create index note_of_customer on note (tenant_id, customer_id) where customer_id is not null;
create index note_of_location on note (tenant_id, location_id) where location_id is not null;
create index contact_relationship_of_customer on contact_relationship (tenant_id, customer_id) where customer_id is not null;
create index contact_relationship_of_location on contact_relationship (tenant_id, location_id) where location_id is not null;
create index invoice_of_location on invoice (tenant_id, location_id);

-- First the keys to customers, then those to locations: in this order a row that names both asks for them.
alter table customer drop constraint customer_tenant_id_merged_to_id_fkey,
    add constraint customer_merged_to_live foreign key (tenant_id, merged_to_id) references customer (tenant_id, live_id);
alter table location drop constraint location_tenant_id_customer_id_fkey,
    add constraint location_customer_live foreign key (tenant_id, customer_id) references customer (tenant_id, live_id);
alter table contact_entry drop constraint contact_entry_tenant_id_customer_id_fkey,
    add constraint contact_entry_customer_live foreign key (tenant_id, customer_id) references customer (tenant_id, live_id);
alter table note drop constraint note_tenant_id_customer_id_fkey,
    add constraint note_customer_live foreign key (tenant_id, customer_id) references customer (tenant_id, live_id);
alter table contact_relationship drop constraint contact_relationship_tenant_id_customer_id_fkey,
    add constraint contact_relationship_customer_live
        foreign key (tenant_id, customer_id) references customer (tenant_id, live_id);
alter table job drop constraint job_tenant_id_customer_id_fkey,
    add constraint job_customer_live foreign key (tenant_id, customer_id) references customer (tenant_id, live_id);
alter table invoice drop constraint invoice_tenant_id_customer_id_fkey,
    add constraint invoice_customer_live foreign key (tenant_id, customer_id) references customer (tenant_id, live_id);
alter table lead drop constraint lead_tenant_id_customer_id_fkey,
    add constraint lead_customer_live foreign key (tenant_id, customer_id) references customer (tenant_id, live_id);

alter table location drop constraint location_tenant_id_merged_to_id_fkey,
    add constraint location_merged_to_live foreign key (tenant_id, merged_to_id) references location (tenant_id, live_id);
alter table contact_entry drop constraint contact_entry_tenant_id_location_id_fkey,
    add constraint contact_entry_location_live foreign key (tenant_id, location_id) references location (tenant_id, live_id);
alter table note drop constraint note_tenant_id_location_id_fkey,
    add constraint note_location_live foreign key (tenant_id, location_id) references location (tenant_id, live_id);
alter table contact_relationship drop constraint contact_relationship_tenant_id_location_id_fkey,
    add constraint contact_relationship_location_live
        foreign key (tenant_id, location_id) references location (tenant_id, live_id);
alter table job drop constraint job_tenant_id_location_id_fkey,
    add constraint job_location_live foreign key (tenant_id, location_id) references location (tenant_id, live_id);
alter table invoice drop constraint invoice_tenant_id_location_id_fkey,
    add constraint invoice_location_live foreign key (tenant_id, location_id) references location (tenant_id, live_id);
alter table lead drop constraint lead_tenant_id_location_id_fkey,
    add constraint lead_location_live foreign key (tenant_id, location_id) references location (tenant_id, live_id);

alter table customer force row level security;
alter table location force row level security;
alter table contact_entry force row level security;
alter table note force row level security;
alter table contact_relationship force row level security;
alter table job force row level security;
alter table invoice force row level security;
alter table lead force row level security;

-- What was merged, by whom, and whether it was undone. A merge tells of the past, so both records stay named.
create table merge (
    tenant_id           bigint not null references tenant,
    id                  bigint generated by default as identity (start 1001),
    kind                text collate "C" not null check (kind in ('customer', 'location')),
    kept_id             bigint not null,
    removed_id          bigint not null,
    kept_customer_id    bigint generated always as (case kind when 'customer' then kept_id end) stored,
    kept_location_id    bigint generated always as (case kind when 'location' then kept_id end) stored,
    removed_customer_id bigint generated always as (case kind when 'customer' then removed_id end) stored,
    removed_location_id bigint generated always as (case kind when 'location' then removed_id end) stored,
    part_of             bigint, -- the merge of customers in which these locations were a pair
    batch_id            bigint, -- the first of several that were made with one click
    state               text collate "C" not null check (state in ('Waiting', 'Done', 'Failed', 'UndoWaiting', 'Undone')),
    failure             text,
    plan_tag            text not null,
    choices             jsonb not null,
    reactivated         boolean not null default false, -- the kept one was brought back for it
    removed_was_active  boolean not null,
    moved               jsonb not null default '{}', -- how many of each kind
    merged_on           timestamptz not null,
    actor_kind          text not null check (actor_kind in ('user', 'connection', 'system')),
    actor_id            bigint,
    actor_name          text not null,
    undone_on           timestamptz,
    undone_by           text,
    undo_result         jsonb,
    forgotten_on        timestamptz, -- when its items were deleted
    primary key (tenant_id, id),
    check (kept_id <> removed_id),
    foreign key (tenant_id, kept_customer_id) references customer (tenant_id, id),
    foreign key (tenant_id, removed_customer_id) references customer (tenant_id, id),
    foreign key (tenant_id, kept_location_id) references location (tenant_id, id),
    foreign key (tenant_id, removed_location_id) references location (tenant_id, id),
    foreign key (tenant_id, part_of) references merge (tenant_id, id),
    foreign key (tenant_id, batch_id) references merge (tenant_id, id)
);
-- A record is merged into one other at a time.
create unique index merge_stands on merge (tenant_id, kind, removed_id) where state in ('Waiting', 'Done', 'UndoWaiting');
create index merge_of_kept on merge (tenant_id, kind, kept_id, id);
create index merge_since on merge (tenant_id, merged_on, id);
create index merge_to_forget on merge (tenant_id, merged_on) where forgotten_on is null;
call protect_tenant_table('merge', 'select, insert, update');

-- What a merge changed, one row for each value or record, so that it can be undone.
create table merge_item (
    tenant_id   bigint not null,
    merge_id    bigint not null,
    number      bigint generated always as identity,
    kind        text collate "C" not null check (kind in ('Field', 'Contact', 'ContactDropped', 'Relationship',
        'RelationshipDropped', 'Note', 'Tag', 'CustomField', 'ExternalData', 'Location', 'Job', 'Invoice', 'Lead', 'Owner',
        'Repointed', 'Pair')),
    record_id   bigint,
    record_uuid uuid, -- of relationships, which have no number
    what        text collate "C" not null default '', -- the name of a field, the id of a tag's or a custom field's type
    before      jsonb,
    after       jsonb,
    primary key (tenant_id, merge_id, number),
    foreign key (tenant_id, merge_id) references merge (tenant_id, id)
);
create index merge_item_of_record on merge_item (tenant_id, kind, record_id, merge_id);
call protect_tenant_table('merge_item', 'select, insert, delete');

-- Two records that may be the same. No foreign keys: pairs are found again from the records.
create table duplicate_pair (
    tenant_id             bigint not null,
    kind                  text collate "C" not null check (kind in ('customer', 'location')),
    low_id                bigint not null,
    high_id               bigint not null,
    score                 integer not null check (score between 0 and 100),
    reasons               text[] not null,
    fingerprint           text[] not null, -- each reason with a hash of what it rests on
    dismissed_fingerprint text[], -- as it was when somebody said that they are two
    state                 text collate "C" not null default 'Open' check (state in ('Open', 'NotDuplicate', 'Merged')),
    decided_by            text,
    decided_on            timestamptz,
    note                  text,
    found_on              timestamptz not null,
    primary key (tenant_id, kind, low_id, high_id),
    check (low_id < high_id)
);
create index duplicate_pair_open on duplicate_pair (tenant_id, kind, score desc, low_id, high_id) where state = 'Open';
create index duplicate_pair_of_high on duplicate_pair (tenant_id, kind, high_id);
call protect_tenant_table('duplicate_pair');

-- How far the search for such pairs is: the position in the change log that it has read up to.
create table duplicate_search (
    tenant_id bigint primary key references tenant,
    phase     text not null,
    reached   bigint not null default 0,
    total     bigint not null default 0,
    done      bigint not null default 0,
    epoch     integer not null default 0,
    xid       bigint not null default 0,
    sequence  bigint not null default 0,
    done_on   timestamptz
);
call protect_tenant_table('duplicate_search');

alter table connection add column may_merge boolean not null default false;

-- Of the same company: a delivery that goes first. No key: those that are closed are deleted before.
alter table webhook_delivery add column waits_for bigint;
