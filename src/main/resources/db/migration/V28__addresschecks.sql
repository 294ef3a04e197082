-- Nobody reads these: what is to be done follows from the problems, and every check reads the place again.
alter table location_check
    drop column next_action,
    drop column data_version,
    drop column checked_on;
