-- Inquiries, leads, people and what was sent about them. Parameters as in records.sql.

-- Bookings: every status, claimed by the reader, by others and with a lease that ran out; dismissed by people and by providers.
insert into booking (tenant_id, booking_provider_id, external_id, source, name, street, unit, city, state, zip, country,
    customer_type, start, summary, campaign_id, business_unit_id, job_type_id, priority, is_first_time_client,
    uploaded_images, is_send_confirmation_email, status, claimed_by, claimed_on, lease_until, answered_on, closed_on, closed_by,
    dismissing_reason_id, dismissing_memo, job_id, created_on, modified_on)
select callboard_tenant(), (select id from booking_provider_tag where tag_name = case when long then :label else 'Website' end),
    case when long then left(holder || s.status || reason || ' ' || :name, 200) else holder || s.status || reason end,
    case when long then :label else 'Website' end, case when long then :name else 'Jo' end,
    case when long then :name end, case when long then :label end, case when long then :label end,
    case when long then :label end, case when long then :zip end, case when long then :label end,
    case when long then 'Commercial' when holder = 'mine' then 'Residential' end, case when long then '9999-12-31T00:00:00Z'::timestamptz end,
    case when long then :text else 'x' end,
    (select id from campaign where long and name = :label), (select id from business_unit where long and name = :label),
    (select id from job_type where long and name = :label), case when long then 'Urgent' else priority end,
    case when long then true when holder = 'mine' then false end,
    case when long then array[:url, 'https://pictures.example/a.jpg'] end, long, s.status,
    case holder when 'mine' then :csr when 'theirs' then (select id from app_user where email = :email) end,
    case when holder <> '' then now() end,
    case when holder <> '' then now() + interval '1 hour' end,
    case when s.status <> 'New' then now() end,
    case when s.status in ('Converted', 'Dismissed') then now() end,
    case when s.status in ('Converted', 'Dismissed') and long then :csr end,
    (select id from call_reason where reason <> '' and name = :label),
    case when reason <> '' then left(:text, 2000) end,
    case when s.status = 'Converted' then (select case when long then max(id) else min(id) end from job) end,
    now(), now()
from (values ('New', '', '', null), ('Accepted', 'mine', '', 'Low'), ('Accepted', 'theirs', '', 'Normal'),
        ('Converted', '', '', 'High'), ('Dismissed', '', '', null), ('Dismissed', '', 'reason', 'Urgent'))
        as s (status, holder, reason, priority),
    (values (true), (false)) as l (long);
update job j set booking_id = b.id from booking b where b.job_id = j.id;
insert into booking_contact (tenant_id, booking_id, type, value, memo, modified_on)
select callboard_tenant(), b.id, one.type, one.value, one.memo, now()
from booking b,
    (values ('Email', :email, left(:text, 1000)), ('Phone', left(:text, 320), left(:text, 1000)),
        ('MobilePhone', '+1 (937) 555-0142', null), ('MobilePhone', '937-555-0143', null),
        ('Fax', left(:text, 320), :word)) as one (type, value, memo)
where b.name = :name;
update picture set booking_id = (select min(id) from booking where name = :name), waiting_since = null where booking_provider_id is null;

-- Lead forms, and leads: open with and without a date, dismissed, won; about nobody on record, a customer, a location; held.
insert into lead_form (tenant_id, name, campaign_id, call_reason_id, follow_up_days, active, created_on, modified_on)
select callboard_tenant(), name, (select id from campaign where name = campaign),
    (select id from call_reason where call_reason.name = reason), days, active, now(), now()
from (values (:label, :label, :label, 365, true), ('Offer', 'Website', 'Price', null, true), ('At once', 'Website', null, 0, true),
    ('Out of use', 'Website', null, 1, false)) as one (name, campaign, reason, days, active);
insert into lead (tenant_id, active, status, capture_source, customer_id, location_id, business_unit_id, job_type_id, campaign_id,
    priority, summary, call_reason_id, follow_up_date, owner_id, booking_id, lead_customer_name, lead_phone,
    lead_email, lead_street, lead_unit, lead_city, lead_state, lead_zip, lead_country,
    dismissing_reason_id, job_id, closed_on, closed_by, held_by, lease_until, created_by_id, form_id,
    created_on, modified_on)
select callboard_tenant(), about <> 2 or long or status <> 'Dismissed', status, origin, case when about > 0 then :fullCustomer end, case when about > 1 then :fullLocation end,
    (select id from business_unit where long and name = :label), (select id from job_type where long and name = :label),
    (select id from campaign where name = case when long then :label else 'Website' end),
    case when not long then 'Low' when about = 0 then 'Urgent' when about = 1 then 'High' else 'Normal' end, case when long then :text end,
    (select id from call_reason where (long or due is null) and name = :label), now() + due, case when long then :csr end,
    (select min(id) from booking b where origin = 'Booking' and about = 0 and b.status = case when long then 'Dismissed' else 'New' end),
    case when long then :name end, case when long then left(:name, 40) when about = 0 then '937-555-0142' end,
    case when long then :email end, case when long then :name end,
    case when long then :label end, case when long then :label end, case when long then :label end,
    case when long then :zip end, case when long then :label end,
    case when status = 'Dismissed' then (select id from call_reason where name = case when long then :label else 'Price' end) end,
    case when status = 'Converted' then (select min(id) from job) end,
    case when status <> 'Open' then now() end, case when status <> 'Open' and long then :csr end,
    case when status = 'Open' and due < '0' then case when long then :csr else (select id from app_user where email = :email) end end,
    case when status = 'Open' and due < '0' then now() + interval '1 hour' end,
    case when long then :csr else 0 end, case when origin = 'Form' then (select id from lead_form where name = :label) end, now(), now()
from (values ('Open', null::interval, 'Calls'), ('Open', '-1 day', 'Booking'), ('Open', '0', 'Api'), ('Open', '1 hour', 'Form'),
        ('Open', '7000 years', 'Hand'), ('Dismissed', null, 'List'), ('Dismissed', '1 day', 'Form'), ('Converted', null, 'Call'),
        ('Converted', '1 day', 'Api')) as s (status, due, origin),
    (values (true), (false)) as l (long),
    generate_series(0, 2) as about
where long or about <> 1;
insert into lead_note (tenant_id, lead_id, text, is_pinned, created_by_id, created_on, modified_on)
select callboard_tenant(), l.id, text, pinned, author, now(), now()
from lead l, (values ('Dog', false, 0), (:text, true, :csr)) as one (text, pinned, author) where l.lead_customer_name = :name;
insert into lead_follow_up (tenant_id, lead_id, channel, outcome, text, pin_to_top, follow_up_date, note_id, created_by_id,
    created_by_name, created_on)
select callboard_tenant(), l.id, channel, outcome, case when channel is null then :text end, channel is null,
    case when channel = 'Call' then now() + interval '1 day' end,
    (select id from lead_note n where n.lead_id = l.id and n.is_pinned and channel is null), case when channel is null then 0 else :csr end,
    case when channel is null then 'App' else :name end, now()
from lead l, (values ('Call', 'Reached'), ('Text', 'Sent'), ('Email', 'Sent'), ('Visit', 'NoAnswer'), ('Call', 'LeftVoicemail'),
    ('Call', 'Busy'), ('Call', 'WrongNumber'), (null, null)) as f (channel, outcome)
where l.lead_customer_name = :name;
insert into lead_tag (tenant_id, lead_id, tag_type_id)
select callboard_tenant(), l.id, t.id from lead l, tag_type t where l.lead_customer_name = :name;

-- People: with all and with nothing, archived, of a customer, a location and a booking.
insert into contact (tenant_id, id, reference_id, name, title, is_archived, created_on, modified_on)
select callboard_tenant(), gen_random_uuid(), reference, name, title, archived, now(), now()
from (values (:label, :name, :label, false), (null, null, null, false), (null, 'Pat Reyes', null, true))
    as one (reference, name, title, archived);
insert into contact_method (tenant_id, id, contact_id, reference_id, type, value, memo, created_on, modified_on)
select callboard_tenant(), gen_random_uuid(), c.id, c.reference_id, type, value, memo, now(), now()
from contact c, (values ('Email', :email, left(:text, 1000)), ('Phone', left(:text, 320), null),
    ('MobilePhone', '937-555-0142', :word), ('Fax', '937-555-0143', null)) as one (type, value, memo)
where c.name is not null;
insert into contact_point (tenant_id, owner_kind, owner_id, entry_id, position, email, form, extension, attaches)
select callboard_tenant(), kind, owner, entry, 0, type = 'Email', left(lower(value), 320), '', true
from (
    select owner_kind, owner_id, id, type, value from contact_entry where active
    union all select 'booking', booking_id, id, type, value from booking_contact
    union all select 'lead', id, 1, 'Phone', lead_phone from lead where lead_phone is not null
    union all select 'contact', c.number, m.number, m.type, m.value from contact_method m join contact c on c.id = m.contact_id
) as said (kind, owner, entry, type, value);
insert into search_document (tenant_id, kind, id, words, contacts)
select callboard_tenant(), kind, id,
    array_to_tsvector(array[code || callboard_tenant() || ':' || lower(left(split_part(name, ' ', 1), 100))]), ''
from (
    select 'booking', 'b', id, name from booking where status in ('New', 'Accepted')
    union all select 'lead', 'd', id, lead_customer_name from lead
) as waiting (kind, code, id, name)
where name is not null;
insert into contact_relationship (tenant_id, id, contact_id, customer_id, location_id, booking_id, created_on)
select callboard_tenant(), gen_random_uuid(), c.id, customer, location, booking, now()
from contact c, (values (:fullCustomer, null, null), (null, :fullLocation, null),
    (null, null, (select min(id) from booking))) as one (customer, location, booking);

-- Imports: leads and customers in every state, with rows of every outcome and result, and of each kind one whose rows are gone.
insert into import (tenant_id, kind, state, file_name, read_as, columns, fields, campaign_id, call_reason_id, follow_up_date,
    on_match, update_by, on_existing, external_application, external_key, tag_type_id, normal_case, rows, reached, done, counts,
    actor_kind, actor_id, actor_name, created_by_name, rows_forgotten_on, created_on,
    modified_on)
select callboard_tenant(), kind, state, case when long then :name else 'a.csv' end, 'UTF-8, separated by commas',
    array['Name', 'Phone', 'E-mail', :name], array['name', 'phone', 'email', ''],
    (select id from campaign where long and name = :label), (select id from call_reason where long and name = :label),
    case when long then now() end, case when state = 'Finished' then 'Skip' when long then 'Create' else 'Attach' end,
    case when not long then case state when 'Draft' then 'Phone' when 'Checking' then 'Email' when 'Checked' then 'CustomerId' else 'ExternalId' end end,
    case state when 'Draft' then 'Skip' when 'Checked' then 'Overwrite' else 'FillEmpty' end,
    case when not long then gen_random_uuid() end, case when not long then :name end,
    case when long then (select min(id) from tag_type) end, long, 200000, 7, 7,
    case when state = 'Draft' then '{}' else '{"fresh": 1, "match": 2, "openLead": 1, "location": 1, "update": 1, "unchanged": 1, "twice": 1, "leftOut": 1, "wrong": 1, "look": 1, "capitals": 1, "made": 1, "updated": 1, "skipped": 1, "failed": 1, "removed": 1, "kept": 1}' end::jsonb,
    case when long then 'user' else 'connection' end, case when long then :csr end, 'CSR', case when long then :name else 'Jo' end, case when gone then now() end, now(), now()
from (values ('Leads', true), ('Customers', false)) as k (kind, long),
    (values ('Draft', false), ('Checking', false), ('Checked', false), ('Running', false), ('Finished', false), ('Cancelled', false),
        ('Undoing', false), ('Undone', false), ('Finished', true), ('Draft', true)) as s (state, gone);
update import set once_key = 'once', once_hash = '\x00' where id = (select min(id) from import);
insert into import_row (tenant_id, import_id, number, mended, decision, decision_target, cells)
select callboard_tenant(), i.id, number, case when number = 4 then json_build_array(:name, :text) end,
    case number when 4 then 'Attach' when 5 then 'MakeNew' when 14 then 'LeaveOut' end, case number when 4 then :fullCustomer end, case when number = 2 then json_build_array(:name, left(:name, 320), :email, :text)
    when number = 3 then '["", "", "", ""]' else '["Jordan Reyes", "937-555-0142", "", ""]' end
from import i, generate_series(2, 16) as number where rows_forgotten_on is null;
insert into import_outcome (tenant_id, import_id, number, outcome, problems, reason, match_id, result, record_id, kept_reason,
    warnings, changes, target_version, undo, keys, lead_id, capitals)
select callboard_tenant(), i.id, number, outcome, problems::json, reason, match, result, record, kept,
    case when number in (2, 12) then json_build_array(:text, :email) end,
    case when number in (11, 12) then json_build_array(json_build_object('field', 'name', 'before', :name, 'after', :email),
        json_build_object('field', 'location', 'after', :text)) end,
    case when number in (11, 12) then 1 end, case when number = 12 then '{}'::json end,
    case when number = 2 then array[1::bigint] end, case when number = 10 then (select min(id) from lead where active) end, number = 2
from import i cross join lateral (values (2, 'New', null, null, null, 'Made', case i.kind when 'Leads' then (select min(id) from lead where active) else :fullCustomer end, null),
        (3, 'Wrong', json_build_object('name', array[:text], 'email', array['Wrong.', :email])::text, null, null, null, null, null),
        (4, 'Match', null, :name, :fullCustomer, 'Skipped', null, null), (5, 'Match', null, 'Same phone', :bareCustomer, null, null, null),
        (6, 'Twice', null, 'Row 2', null, null, null, null), (7, 'New', null, :text, null, 'Failed', null, null),
        (8, 'New', null, null, null, 'Removed', case i.kind when 'Leads' then (select max(id) from lead where not active) else :bareCustomer end, null),
        (9, 'New', null, null, null, 'Kept', case i.kind when 'Leads' then (select min(id) from lead where active) else :fullCustomer end, :text),
        (10, 'OpenLead', null, :text, null, null, null, null), (11, 'Update', null, null, :fullCustomer, null, null, null),
        (12, 'Location', null, null, :fullCustomer, 'Updated', :fullCustomer, null),
        (13, 'Unchanged', null, null, :bareCustomer, 'Skipped', null, null), (14, 'LeftOut', null, null, null, null, null, null))
    as one (number, outcome, problems, reason, match, result, record, kept)
where rows_forgotten_on is null and state <> 'Draft' and (number not between 11 and 13 or i.kind = 'Customers'); -- only these change somebody

insert into import (tenant_id, kind, state, file_name, read_as, columns, fields, on_match, update_by, on_existing, rows, reached,
    done, counts, actor_kind, actor_name, created_by_name, rows_forgotten_on, created_on, modified_on)
values (callboard_tenant(), 'Locations', 'Finished', 'places.csv', 'UTF-8, separated by commas', array['Location ID', 'Name'],
    array['locationId', 'name'], 'Attach', 'LocationId', 'FillEmpty', 1, 2, 1, '{"update": 1, "updated": 1}', 'connection', 'CSR', 'Jo',
    now(), now(), now());

insert into import_mapping (tenant_id, kind, shape, fields, used_on)
select callboard_tenant(), kind, md5(kind), array['name', ''], now() from (values ('Leads'), ('Customers'), ('Locations')) as k (kind);

-- Mail and text messages in every state, about a record and about none, with tries that were answered and that were not.
insert into outgoing_message (tenant_id, channel, purpose, once_key, record_kind, record_id, to_customer, recipient,
    recipient_name, sender_name, reply_to, subject, body, message_id, state, reason, attempts, give_up_on, next_attempt_on,
    expires_on, created_on, modified_on)
select callboard_tenant(), channel, 'notice', channel || state || long, case when long then 'booking' end,
    case when long then (select min(id) from booking) end, long, case when channel = 'Text' then '+19375550142' when long then :email else 'jo@example.com' end,
    case when long then :name end, case when long then :label else 'We' end, case when long then :email end,
    case when long then :name else '' end, case when long then :text else 'x' end, 'm' || channel || state || long, state,
    case when long and state in ('Failed', 'Suppressed', 'Unknown', 'Withdrawn') then :text end, case when long then 3 else 0 end,
    now() + interval '1 day', case when state = 'Queued' and long then now() + interval '1 hour' end,
    case when long then now() + interval '1 day' end, now(), now()
from (values ('Mail'), ('Text')) as c (channel), (values (true), (false)) as l (long),
    (values ('Queued'), ('Sending'), ('Sent'), ('Kept'), ('Failed'), ('Unknown'), ('Suppressed'), ('Withdrawn')) as s (state);
update outgoing_message set secret = 'sealed' where state = 'Failed' and channel = 'Mail' and purpose = 'notice';
insert into outgoing_attempt (tenant_id, message_id, number, started_on, ended_on, answer)
select callboard_tenant(), m.id, number, now(), case when number < 3 then now() end, case when number = 1 then left(:text, 500) end
from outgoing_message m, generate_series(1, 3) as number where attempts > 0;
insert into appointment_message (tenant_id, message_id, job_id, appointment_id, kind, was_from, was_until, is_from, is_until,
    created_on)
select callboard_tenant(), m.id, a.job_id, a.id, k.kind, case when k.kind <> 'Confirmation' then a.start_on end,
    case when k.kind <> 'Confirmation' then a.start_on + interval '2 hours' end,
    case when k.kind <> 'Cancellation' then a.end_on end,
    case when k.kind <> 'Cancellation' then a.end_on + interval '2 hours' end, now()
from (select *, row_number() over (order by id) % 3 as turn from outgoing_message where purpose = 'notice') m
join (values (0, 'Confirmation'), (1, 'Change'), (2, 'Cancellation')) as k (turn, kind) on k.turn = m.turn
cross join (select * from appointment order by id limit 1) a;
insert into appointment_wording (tenant_id, kind, by_mail, subject, body, by_text, text_body, modified_on)
select callboard_tenant(), kind, long, case when long then :name end, case when long then :text end, not long,
    case when long then :name end, now()
from (values ('Confirmation', true), ('Change', false), ('Cancellation', false)) as k (kind, long);
insert into mail_sender (tenant_id, name, reply_to, modified_on) values (callboard_tenant(), :label, :email, now());

insert into booking_confirmation (tenant_id, by_mail, subject, body, by_text, text_body, modified_on)
values (callboard_tenant(), true, :name, :text, true, :name, now());

-- Merges in every state, of customers and of locations, and what each kind of record was before; pairs that may be the same.
insert into customer (tenant_id, active, name, street, city, state, zip, country, merged_to_id, created_on, modified_on)
select callboard_tenant(), false, :name, :name, :label, :label, :zip, :label, :fullCustomer, now(), now();
insert into merge (tenant_id, kind, kept_id, removed_id, state, failure, plan_tag, choices, reactivated, removed_was_active,
    moved, merged_on, actor_kind, actor_id, actor_name, undone_on, undone_by, undo_result, forgotten_on)
select callboard_tenant(), 'customer', :fullCustomer, case state
        when 'Done' then (select min(id) from customer where merged_to_id = :fullCustomer)
        when 'UndoWaiting' then (select max(id) from customer where merged_to_id = :fullCustomer) else :bareCustomer end,
    state, case state when 'Failed' then :text end, 'tag', '{}', state = 'Done', state <> 'Done', '{"Job": 3}',
    now() - age, case state when 'Waiting' then 'system' when 'Failed' then 'connection' else 'user' end,
    case when state <> 'Waiting' then :csr end, :label,
    case state when 'Undone' then now() end, case state when 'Undone' then :label end,
    case state when 'Undone' then '{}'::jsonb end, case state when 'Undone' then now() end
from (values ('Undone', interval '200 days'), ('Failed', '2 days'), ('Done', '1 day'), ('UndoWaiting', '1 hour'), ('Waiting', '0'))
    as one (state, age);
insert into merge (tenant_id, kind, kept_id, removed_id, part_of, batch_id, state, plan_tag, choices, removed_was_active,
    merged_on, actor_kind, actor_id, actor_name)
select tenant_id, 'location', :fullLocation, (select min(id) from location where merged_to_id = :fullLocation), id, id, state,
    plan_tag, choices, removed_was_active, merged_on, actor_kind, actor_id, actor_name
from merge where state = 'Done';
insert into merge_item (tenant_id, merge_id, kind, record_id, record_uuid, what, before, after)
select m.tenant_id, m.id, i.kind, case when i.what = '' and i.kind not like 'Relation%' then :fullCustomer end,
    case when i.kind like 'Relation%' then gen_random_uuid() end, i.what,
    case when i.kind = 'RelationshipDropped' then jsonb_build_object('id', gen_random_uuid(), 'contactId', gen_random_uuid(),
        'number', 1, 'createdOn', now(), 'createdBy', 1)
        when i.was then jsonb_build_object('value', :label::text) end,
    case when i.became then jsonb_build_object('value', :text::text) end
from merge m, (values ('Field', 'name', true, true), ('Contact', '', true, true), ('ContactDropped', '', true, false),
    ('Relationship', '', true, true), ('RelationshipDropped', '', true, false), ('Note', '', true, true), ('Tag', '101', false, true),
    ('CustomField', '101', true, true), ('ExternalData', :label, false, true), ('Location', '', true, true), ('Job', '', true, true),
    ('Invoice', '', true, true), ('Lead', '', true, true), ('Call', '', true, true), ('Owner', '', false, true), ('Repointed', '', true, true),
    ('Pair', '', true, true)) as i (kind, what, was, became)
where m.state in ('Done', 'UndoWaiting');
insert into duplicate_pair (tenant_id, kind, low_id, high_id, score, reasons, fingerprint, dismissed_fingerprint, state,
    decided_by, decided_on, note, found_on)
select callboard_tenant(), kind, case state when 'Open' then least(one, other) else 1 end,
    case state when 'Open' then greatest(one, other) else 1 + number end, 100 - 10 * number, array['SamePhone', 'OtherUnit'],
    array['SamePhone:1'], case when before then array['SamePhone:2'] end, state, case when before then :label end,
    case when before then now() end, case state when 'NotDuplicate' then :text end, now()
from (values ('customer', :fullCustomer, :bareCustomer), ('location', :fullLocation, :bareLocation)) as k (kind, one, other),
    (values ('Open', 1), ('NotDuplicate', 2), ('Merged', 3)) as s (state, number)
cross join lateral (select state = 'NotDuplicate' or state = 'Open' and kind = 'customer') b (before);
-- Nobody looks for them again.
insert into duplicate_search (tenant_id, phase, total, done, epoch, done_on)
values (callboard_tenant(), 'Following', 12, 12, 2147483647, now());

-- Webhooks in every state with deliveries in every state; the first one was made by a service, so that its secret is one.
insert into webhook (tenant_id, url, description, events, booking_provider_id, campaign_id, business_unit_id, connection_id, state,
    secret, former_secret, former_until, told_epoch, told_xid, told_sequence, failures, failing_since, quiet_until, created_on,
    modified_on)
select callboard_tenant(), case when long then left('https://hooks.example.com/' || repeat(:word, 50), 2000) else url end,
    case when long then :name end, case when long then cast(:events as text[]) else events end,
    (select id from booking_provider_tag where long and tag_name = :label), (select id from campaign where long and name = :label),
    (select id from business_unit where long and name = :label), (select min(id) from connection where long), s.state, secret,
    case when long then secret end, case when long then now() + interval '1 day' end, told_epoch, told_xid, told_sequence,
    case when s.state = 'Failing' then 5 else 0 end, case when s.state in ('Failing', 'Gone') then now() - interval '1 day' end,
    case when s.state = 'Failing' then now() + interval '1 hour' end, now(), now()
from webhook, (values ('Active'), ('Paused'), ('Failing'), ('Gone')) as s (state), (values (true), (false)) as l (long);
insert into webhook_delivery (tenant_id, webhook_id, event, event_key, record_kind, record_id, data, state, attempts, due_on,
    happened_on, created_on, closed_on)
select callboard_tenant(), w.id, events[1], d.state || tries, 'booking', (select min(id) from booking), '{"name": "' || :name || '"}',
    d.state, tries, now() + interval '1 hour', now(), now(), case when d.state <> 'Pending' then now() end
from webhook w, (values ('Pending', 0), ('Pending', 2), ('Delivered', 1), ('Failed', 3)) as d (state, tries);
insert into webhook_attempt (tenant_id, delivery_id, number, attempted_on, millis, status, answer)
select callboard_tenant(), d.id, number, now(), 10000, case when number > 1 then 500 end, case when number = 1 then '' else left(:text, 500) end
from webhook_delivery d, generate_series(1, d.attempts) as number;
update webhook_delivery d set waits_for = first.id
from (select min(id) as id from webhook_delivery where state = 'Pending') first
where d.state = 'Pending' and d.attempts = 0 and d.id <> first.id;

-- The change log: every kind of actor, values that came, went and changed.
insert into change (tenant_id, record_kind, record_id, action, actor_kind, actor_id, actor_name, happened_on, fields)
select callboard_tenant(), kind, id, 'updated', actor, case when actor = 'user' then :csr end, :name, now(),
    json_build_array(json_build_object('name', 'name', 'before', :text, 'after', :name),
        json_build_object('name', 'summary', 'before', null, 'after', :text),
        json_build_object('name', 'email', 'before', :email, 'after', null),
        json_build_object('name', 'creditLimit', 'before', 1, 'after', 2.5),
        json_build_object('name', 'active', 'before', true, 'after', false))::jsonb
from (select 'customer' as kind, id from customer union all select 'location', id from location
    union all select 'booking', id from booking union all select 'lead', id from lead) as record,
    (values ('user'), ('connection'), ('system')) as a (actor);
