-- Whom a call is about: that moves with a merge, as what a customer has.

-- The owner of the tables is held by their policies too, and has no company.
alter table call no force row level security;
alter table merge_item no force row level security;

alter table call
    add column customer_id bigint,
    add column location_id bigint,
    add foreign key (tenant_id, customer_id) references customer (tenant_id, live_id),
    add foreign key (tenant_id, location_id) references location (tenant_id, live_id),
    add check (location_id is null or customer_id is not null);
create index call_of_customer on call (tenant_id, customer_id) where customer_id is not null;
create index call_of_location on call (tenant_id, location_id) where location_id is not null;

alter table merge_item
    drop constraint merge_item_kind_check,
    add constraint merge_item_kind_check check (kind in ('Field', 'Contact', 'ContactDropped', 'Relationship',
        'RelationshipDropped', 'Note', 'Tag', 'CustomField', 'ExternalData', 'Location', 'Job', 'Invoice', 'Lead', 'Call',
        'Owner', 'Repointed', 'Pair'));

alter table call force row level security;
alter table merge_item force row level security;
