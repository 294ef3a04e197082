-- What somebody types for an inquiry and has not sent yet. It goes along with the inquiry to whoever has it next.
create table inquiry_draft (
    tenant_id  bigint not null references tenant,
    kind       text collate "C" not null check (kind in ('booking', 'call')),
    inquiry_id bigint not null,
    fields     text not null, -- JSON: names of fields, each with all that stands or is chosen in it
    version    integer not null default 1,
    saved_by   bigint not null,
    saved_on   timestamptz not null,
    primary key (tenant_id, kind, inquiry_id),
    foreign key (tenant_id, saved_by) references app_user (tenant_id, id)
);
call protect_tenant_table('inquiry_draft');
