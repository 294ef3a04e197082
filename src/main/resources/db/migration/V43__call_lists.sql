-- All calls of a company, the latest first.
create index call_by_received on call (tenant_id, received_on, id) where active;
