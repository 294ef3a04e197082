-- Raised by each new password. A session holds the number that it began with, and ends where the user's is another one.
alter table app_user add session_generation integer not null default 0;
