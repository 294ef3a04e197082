-- A list may change records that are there, a row may be mended or decided before the list runs, and all of it is undone.

alter table import
    add column update_by            text check (update_by in ('CustomerId', 'ExternalId', 'Email', 'Phone')),
    add column on_existing          text not null default 'FillEmpty'
        check (on_existing in ('Skip', 'FillEmpty', 'Overwrite')),
    add column external_application uuid, -- whose id of a record the list has
    add column external_key         text,
    add column tag_type_id          bigint, -- of all records that the list makes or changes
    add column normal_case          boolean not null default false, -- of names that are all in capitals
    add foreign key (tenant_id, tag_type_id) references tag_type (tenant_id, id);

alter table import_row
    add column mended          json, -- the cells as somebody corrected them; the file's own stay beside them
    add column decision        text check (decision in ('LeaveOut', 'MakeNew', 'Attach')),
    add column decision_target bigint; -- the customer that the row is attached to
grant update (mended, decision, decision_target) on import_row to callboard_app;

alter table import_outcome
    drop constraint import_outcome_outcome_check,
    drop constraint import_outcome_result_check,
    drop constraint import_outcome_check,
    add column warnings       json, -- sentences about what should be looked at, though nothing is wrong by the rules
    add column changes        json, -- what it changes of the customer: field, before, after
    add column target_version integer, -- of the customer when that was found out; once it was done, afterwards
    add column undo           json, -- what takes it back
    add column keys           bigint[], -- what it has in common with rows that are the same, hashed
    add check (outcome in
        ('New', 'Match', 'OpenLead', 'Location', 'Update', 'Unchanged', 'Twice', 'LeftOut', 'Wrong')),
    add check (result in ('Made', 'Updated', 'Skipped', 'Failed', 'Removed', 'Kept')),
    add check (result not in ('Made', 'Updated', 'Removed', 'Kept') or record_id is not null);
