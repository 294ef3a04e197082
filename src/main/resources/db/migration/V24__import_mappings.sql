-- What somebody said that the columns of a list hold, to be offered where a file of the same shape comes again.
create table import_mapping (
    tenant_id bigint not null references tenant,
    kind      text not null check (kind in ('Leads', 'Customers')),
    shape     text collate "C" not null, -- the names of the columns in their order, hashed
    fields    text[] not null, -- as in import
    used_on   timestamptz not null,
    primary key (tenant_id, kind, shape)
);
call protect_tenant_table('import_mapping');

-- The open lead whose number or e-mail address a row has.
alter table import_outcome
    add column lead_id  bigint,
    add column capitals boolean not null default false; -- whether its name is all in capitals
