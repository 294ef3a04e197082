-- How many formulas of each column had no result in the workbook, and so were read as empty.
alter table import add column not_calculated integer[] not null default '{}';
