-- The telephone: numbers, groups, systems, and calls in every state, with everything and with as little as can be.
insert into ring_group (tenant_id, name, active, created_on, modified_on)
values (callboard_tenant(), :label, true, now(), now()), (callboard_tenant(), 'Night', false, now(), now());
insert into ring_group_member (tenant_id, ring_group_id, user_id)
select callboard_tenant(), min(id), :csr from ring_group;
insert into own_number (tenant_id, number, label, campaign_id, business_unit_id, ring_group_id, active, created_on, modified_on)
values (callboard_tenant(), '+19375550101', :label, (select min(id) from campaign), (select min(id) from business_unit),
        (select min(id) from ring_group), true, now(), now()),
    (callboard_tenant(), '+19375550102', 'Main', null, null, null, false, now(), now());
update app_user set taking_calls = false, extension = '123*#0', telephone = '+19375550103' where id = :csr;
insert into blocked_number (tenant_id, number, memo, blocked_by, blocked_on)
values (callboard_tenant(), '+19375550104', :text, :csr, now()), (callboard_tenant(), '+19375550105', null, :csr, now());
insert into telephone_system (tenant_id, kind, name, connection_id, token, account_sid, auth_token, former_auth_token,
    shared_key, heard_on, created_on, modified_on)
values (callboard_tenant(), 'Api', :label, (select min(id) from connection), null, null, null, null, null, now(), now(), now()),
    (callboard_tenant(), 'Twilio', 'Twilio', null, callboard_tenant() || '-every', 'AC' || repeat('0', 32), '\x00', '\x01',
        '\x02', null, now(), now());
insert into call (tenant_id, system_id, external_id, made_key, direction, state, told_from, told_to, number, withheld,
    caller_name, own_number_id, agent_id, agent_external_id, agent_name, received_on, answered_on, ended_on, is_over,
    end_untold, told_on, look_on, recording_url, voicemail_url, desk, claimed_by, claimed_on, lease_until,
    answered_by_desk_on, closed_on, closed_by, reason_id, memo, excused, campaign_id, business_unit_id, customer_id,
    location_id, about_job_id, tied_lead_id, said_agent_id, created_on, created_by_id, modified_on)
select callboard_tenant(), case when long then (select min(id) from telephone_system) end,
    case when long then state || desk end, case when long then null else gen_random_uuid() end,
    case desk when 'Outgoing' then 'Outbound' else 'Inbound' end, case when long then state end,
    case when long then '+1 937 555 0106' end, case when long then '+19375550101' end,
    case when long then '+19375550106' end, not long, case when long then :name end,
    case when long then (select min(id) from own_number) end, case when long then :csr end,
    case when long then :label end, case when long then :name end, now(), case when long then now() end,
    case when long then now() end, state in ('Ended', 'Missed'), long, case when long then now() end,
    case when long then now() + interval '1 hour' end, case when long then 'https://pbx.example.com/r' end,
    case when long then 'https://pbx.example.com/v' end, desk, case when long and desk = 'Open' then :csr end,
    case when long and desk = 'Open' then now() end, case when long and desk = 'Open' then now() + interval '1 hour' end,
    case when long then now() end, case when desk in ('Booked', 'Lead', 'Dismissed', 'Lost') then now() end,
    case when long and desk = 'Dismissed' then :csr end, case when long and desk = 'Dismissed' then (select min(id) from call_reason) end,
    case when long then :text end, long, case when long then (select min(id) from campaign) end,
    case when long then (select min(id) from business_unit) end, case when long then j.customer_id end,
    case when long then j.location_id end, case when long then j.id end,
    case when long then (select min(id) from lead) end, case when long then :csr end, now(), case when long then :csr else 0 end, now()
from (values ('Ringing'), ('Answered'), ('Ended'), ('Missed')) as s (state),
    (values ('Open'), ('Booked'), ('Lead'), ('Dismissed'), ('CallBack'), ('Lost'), ('Outgoing'), ('Internal'), ('Blocked'))
        as d (desk),
    (values (true), (false)) as l (long),
    (select j.id, j.customer_id, j.location_id from job j order by j.id limit 1) j;
insert into call (tenant_id, direction, number, received_on, desk, closed_on, closed_by, joined_to_id, active, created_on, modified_on)
select callboard_tenant(), 'Inbound', '+19375550106', now(), 'Joined', now(), :csr, min(id), false, now(), now() from call;
insert into call_leg (tenant_id, call_id, leg, ringing_on, answered_on, ended_on, end_word, agent_id, agent_external_id, agent_name)
select callboard_tenant(), c.id, l.leg, l.time, l.time, l.time, l.word, case when l.word is not null then :csr end, l.word, l.word
from (select min(id) as id from call) c, (values ('', null::timestamptz, null), (:label, now(), :label)) as l (leg, time, word);
insert into telephone_event (tenant_id, system_id, received_on, body, refused, failure, call_id, worked_on, tries)
select callboard_tenant(), max(id), now(), '{"fields": {"CallSid": ["CA1"], "CallStatus": ["ringing"], "From": ["+19375550106"]}}',
    e.refused, e.text, case when e.refused is null and e.text is null then (select min(id) from call) end,
    case when e.refused is null and e.text is null then now() end, 1
from telephone_system,
    (values (null, null), ('Signature', null), ('Account', null), ('Unreadable', null), ('NoAddress', null), (null, :text))
        as e (refused, text)
group by e.refused, e.text;
update job set call_id = (select min(id) from call) where id = (select max(id) from job);
update lead set call_id = (select min(id) from call) where id = (select max(id) from lead);
insert into call_back (tenant_id, number, status, first_missed_on, last_missed_on, missed_count, last_call_id, due_on, tries,
    talked_call_id, claimed_by, claimed_on, lease_until, closed_on, closed_by, reason_id, memo, created_on, modified_on)
select callboard_tenant(), '+1937555011' || case when long then 1 else 0 end, status, now(), now(), 1, c.id, now(), 2,
    case when long then c.id end, case when long and status = 'Open' then :csr end,
    case when long and status = 'Open' then now() end, case when long and status = 'Open' then now() + interval '1 hour' end,
    case when status <> 'Open' then now() end, case when long and status = 'Dismissed' then :csr end,
    case when long and status = 'Dismissed' then (select min(id) from call_reason) end,
    case when long and status = 'Dismissed' then :text end, now(), now()
from (values ('Open'), ('Reached'), ('Answered'), ('Dismissed')) as s (status), (values (true), (false)) as l (long),
    (select min(id) as id from call) c;
insert into call_back_try (tenant_id, call_back_id, outcome, call_id, memo, created_on, created_by_id, created_by_name)
select callboard_tenant(), b.id, t.outcome, case when t.outcome = 'NoAnswer' then c.id end,
    case when t.outcome = 'NoAnswer' then :text end, now(), :csr, :name
from (select min(id) as id from call_back) b, (select min(id) as id from call) c,
    (values ('NoAnswer'), ('LeftVoicemail'), ('Busy'), ('Reached')) as t (outcome);
update call set call_back_id = (select min(id) from call_back) where id = (select min(id) from call);
insert into inquiry_draft (tenant_id, kind, inquiry_id, fields, saved_by, saved_on)
select callboard_tenant(), 'booking', min(id), '{"summary": ["No heat"]}', :csr, now() from booking
union all select callboard_tenant(), 'call', min(id), '{}', :csr, now() from call;
