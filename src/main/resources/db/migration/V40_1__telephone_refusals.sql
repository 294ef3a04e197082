-- Why what a telephone system sent was not taken, in words that Callboard knows.
alter table telephone_event add check (refused in ('Signature', 'Account', 'Unreadable', 'NoAddress'));
