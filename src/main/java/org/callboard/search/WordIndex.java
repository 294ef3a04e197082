package org.callboard.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.details.Owned;
import org.callboard.details.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the words of customers and locations. They belong to the change that makes them: whoever writes a name or an
 * address puts its words in the same transaction, holding the record's row.
 */
@Repository
public class WordIndex {

    private final JdbcClient jdbc;

    WordIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets the words of records, new ones and changed ones, in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(RecordKind kind, long tenant, List<Owned<Findable>> records) {
        if (records.isEmpty()) {
            return;
        }
        Map<Long, Set<Words.Word>> words = new LinkedHashMap<>();
        records.forEach(record -> words.put(record.owner(), new LinkedHashSet<>(Words.of(record.what()))));
        List<Long> owners = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        words.forEach((owner, all) -> all.forEach(word -> {
            owners.add(owner);
            fields.add(word.field());
            texts.add(word.text());
        }));
        boolean locations = kind == RecordKind.Location;
        Doors doors = new Doors();
        if (locations) {
            records.forEach(record -> doors.add(
                    new Owned<>(record.owner(), record.what().address()),
                    Words.doors(words.getOrDefault(record.owner(), Set.of()))));
        }
        StatementSpec statement = jdbc.sql(kind.sql("""
                with DOORS given as (
                    select owner, field, word
                    from unnest(:owners::bigint[], :fields::text[], :words::text[]) as g (owner, field, word)
                ), gone as (
                    delete from KIND_word w
                    where w.tenant_id = :tenant and w.KIND_id = any(:records)
                        and not exists (
                            select from given g where g.owner = w.KIND_id and g.field = w.field and g.word = w.word)
                ), fresh as (
                    insert into KIND_vocabulary (tenant_id, field, word)
                    select distinct :tenant::bigint, field, word from given g
                    where field not in ('nn', 'hs') and not exists (
                        select from KIND_vocabulary v
                        where v.tenant_id = :tenant and v.field = g.field and v.word = g.word)
                )
                insert into KIND_word (tenant_id, KIND_id, field, word)
                select :tenant, owner, field, word from given
                on conflict do nothing
                """.replace("DOORS", locations ? Doors.WITH + ", " : "")));
        (locations ? doors.bind(statement) : statement)
                .param("owners", owners.toArray(Long[]::new))
                .param("fields", fields.toArray(String[]::new))
                .param("words", texts.toArray(String[]::new))
                .param("tenant", tenant)
                .param("records", words.keySet().toArray(Long[]::new))
                .update();
    }
}
