-- The stored tasks, parted by what they wait for: each part is looked after by a scheduler with places of its own, so that
-- a mail server or a receiver that hangs fills its own places and no others. The rows stay in one table.
create view scheduled_mail with (security_invoker = true) as
    select * from scheduled_tasks where task_name = 'deliver-message' with check option;
create view scheduled_text with (security_invoker = true) as
    select * from scheduled_tasks where task_name = 'deliver-text' with check option;
create view scheduled_webhook with (security_invoker = true) as
    select * from scheduled_tasks where task_name = 'deliver-webhook' with check option;
create view scheduled_other with (security_invoker = true) as
    select * from scheduled_tasks where task_name not in ('deliver-message', 'deliver-text', 'deliver-webhook')
    with check option;
grant select, insert, update, delete on scheduled_mail, scheduled_text, scheduled_webhook, scheduled_other
    to callboard_app;

-- What is being sent about a record, or is to be sent at once: the next message about it waits for that.
create index outgoing_message_on_its_way on outgoing_message (tenant_id, record_kind, record_id, id)
    where state in ('Queued', 'Sending');
