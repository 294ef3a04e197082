-- A telephone system tells as long as its connection or its address holds; nothing ever turned one off.
alter table telephone_system drop column active;
