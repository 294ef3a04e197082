-- The ground that every module stands on: tenant isolation, the change log, background tasks, sessions.
-- callboard_app is the role that requests run as; it owns nothing. The migrations run as the owner.

create function callboard_tenant() returns bigint
    language sql stable parallel safe
    return nullif(current_setting('callboard.tenant', true), '')::bigint;

comment on function callboard_tenant() is
    'The tenant of the current transaction, or null. A policy that compares with null admits no row.';

-- Forces row-level security on a table whose first column is tenant_id, for its owner too.
create procedure protect_tenant_table(name regclass, rights text default 'select, insert, update, delete')
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', name);
    execute format('alter table %s force row level security', name);
    execute format('create policy tenant_only on %s'
        ' using (tenant_id = nullif(current_setting(''callboard.tenant'', true), '''')::bigint)'
        ' with check (tenant_id = nullif(current_setting(''callboard.tenant'', true), '''')::bigint)', name);
    execute format('grant %s on %s to callboard_app', rights, name);
end $$;

-- Transaction ids start again in a new cluster; the epoch keeps the order of changes across a restore.
create table change_epoch (
    epoch             integer primary key,
    system_identifier bigint not null
);
grant select on change_epoch to callboard_app;

create function current_change_epoch() returns integer
    language sql stable parallel safe
    begin atomic
        select coalesce(max(epoch), 0) from change_epoch;
    end;

create table change (
    tenant_id   bigint not null,
    sequence    bigint generated always as identity,
    epoch       integer not null default current_change_epoch(),
    xid         xid8 not null default pg_current_xact_id(),
    record_kind text not null,
    record_id   bigint not null,
    action      text not null,
    actor_kind  text not null check (actor_kind in ('user', 'connection', 'system')),
    actor_id    bigint,
    actor_name  text not null,
    happened_on timestamptz not null,
    fields      jsonb not null default '{}',
    primary key (tenant_id, sequence)
);
create index change_feed on change (tenant_id, epoch, xid, sequence);
create index change_of_record on change (tenant_id, record_kind, record_id, sequence);
call protect_tenant_table('change', 'select, insert');

-- An answer that was given under an Idempotency-Key, kept for a day.
create table idempotent_answer (
    tenant_id     bigint not null,
    connection_id bigint not null,
    key           text not null,
    request_hash  bytea not null,
    status        integer not null,
    headers       jsonb not null default '{}',
    body          bytea not null,
    created_on    timestamptz not null,
    primary key (tenant_id, connection_id, key)
);
create index idempotent_answer_age on idempotent_answer (tenant_id, created_on);
call protect_tenant_table('idempotent_answer');

-- Background tasks; the shape is db-scheduler's.
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on scheduled_tasks to callboard_app;

-- Sessions of signed-in people; the shape is Spring Session's.
create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval integer not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);
create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on spring_session, spring_session_attributes to callboard_app;
