-- What customers are told of their appointments, and what a company says.

alter table outgoing_message
    drop constraint outgoing_message_state_check,
    add constraint outgoing_message_state_check
        check (state in ('Queued', 'Sending', 'Sent', 'Kept', 'Failed', 'Unknown', 'Suppressed', 'Withdrawn')),
    add column expires_on timestamptz; -- from then on it tells of nothing that is to come, and does not go

-- A company without a row says nothing; words that are null are Callboard's own.
create table appointment_wording (
    tenant_id   bigint not null references tenant,
    kind        text collate "C" not null check (kind in ('Confirmation', 'Change', 'Cancellation')),
    by_mail     boolean not null,
    subject     text,
    body        text,
    by_text     boolean not null,
    text_body   text,
    modified_on timestamptz not null,
    primary key (tenant_id, kind)
);
call protect_tenant_table('appointment_wording');

-- The appointment that a message to the customer is about, with the times that it names: what the customer knew before and
-- what they know by it. A confirmation has nothing before, a cancellation nothing after.
create table appointment_message (
    tenant_id      bigint not null,
    message_id     bigint not null,
    job_id         bigint not null,
    appointment_id bigint not null,
    kind           text collate "C" not null check (kind in ('Confirmation', 'Change', 'Cancellation')),
    was_from       timestamptz,
    was_until      timestamptz,
    is_from        timestamptz,
    is_until       timestamptz,
    created_on     timestamptz not null,
    primary key (tenant_id, message_id),
    foreign key (tenant_id, message_id) references outgoing_message (tenant_id, id) on delete cascade,
    foreign key (tenant_id, job_id) references job (tenant_id, id),
    foreign key (tenant_id, appointment_id) references appointment (tenant_id, id)
);
create index appointment_message_of_appointment on appointment_message (tenant_id, appointment_id, message_id);
create index appointment_message_of_job on appointment_message (tenant_id, job_id, message_id);
call protect_tenant_table('appointment_message');
