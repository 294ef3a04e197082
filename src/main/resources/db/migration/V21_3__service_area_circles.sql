-- All that is as near to a place; the radius in miles.
alter table service_area
    add column center           text,
    add column center_latitude  double precision,
    add column center_longitude double precision,
    add column radius           integer;
