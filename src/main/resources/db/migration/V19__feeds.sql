-- A feed walks one kind of record in the order in which its changes became final.
create index change_of_kind on change (tenant_id, record_kind, epoch, xid, sequence) include (record_id, happened_on);
