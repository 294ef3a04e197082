-- The search box looks for customers and locations alone, and by its end a number of leads too is looked for: what other
-- records are reached by needs no more than its form. So an inquiry or a lead costs few entries of indexes.
drop index contact_point_by_middle;
drop index contact_point_by_tail;
drop index contact_point_by_end;
create index contact_point_by_middle on contact_point (tenant_id, owner_kind, middle)
    where owner_kind in ('customer', 'location');
create index contact_point_by_tail on contact_point (tenant_id, owner_kind, tail)
    where owner_kind in ('customer', 'location');
create index contact_point_by_end on contact_point (tenant_id, owner_kind, reversed)
    where owner_kind in ('customer', 'location', 'lead');
