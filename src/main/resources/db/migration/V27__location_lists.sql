-- A list of locations changes those that are there.

alter table import
    drop constraint import_kind_check,
    drop constraint import_update_by_check,
    add check (kind in ('Leads', 'Customers', 'Locations')),
    add check (update_by in ('CustomerId', 'LocationId', 'ExternalId', 'Email', 'Phone'));

alter table import_mapping
    drop constraint import_mapping_kind_check,
    add check (kind in ('Leads', 'Customers', 'Locations'));
