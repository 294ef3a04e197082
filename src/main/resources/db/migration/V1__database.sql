-- The ground that every module stands on: tenant isolation and background tasks.
-- callboard_app is the role that requests run as; it owns nothing. The migrations run as the owner.
--
-- Where a table has a version, it grows with every change of what a reply shows; ETag and If-Match are made of it. Times
-- would not do: two changes can share one, and clocks go back.

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

-- The stored tasks, parted by what they wait for: each part is looked after by a scheduler with places of its own, so that
-- a mail server or a receiver that hangs fills its own places and no others. The rows stay in one table.
create view scheduled_mail with (security_invoker = true) as
    select * from scheduled_tasks where task_name = 'deliver-message' with check option;
create view scheduled_text with (security_invoker = true) as
    select * from scheduled_tasks where task_name = 'deliver-text' with check option;
create view scheduled_webhook with (security_invoker = true) as
    select * from scheduled_tasks where task_name = 'deliver-webhook' with check option;
create view scheduled_other with (security_invoker = true) as
    select * from scheduled_tasks where task_name not in ('deliver-message', 'deliver-text', 'deliver-webhook')
    with check option;
grant select, insert, update, delete on scheduled_mail, scheduled_text, scheduled_webhook, scheduled_other
    to callboard_app;
