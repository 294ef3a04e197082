-- What records are found by stands in their documents, and doors in a table of their own.
drop table customer_word;
drop table location_word;
drop table customer_vocabulary;
drop table location_vocabulary;
