-- One document a record: all that a customer or location (later also an inquiry and a lead) is found by, as lexemes. A
-- lexeme names the kind, the company and the field that it stands for, such as c1:n:smith or c1:p:9375552101; the class
-- Lexemes is where they are made, but for those of contacts.
create table search_document (
    tenant_id bigint not null,
    kind      text collate "C" not null check (kind in ('customer', 'location', 'booking', 'lead')),
    id        bigint not null,
    words     tsvector not null, -- of the record itself
    contacts  tsvector not null, -- of its rows in contact_point
    -- No foreign key: a document is written in the transaction that changes its record, and goes with it alone.
    primary key (tenant_id, kind, id)
);

-- What a number or address is found by: its beginning, that of its later parts, and its end.
create function contact_lexemes(email boolean, middle text, tail text, reversed text) returns text[]
    language sql immutable parallel safe
    return array_remove(array[
        case when email then 'e:' else 'p:' end || nullif(reverse(reversed), ''),
        case when email then 'e:' else 'p:' end || nullif(middle, ''),
        case when email then 'e:' else 'p:' end || nullif(tail, ''),
        case when email then 'x:' else 'r:' end || nullif(reversed, '')], null);

-- Words with a letter that the records of a company have, or had, to look up what was mistyped or is the middle of one.
create table search_word (
    tenant_id bigint not null,
    word      text collate "C" not null,
    primary key (tenant_id, word)
);

-- The owner of the tables is held by their policies too, and has no company.
alter table tenant no force row level security;
alter table understanding no force row level security;
alter table customer no force row level security;
alter table location no force row level security;
alter table customer_word no force row level security;
alter table location_word no force row level security;
alter table customer_vocabulary no force row level security;
alter table location_vocabulary no force row level security;
alter table contact_point no force row level security;

-- More contacts than a document can hold are left out.
create temporary table contact_words on commit drop as
select tenant_id, owner_kind as kind, owner_id as id,
    array_to_tsvector(array_agg(distinct left(owner_kind, 1) || tenant_id || ':' || lexeme)) as contacts
from (
    select *, sum(octet_length(form) + 20) over (
        partition by tenant_id, owner_kind, owner_id order by entry_id, position) as bytes
    from contact_point where owner_kind in ('customer', 'location')
) p
cross join lateral unnest(contact_lexemes(email, middle, tail, reversed)) lexeme
where bytes < 200000
group by tenant_id, owner_kind, owner_id;

create temporary table record_words on commit drop as
select tenant_id, 'customer' as kind, customer_id as id,
    array_to_tsvector(array_agg('c' || tenant_id || ':' || case field when 'u' then '#' else field || ':' end || word)) as words
from customer_word where field not in ('nn', 'hs')
group by tenant_id, customer_id
union all
select tenant_id, 'location', location_id,
    array_to_tsvector(array_agg('l' || tenant_id || ':' || case field when 'u' then '#' else field || ':' end || word))
from location_word where field not in ('nn', 'hs')
group by tenant_id, location_id;

analyze contact_words;
analyze record_words;

insert into search_document (tenant_id, kind, id, words, contacts)
select tenant_id, kind, id,
    coalesce(words, '') || array_to_tsvector(array[left(kind, 1) || tenant_id || ':@' || id / 4096]), coalesce(contacts, '')
from (select tenant_id, 'customer' as kind, id from customer union all select tenant_id, 'location', id from location) r
left join record_words using (tenant_id, kind, id)
left join contact_words using (tenant_id, kind, id);

insert into search_word (tenant_id, word)
select tenant_id, word from (
    select tenant_id, field, word from customer_vocabulary
    union all
    select tenant_id, field, word from location_vocabulary
) known
where length(word) >= 3 and word !~ '^[0-9]*$' and field not in ('nn', 'hs')
group by tenant_id, word;

-- What SQL can't make, such as the ends of words in scripts without spaces, is made once the records are read again.
insert into understanding (tenant_id, version) select tenant_id, 1 from tenant
on conflict do nothing;

alter table tenant force row level security;
alter table understanding force row level security;
alter table customer force row level security;
alter table location force row level security;
alter table customer_word force row level security;
alter table location_word force row level security;
alter table customer_vocabulary force row level security;
alter table location_vocabulary force row level security;
alter table contact_point force row level security;

call protect_tenant_table('search_word', 'select, insert');

-- The index is built in memory as far as that goes.
set local maintenance_work_mem = '256MB';

-- One index: what an index of the company and the kind would add stands in each lexeme. Without a list of what is pending
-- every search costs the same, and nobody's change pays for those of others.
create index search_document_by_lexeme on search_document using gin ((words || contacts)) with (fastupdate = off);

-- Behind a policy the text is a filter and never a condition of the index, since comparing texts might leak. So this table
-- belongs to a role that owns nothing else and is held by its policy alone where it is not the owner, and one function,
-- which runs as that role, asks the index. It names the company itself.
alter table search_document enable row level security;
create policy tenant_only on search_document
    using (tenant_id = nullif(current_setting('callboard.tenant', true), '')::bigint)
    with check (tenant_id = nullif(current_setting('callboard.tenant', true), '')::bigint);
grant select, insert, update, delete on search_document to callboard_app;

-- "Is true" leaves the index of the lexemes as the only one that could serve: another would read the whole company.
create function search_documents(query tsquery, kind text, most int) returns setof bigint
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
    set enable_seqscan = off
    as $$
    select d.id
    from public.search_document d
    where d.words || d.contacts @@ $1
        and (d.tenant_id = (select public.callboard_tenant())) is true
        and (d.kind = $2) is true
    limit $3
$$;

comment on function search_documents(tsquery, text, int) is
    'The ids of the company''s records of a kind whose documents match, in no order, at most so many.';

revoke all on function search_documents(tsquery, text, int) from public;
grant execute on function search_documents(tsquery, text, int) to callboard_app;

grant create on schema public to callboard_search;
alter table search_document owner to callboard_search;
alter function search_documents(tsquery, text, int) owner to callboard_search;
revoke create on schema public from callboard_search;
