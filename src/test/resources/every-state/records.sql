-- Every record of a company in every state, with every optional value empty and every value at its longest.
-- Runs as the company: row-level security lets these statements see nothing else. Parameters: :csr (who looks at it),
-- :name (200 characters), :label (100), :word (40), :zip (20), :email (254), :text (2,000), :url of a picture, and
-- the ids of a customer and a location with the longest values, :fullCustomer and :fullLocation, and with the shortest,
-- :bareCustomer and :bareLocation.

-- Who gets in: somebody who is locked out, a connection that was used.
update app_user set last_sign_in_on = now() where email = :email;
update connection set last_used_on = now() where strict;
update booking_provider_tag set type = 'V1Api' where not active;

-- What the settings hold: each list has an entry with the longest name, and one that is out of use.
insert into business_unit (tenant_id, name, active, created_on, modified_on)
select callboard_tenant(), name, active, now(), now()
from (values (:label, true), ('Out of use', false)) as one (name, active);

insert into job_type (tenant_id, name, minutes, priority, active, created_on, modified_on)
select callboard_tenant(), name, minutes, priority, active, now(), now()
from (values (:label, 20160, 'Urgent', true), ('Out of use', null, 'Low', false), ('Of no unit', 15, 'High', true),
    ('Of all', null, 'Normal', true)) as one (name, minutes, priority, active);
insert into job_type_business_unit (tenant_id, job_type_id, business_unit_id)
select callboard_tenant(), t.id, u.id from job_type t, business_unit u
where t.name = :label;

insert into call_reason (tenant_id, name, is_lead, active, created_on, modified_on)
select callboard_tenant(), name, lead, active, now(), now()
from (values (:label, true, true), ('Price', true, true), ('Out of use', false, false)) as one (name, lead, active);

insert into job_cancel_reason (tenant_id, name, active, booked_by_mistake, created_on, modified_on)
select callboard_tenant(), name, active, mistake, now(), now()
from (values (:label, true, false), ('Price', true, false), ('Booked by mistake', true, true), ('Out of use', false, false))
    as one (name, active, mistake);
insert into job_hold_reason (tenant_id, name, active, created_on, modified_on)
select callboard_tenant(), name, active, now(), now()
from (values (:label, true), ('Parts', true), ('Out of use', false)) as one (name, active);

insert into opening_span (tenant_id, weekday, from_minute, to_minute)
select callboard_tenant(), weekday, span.from_minute, span.to_minute
from unnest(array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']) weekday
cross join (values (0, 1), (450, 720), (765, 1050), (1439, 1440)) as span (from_minute, to_minute);
insert into holiday (tenant_id, name, day, yearly, active, created_on, modified_on)
select callboard_tenant(), name, day::date, yearly, active, now(), now()
from (values (:label, '2026-12-25', true, true), ('Thanksgiving', '2026-11-26', false, true),
    ('Out of use', '2026-07-04', true, false)) as one (name, day, yearly, active);

insert into campaign_category (tenant_id, name, type, active, created_on, modified_on)
select callboard_tenant(), name, type, active, now(), now()
from (values (:label, 'GoogleHomeServices', true), ('Out of use', 'Regular', false)) as one (name, type, active);
insert into campaign (tenant_id, category_id, name, active, created_on, modified_on)
select callboard_tenant(), (select id from campaign_category where name = :label), name, active, now(), now()
from (values (:label, true), ('Out of use', false)) as one (name, active);

insert into tag_type (tenant_id, name, color, code, importance, is_conversion_opportunity, active, created_on, modified_on)
select callboard_tenant(), name, color, code, nullif(importance, ''), importance = 'High', active, now(), now()
from (values (:label, '#a1b2c3', :word, 'High', true), ('VIP', '', '', 'Medium', true), (:word, '', '', '', true),
    ('Out of use', '', '', '', false)) as one (name, color, code, importance, active);

insert into service_area (tenant_id, name, codes, states, center, center_latitude, center_longitude, radius, active,
    created_on, modified_on)
select callboard_tenant(), name, codes, states, center, latitude, longitude, radius, active, now(), now()
from (values (:label, array(select lpad(n::text, 5, '0') from generate_series(45001, 45300) n), array['OH', 'IN'],
        '39.7589123456, -84.1916123456', 39.7589123456::float8, -84.1916123456::float8, 500, true),
    ('Dayton', array['454*'], array[]::text[], null, null, null, null, true),
    ('Out of use', array[]::text[], array['KY'], null, null, null, null, false))
    as one (name, codes, states, center, latitude, longitude, radius, active);
insert into address_provider (tenant_id, provider, url, calls_a_second, calls_a_day, calls_on, calls, modified_on)
values (callboard_tenant(), 'Photon', 'https://' || :word || '.example.com/' || :word, 50, 1000000, current_date, 999999, now());

insert into technician (tenant_id, name, email, phone_number, business_unit_id, active, created_on, modified_on)
select callboard_tenant(), name, email, phone, unit, active, now(), now()
from (values (:label, :email, '+1 (937) 555-0142 extension 1234567890', (select id from business_unit where name = :label), true),
    ('Sam Lee', null, null, null, true), ('Out of use', null, null, null, false)) as one (name, email, phone, unit, active);
insert into employee (tenant_id, name, role, email, phone, business_unit_id, active, created_on, modified_on)
select callboard_tenant(), name, role, email, phone, unit, active, now(), now()
from (values (:label, 'DisplayUserWithBillingAccess', :email, '+1 (937) 555-0142 extension 1234567890',
        (select id from business_unit where name = :label), true),
    ('Pat Dispatch', 'Unspecified', null, null, null, true), ('Out of use', 'Technician', null, null, null, false))
    as one (name, role, email, phone, unit, active);

insert into custom_field_type (tenant_id, record_kind, name, data_type, data_type_options, active, position, created_on, modified_on)
select callboard_tenant(), kind, case when long then left(type || ' ' || :label, 100) else type end, type,
    case when type = 'Dropdown' then array['Yes', left(:label, 100)] end, active, 0, now(), now()
from (values ('customer'), ('location')) as k (kind),
    (values ('Text'), ('Numeric'), ('Date'), ('Boolean'), ('Dropdown')) as t (type),
    (values (true, true), (false, true)) as l (long, active)
union all
select callboard_tenant(), kind, 'Out of use', 'Text', null, false, 0, now(), now()
from (values ('customer'), ('location')) as k (kind);

-- Customers and locations: the first of each was made with the longest values, the second with the shortest.
update customer set street = :name, unit = :label, city = :label, state = :label, zip = :zip, country = :label,
    type = 'Commercial', do_not_mail = true, do_not_service = true, latitude = -39.123456789, longitude = -179.123456789,
    tax_exempt = true, national_account = true, balance = -123456789012.99, payment_term_id = 9223372036854775807,
    credit_limit = 123456789012.99, credit_limit_balance = 0.01
where id = :fullCustomer;
update location set street = :name, unit = :label, city = :label, state = :label, zip = :zip, country = :label,
    latitude = -39.123456789, longitude = -179.123456789, coordinates_source = 'Imported',
    coordinates_verification_status = 'Verified', tax_exempt = true, tax_zone_id = 9223372036854775807,
    zone_id = 9223372036854775807, preferred_technician_id = (select id from technician where name = :label)
where id = :fullLocation;

insert into customer (tenant_id, active, name, street, city, state, zip, country, merged_to_id, created_on, modified_on)
select callboard_tenant(), false, name, '1 Elm St', 'Dayton', 'OH', '45402', 'USA', merged, now(), now()
from (values ('Out of use', null), ('Merged', :fullCustomer)) as one (name, merged);
insert into location (tenant_id, customer_id, active, name, street, city, state, zip, country, merged_to_id, created_on, modified_on)
select callboard_tenant(), :fullCustomer, false, name, '1 Elm St', 'Dayton', 'OH', '45402', 'USA',
    merged, now(), now()
from (values ('Out of use', null), ('Merged', :fullLocation)) as one (name, merged);
insert into location (tenant_id, customer_id, name, street, city, state, zip, country, coordinates_source,
    coordinates_verification_status, created_on, modified_on)
select callboard_tenant(), :fullCustomer, :name, :name, :label, :label, :zip, :label, source, status, now(), now()
from (values ('None', 'Unverified'), ('System', 'InProgress'), ('User', 'Failed')) as one (source, status);
insert into location_check (tenant_id, location_id, standard_key, problems, fields, right_by, right_on, right_for)
select callboard_tenant(), location, 'somewhere', problems, fields, by, case when by is not null then now() end, right_for
from (values (:fullLocation, array['ZipMalformed', 'CityUnknown'], array['zip', 'city'], :name, array['CityUnknown']),
    (:bareLocation, array['CityUnknown'], array['city'], null, array[]::text[]))
    as one (location, problems, fields, by, right_for);
insert into location_owner_history (tenant_id, location_id, until_on, customer_id)
select callboard_tenant(), l.id, now() - interval '1 year', c.id
from (values (:bareLocation, :fullCustomer),
    (:fullLocation, :bareCustomer)) as one (location, customer)
join location l on l.id = one.location join customer c on c.id = one.customer;

insert into contact_entry (tenant_id, owner_kind, owner_id, type, value, memo, active, do_not_text,
    job_reminders_enabled, marketing_updates_enabled, invoice_notification, statement_notification, created_on, modified_on)
select callboard_tenant(), 'customer', :fullCustomer, type, value, memo, active, off, not off, not off,
    off, not off, now(), now()
from (values ('Email', :email, left(:text, 1000)), ('Phone', left(:name, 40), left(:text, 1000)),
    ('MobilePhone', '+1 (937) 555-0142', :word), ('Fax', left(:text, 320), null),
    ('MobilePhone', '937-555-0143', null)) as one (type, value, memo),
    (values (true, true), (true, false), (false, true)) as two (active, off);
insert into contact_entry (tenant_id, owner_kind, owner_id, type, value, memo, active, do_not_text,
    job_reminders_enabled, marketing_updates_enabled, invoice_notification, statement_notification, created_on, modified_on)
select callboard_tenant(), 'location', :fullLocation, type, value, memo, active, do_not_text,
    job_reminders_enabled, marketing_updates_enabled, invoice_notification, statement_notification, now(), now()
from contact_entry where customer_id = :fullCustomer;

insert into custom_field_value (tenant_id, owner_kind, owner_id, type_id, value)
select callboard_tenant(), 'customer', :fullCustomer, id, case data_type
    when 'Numeric' then '-123456789012345.123456789' when 'Date' then '9999-12-31' when 'Boolean' then 'true'
    when 'Dropdown' then data_type_options[2] else left(:text, 2000) end
from custom_field_type where record_kind = 'customer' and name <> data_type;
insert into custom_field_value (tenant_id, owner_kind, owner_id, type_id, value)
select callboard_tenant(), 'location', :fullLocation, id, case data_type
    when 'Numeric' then '-123456789012345.123456789' when 'Date' then '9999-12-31' when 'Boolean' then 'false'
    when 'Dropdown' then data_type_options[2] else left(:text, 2000) end
from custom_field_type where record_kind = 'location' and name <> data_type;

insert into tag (tenant_id, owner_kind, owner_id, tag_type_id)
select callboard_tenant(), kind, owner, id
from (values ('customer', :fullCustomer), ('location', :fullLocation)) as one (kind, owner), tag_type;
insert into note (tenant_id, owner_kind, owner_id, text, is_pinned, created_by_id, created_on, modified_on)
select callboard_tenant(), 'customer', :fullCustomer, text, pinned, author, now(), now()
from (values ('Dog', false, 0), (:text, true, :csr), (:email, false, :csr)) as one (text, pinned, author);
insert into note (tenant_id, owner_kind, owner_id, text, is_pinned, created_by_id, created_on, modified_on)
select callboard_tenant(), 'location', :fullLocation, text, is_pinned, created_by_id, now(), now()
from note where customer_id = :fullCustomer;
insert into external_data (tenant_id, owner_kind, owner_id, application_guid, key, value)
select callboard_tenant(), kind, owner, '00000000-0000-0000-0000-000000000001', :name, :text
from (values ('customer', :fullCustomer), ('location', :fullLocation)) as one (kind, owner);

-- Jobs with their appointment and invoice: every status, with everything and with as little as can be.
insert into job (tenant_id, customer_id, location_id, business_unit_id, job_type_id, campaign_id, priority, status, summary,
    active, customer_po, no_charge, notifications_enabled, sold_by_id, is_auto_dispatched, summary_of_work,
    invoice_signature_is_required, partner_lead_call_id, version, created_by_id, completed_on, created_on, modified_on)
select callboard_tenant(), case when long then :fullCustomer else :bareCustomer end,
    case when long then :fullLocation else :bareLocation end,
    (select id from business_unit where name = case when long then :label else 'Heating' end),
    (select id from job_type where name = case when long then :label else 'Furnace repair' end),
    (select id from campaign where name = case when long then :label else 'Website' end),
    priority, status, case when long then :text end, one.active, case when long then :label end, long, not long,
    case when long then :csr end, case when long then true end, case when long then :text end,
    case when long then false end, case when long then 1 end, case when long then 7 else 1 end,
    case when long then :csr else 0 end, case when status = 'Completed' then now() end, now(), now()
from (values ('Scheduled', 'Low', true), ('Dispatched', 'Normal', true), ('InProgress', 'Normal', true),
        ('Hold', 'High', true), ('Completed', 'Urgent', true), ('Canceled', 'Normal', true), ('Canceled', 'Low', false))
        as one (status, priority, active),
    (values (true), (false)) as l (long),
    generate_series(1, 2);
update job set recall_for_id = (select min(id) from job), lead_source_job_id = (select min(id) from job),
    lead_source_employee_id = :csr
where customer_po is not null and status in ('Scheduled', 'Dispatched');
insert into appointment (tenant_id, job_id, start_on, end_on, status, active, canceled_from, hold_reason_id, hold_memo,
    arrival_window_start, arrival_window_end, special_instructions, is_confirmed, version, created_by_id, created_on,
    modified_on)
select callboard_tenant(), id, now() + interval '1 day', now() + interval '15 days',
    case status when 'InProgress' then 'Working' when 'Completed' then 'Done' else status end, active,
    case when status = 'Canceled' then
        (array['Scheduled', 'Dispatched', 'Working', 'Hold'])[1 + rank() over (partition by status order by id) % 4] end,
    case when status = 'Hold' then (select min(id) from job_hold_reason where (name = :label) = no_charge) end,
    case when status = 'Hold' and no_charge then :text end,
    case when no_charge then now() + interval '1 day' end, case when no_charge then now() + interval '2 days' end,
    case when no_charge then :text end, no_charge, version, created_by_id, now(), now()
from job;
insert into appointment (tenant_id, job_id, number, start_on, end_on, active, created_on, modified_on)
select callboard_tenant(), id, 2, now() + interval '3 days', now() + interval '3 days 2 hours', false, now(), now()
from job where status = 'Scheduled';
insert into appointment_assignment (tenant_id, appointment_id, technician_id, status, active, assigned_by_id, assigned_on,
    modified_on)
select callboard_tenant(), a.id, (select max(id) from technician),
    case a.status when 'Hold' then 'Scheduled' when 'Canceled' then 'Scheduled' else a.status end,
    a.active and not (a.status = 'Scheduled' and a.is_confirmed), a.created_by_id, now(), now()
from appointment a;
insert into job_cancellation (tenant_id, job_id, reason_id, memo, active, created_by_id, created_on, modified_on)
select callboard_tenant(), id, (select min(id) from job_cancel_reason where (name = :label) = no_charge),
    case when no_charge then :text end, status = 'Canceled', created_by_id, now(), now()
from job where status in ('Canceled', 'Scheduled');
insert into job_note (tenant_id, job_id, text, is_pinned, active, created_by_id, created_on, modified_on)
select callboard_tenant(), id, case when no_charge then :text else 'Bring a ladder' end, no_charge, status <> 'Hold',
    created_by_id, now(), now()
from job;
insert into job_tag (tenant_id, job_id, tag_type_id)
select callboard_tenant(), j.id, t.id from job j, tag_type t where j.no_charge;
insert into custom_field_type (tenant_id, record_kind, name, data_type, data_type_options, active, created_on, modified_on)
values (callboard_tenant(), 'job', :label, 'Text', null, true, now(), now()),
    (callboard_tenant(), 'job', 'Gate', 'Boolean', null, false, now(), now());
update custom_field_type f set location_type_id = (
    select id from custom_field_type where record_kind = 'location' and data_type = 'Text' and name <> 'Text' and active)
where f.record_kind = 'job' and f.name = :label;
insert into job_type_question (tenant_id, job_type_id, type_id, position, required, help)
select callboard_tenant(), t.id, f.id, 1, f.active, case when f.active then left(:text, 1000) end
from job_type t, custom_field_type f where f.record_kind = 'job';
insert into job_custom_value (tenant_id, job_id, type_id, value)
select callboard_tenant(), j.id, t.id, case t.data_type when 'Text' then :text else 'true' end
from job j, custom_field_type t where j.no_charge and t.record_kind = 'job';
insert into job_external_data (tenant_id, job_id, application_guid, key, value)
select callboard_tenant(), id, '00000000-0000-0000-0000-000000000001', :name, :text from job where no_charge;
insert into invoice (tenant_id, job_id, customer_id, location_id, active, created_on, modified_on)
select callboard_tenant(), id, customer_id, location_id, active and status <> 'Canceled', now(), now() from job;
