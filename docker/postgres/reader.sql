-- Makes the role "reader" of the views' database, or gives it its password anew: it reads every table, and writes none.
\set password `cat /run/reader/password`
select 'create role reader' where not exists (select from pg_roles where rolname = 'reader') \gexec
alter role reader login nosuperuser password :'password';
grant pg_read_all_data to reader;
