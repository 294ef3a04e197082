-- A customer's page lists the locations that were theirs.
create index location_owner_history_of_customer on location_owner_history (tenant_id, customer_id);
