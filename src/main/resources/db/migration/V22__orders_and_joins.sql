-- Lists on pages may be sorted by name and by city; without these a company's rows are sorted anew for each page.
create index customer_by_name on customer (tenant_id, lower(name), id);
create index customer_by_city on customer (tenant_id, lower(city), id);
create index location_by_name on location (tenant_id, lower(name), id);
create index location_by_city on location (tenant_id, lower(city), id);

-- The numbers of bookings are compared with those of customers, so they need the same collation to be found by an index.
alter table booking_contact alter column normalized type text collate "C";
