-- Whether a telephone system said who called whom; until one does, a call counts as one that came in.
alter table call add column direction_told boolean not null default false;

-- An extension is what a call is recognized by as one within the house: no more figures than calls are told with.
alter table app_user no force row level security;
alter table app_user drop constraint app_user_extension_check,
    add check (extension ~ '^[0-9*#]{1,6}$');
alter table app_user force row level security;

-- What waits to be worked on is known by its stored task.
drop index telephone_event_waiting;
