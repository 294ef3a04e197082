-- Custom fields of every kind, in an order of the company's own. Those that were there before keep theirs: by id.

alter table custom_field_type
    drop constraint custom_field_type_data_type_check,
    add constraint custom_field_type_data_type_check
        check (data_type in ('Text', 'Numeric', 'Date', 'Boolean', 'Dropdown')),
    add column position integer not null default 0;
