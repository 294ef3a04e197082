-- A lead that was made of a telephone call says so, and no longer that it was an inquiry in writing.

-- The owner of the tables is held by their policies too, and has no company.
alter table lead no force row level security;

alter table lead
    drop constraint lead_capture_source_check,
    add constraint lead_capture_source_check
        check (capture_source in ('Calls', 'Call', 'Booking', 'Api', 'Form', 'Hand', 'List'));
update lead set capture_source = 'Call' where capture_source = 'Calls' and call_id is not null;

alter table lead force row level security;
