package org.callboard.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.callboard.contactpoints.ContactOwner;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents, the words of all of them, and doors. What is found in them is read elsewhere. */
@Repository
class SearchDocumentStore {

    /** A record. */
    record Key(ContactOwner kind, long id) {}

    /**
     * What a record is found by beside its numbers and addresses.
     *
     * @param words its words as a tsvector
     * @param doors of a location: its house number with words of its street
     * @param postcode in which these are
     */
    record Content(String words, Set<String> doors, String postcode) {}

    /**
     * What is to be a record's document.
     *
     * @param content null where it stays, and where a record without a document has none afterwards
     */
    record Change(Key of, @Nullable Content content) {}

    /** So much of numbers and addresses fits a document, which PostgreSQL limits to 1 MB; the later ones are left out. */
    private static final int MOST_CONTACTS = 200_000;

    private static final String PUT = """
            with DOORS, known as (
                insert into search_word (tenant_id, word)
                select :tenant, word from unnest(:words::text[]) w (word) order by word
                on conflict do nothing
            )
            insert into search_document (tenant_id, kind, id, words, contacts)
            select :tenant, g.kind, g.id, w.words, coalesce(c.contacts, '')
            from unnest(:kinds::text[], :ids::bigint[], :prefixes::text[], :documents::text[])
                as g (kind, id, prefix, document)
            cross join lateral (
                select coalesce(g.document::tsvector, (
                    select d.words from search_document d
                    where d.tenant_id = :tenant and d.kind = g.kind and d.id = g.id)) as words
            ) w
            cross join lateral (
                select array_to_tsvector(array_agg(distinct g.prefix || l.lexeme)) as contacts
                from (
                    select p.*, sum(octet_length(p.form) + 20) over (order by p.entry_id, p.position) as bytes
                    from contact_point p
                    where p.tenant_id = :tenant and p.owner_kind = g.kind and p.owner_id = g.id
                ) p
                cross join lateral unnest(contact_lexemes(p.email, p.middle, p.tail, p.reversed)) l (lexeme)
                where p.bytes < :most
            ) c
            where w.words is not null
            order by g.kind, g.id
            on conflict (tenant_id, kind, id) do update set words = excluded.words, contacts = excluded.contacts
            where (search_document.words, search_document.contacts) is distinct from (excluded.words, excluded.contacts)
            """.replace("DOORS", Doors.WITH);

    private final JdbcClient jdbc;

    SearchDocumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes documents, doors and the words that the company's records have, in one statement. The lexemes of numbers and
     * addresses are made of those on record.
     */
    void put(long tenant, Collection<Change> documents, Set<String> words) {
        List<Key> records = documents.stream().map(Change::of).toList();
        Doors doors = new Doors();
        for (Change document : documents) {
            Content content = document.content;
            if (content != null && document.of.kind == ContactOwner.location) {
                doors.add(document.of.id, content.doors, content.postcode);
            }
        }
        jdbc.sql(PUT)
                .params(doors.params())
                .param("tenant", tenant)
                .param("words", words.toArray(String[]::new))
                .param("kinds", kinds(records))
                .param("ids", ids(records))
                .param(
                        "prefixes",
                        records.stream()
                                .map(record -> Lexemes.of(record.kind, tenant).prefix())
                                .toArray(String[]::new))
                .param(
                        "documents",
                        documents.stream()
                                .map(document -> document.content == null ? null : document.content.words)
                                .toArray(String[]::new))
                .param("most", MOST_CONTACTS)
                .update();
    }

    void remove(long tenant, Collection<Key> records) {
        jdbc.sql("""
                delete from search_document d using unnest(:kinds::text[], :ids::bigint[]) as g (kind, id)
                where d.tenant_id = :tenant and d.kind = g.kind and d.id = g.id
                """)
                .param("tenant", tenant)
                .param("kinds", kinds(records))
                .param("ids", ids(records))
                .update();
    }

    private static String[] kinds(Collection<Key> records) {
        return records.stream().map(record -> record.kind.name()).toArray(String[]::new);
    }

    private static Long[] ids(Collection<Key> records) {
        return records.stream().map(Key::id).toArray(Long[]::new);
    }
}
