-- A list on its way in: its rows are stored part by part, each part in a transaction of its own, since a long one would
-- hold up the feeds of all companies. They stand in import_row under the id that their import gets once all are there;
-- until then there is no import, and nobody sees them. What broke off is removed by its line here.
create table import_staging (
    tenant_id  bigint not null references tenant,
    id         bigint not null, -- the import's that it becomes
    touched_on timestamptz not null, -- when its last part was stored
    given_up   boolean not null default false,
    primary key (tenant_id, id)
);
call protect_tenant_table('import_staging');

-- An import has its id before it is there.
grant usage on sequence import_id_seq to callboard_app;
