-- A number or address is looked for among the records of all kinds: statements then compare the kind so that no index
-- serves it ("is true"). While a database is being filled PostgreSQL knows nothing of what is in it, and takes each index
-- that begins with the company and the kind for as good as this one: it would read all numbers of a company to find one.
drop index contact_point_by_form;
create index contact_point_by_form on contact_point (tenant_id, form, owner_kind, owner_id);
