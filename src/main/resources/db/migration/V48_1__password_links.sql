-- Links by which people who forgot their password set a new one; good once and for an hour, kept as seals.
create table password_link (
    tenant_id  bigint not null,
    seal       bytea not null,
    user_id    bigint not null,
    expires_on timestamptz not null,
    primary key (tenant_id, seal),
    foreign key (tenant_id, user_id) references app_user (tenant_id, id) on delete cascade
);
create index password_link_of_user on password_link (tenant_id, user_id);
call protect_tenant_table('password_link');

-- What a message says to its recipient alone, encrypted; the body has a sentence in its place. Gone once it was sent.
alter table outgoing_message add secret bytea;
