-- The websites whose pages may call through a connection, as browsers write them in Origin.
alter table connection add column origins text[] not null default '{}';
