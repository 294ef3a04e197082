-- How many calls a connection has left, shared by all nodes. Nothing is lost with it in a crash, so it needs no log.
create unlogged table call_allowance (
    tenant_id     bigint not null,
    connection_id bigint not null,
    calls         double precision not null,
    granted       integer not null, -- by the last statement: how many of the calls it asked for
    filled_on     timestamptz not null,
    primary key (tenant_id, connection_id)
) with (fillfactor = 50);
call protect_tenant_table('call_allowance');
