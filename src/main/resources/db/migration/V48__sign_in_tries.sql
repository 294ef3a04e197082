-- When somebody tried to sign in within the last hour: with an address, from a network, on a device. What is counted is
-- sealed. No row-level security: it is asked before a tenant is known. Nothing but an hour of counting is lost with it.
create unlogged table sign_in_try (
    name   bytea primary key,
    tries  timestamptz[] not null,
    latest timestamptz not null
);
create index sign_in_try_age on sign_in_try (latest);
grant select, insert, update, delete on sign_in_try to callboard_app;

-- A stranger must not be able to lock somebody out.
alter table app_user drop column failed_attempts, drop column locked_until;
