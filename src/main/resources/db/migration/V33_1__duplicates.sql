-- The search for duplicates goes through whole companies: it has few places of its own, and fills nobody else's.
create view scheduled_duplicates with (security_invoker = true) as
    select * from scheduled_tasks where task_name = 'find-duplicates' with check option;
create or replace view scheduled_other with (security_invoker = true) as
    select * from scheduled_tasks
    where task_name not in ('deliver-message', 'deliver-text', 'deliver-webhook', 'find-duplicates')
    with check option;
grant select, insert, update, delete on scheduled_duplicates to callboard_app;
