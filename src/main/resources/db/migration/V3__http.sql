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
