-- The names of the columns may stand below other lines, which are kept too, so that another line can be chosen.

alter table import
    add column header_row  integer not null default 1, -- the number of the row that has the names of the columns
    add column date_orders text[] not null default '{}', -- whether the dates of each column name the day or the month first
    add column totals      integer[] not null default '{}'; -- the rows at its end that are sums and no records
