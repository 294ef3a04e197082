-- The change log, and the epochs that keep its order across restarts and restores.

-- Transaction ids start again in a new cluster; the epoch keeps the order of changes across a restore. Each start of the
-- server begins a new epoch, and so does each database that was put back. A feed's token names the epoch it is of by its
-- mark: two futures of one backup count their epochs alike, but mark them otherwise.
create table change_epoch (
    epoch             integer primary key,
    system_identifier bigint not null,
    timeline          integer,
    started_on        timestamptz, -- the server's process
    database_oid      oid,
    log_oid           oid, -- of the table change: another one where a dump was read
    control_file      text, -- the embedded cluster's files; null: a server of somebody else
    mark              uuid not null default gen_random_uuid(),
    restored          uuid -- the mark of the last epoch that began with a database put back; null: none did
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
-- A feed walks one kind of record in the order in which its changes became final.
create index change_of_kind on change (tenant_id, record_kind, epoch, xid, sequence) include (record_id, happened_on);
call protect_tenant_table('change', 'select, insert');

-- What was lost may have been told to somebody: neither an id nor a webhook's message may come twice. A million is room
-- for what came after the backup; what lies between it and now grows on, so that the same backup, put back twice, gives
-- other ids the second time.
create procedure leave_room_for_lost_ids()
    language plpgsql as $$
declare
    room bigint;
begin
    select 1000000 + 100 * greatest(0, coalesce(extract(epoch from
            now() - max(greatest(last_success, last_failure, last_heartbeat))), 0))::bigint
        into room from scheduled_tasks;
    perform setval(format('%I.%I', schemaname, sequencename)::regclass, coalesce(last_value, start_value) + room)
        from pg_sequences where schemaname = 'public';
end $$;
revoke execute on procedure leave_room_for_lost_ids from public;

-- Every connection asks this as the owner of the tables, before it works: is this the server, and are these the tables,
-- that the last epoch was of? If not, the next begins. It costs next to nothing where all is as before. "told" says that
-- the database was put back in a way that can't be seen from inside.
create function enter_epoch(control_file text, told boolean, out begun text, out restored uuid)
    language plpgsql as $$
declare
    last change_epoch;
    here change_epoch;
    alone boolean := false;
begin
    loop
        select * into last from change_epoch order by epoch desc limit 1;
        restored := last.restored;
        begun := 'nothing';
        if pg_is_in_recovery() or current_setting('transaction_read_only')::boolean then
            -- once this standby is promoted, the connection must not write into the old epoch either
            perform set_config('default_transaction_read_only', 'on', false);
            return;
        end if;
        here := last;
        here.system_identifier := (select system_identifier from pg_control_system());
        -- pg_control_checkpoint() tells that of a promoted standby only after its first checkpoint
        here.timeline := ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::integer;
        here.started_on := pg_postmaster_start_time();
        here.database_oid := (select oid from pg_database where datname = current_database());
        here.log_oid := 'public.change'::regclass;
        here.control_file := control_file;
        if not told and here is not distinct from last then
            return;
        end if;
        exit when alone;
        lock table change_epoch in share row exclusive mode; -- another connection may be about to do the same
        alone := true;
    end loop;
    begun := 'start';
    here.epoch := coalesce(last.epoch, 0) + 1;
    here.mark := gen_random_uuid();
    -- with what is not known, as before the first epoch, a comparison is null
    if told or last.system_identifier <> here.system_identifier or last.timeline <> here.timeline
            or last.database_oid <> here.database_oid or last.log_oid <> here.log_oid
            or last.control_file <> here.control_file then
        begun := 'restore';
        here.restored := here.mark;
        call leave_room_for_lost_ids();
    end if;
    insert into change_epoch values (here.*);
    restored := here.restored;
end $$;
revoke execute on function enter_epoch from public;
