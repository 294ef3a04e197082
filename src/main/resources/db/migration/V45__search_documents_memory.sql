-- What a common word finds lies in nearly all pages of the table. With less memory PostgreSQL keeps of it which pages they
-- are, and compares each document in them again, which takes three times as long.
alter function search_documents(tsquery, text, int) set work_mem = '64MB';
