-- What a connection may do beyond its scopes, and how often a record was changed.

alter table connection add column may_activate boolean not null default false;

-- A version grows with every change of what a reply shows; ETag and If-Match are made of it. Times would not do: two
-- changes can share one, and clocks go back.
alter table customer add column version integer not null default 1;
alter table location add column version integer not null default 1;
alter table customer_contact add column version integer not null default 1;
alter table location_contact add column version integer not null default 1;
alter table booking_contact add column version integer not null default 1;
alter table contact add column version integer not null default 1;
alter table contact_method add column version integer not null default 1;
alter table booking_provider_tag add column version integer not null default 1;
