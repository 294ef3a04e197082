package org.callboard.duplicates;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.callboard.database.RecordMapper;
import org.callboard.details.RecordKind;
import org.callboard.duplicates.DuplicatePairs.After;
import org.callboard.duplicates.DuplicatePairs.Counts;
import org.callboard.matches.Band;
import org.callboard.matches.MatchScore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads the pairs for people, and keeps what they decide. */
@Repository
class DuplicatePairStore {

    private static final RecordMapper<DuplicatePair> PAIRS = RecordMapper.of(DuplicatePair.class);

    /** Both are in use: the search may not know yet that one is not. */
    private static final String IN_USE = """
            and exists (select from KIND r where r.tenant_id = :tenant and r.id = low_id and r.active)
            and exists (select from KIND r where r.tenant_id = :tenant and r.id = high_id and r.active)
            """;

    private final JdbcClient jdbc;

    DuplicatePairStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Counts counts(RecordKind kind, long tenant) {
        return of(kind, tenant, """
                select count(*) filter (where score >= :veryLikely),
                    count(*) filter (where score >= :likely and score < :veryLikely), count(*) filter (where score < :likely)
                from duplicate_pair where tenant_id = :tenant and kind = :kind and state = 'Open'
                """)
                .param("veryLikely", Band.VeryLikely.from())
                .param("likely", Band.Likely.from())
                .query((row, number) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    List<DuplicatePair> open(RecordKind kind, long tenant, Band band, @Nullable After after, int most) {
        After from = after == null ? new After(Integer.MAX_VALUE, 0, 0) : after;
        return of(kind, tenant, PAIRS.sql("""
                select COLUMNS from duplicate_pair
                where tenant_id = :tenant and kind = :kind and state = 'Open' and score >= :least and score <= :highest
                    and (score < :score or (low_id, high_id) > (:low, :high))
                """ + kind.sql(IN_USE) + "order by score desc, low_id, high_id limit :most"))
                .param("least", band.from())
                .param("highest", Math.min(band.to(), from.score()))
                .param("score", from.score())
                .param("low", from.lowId())
                .param("high", from.highId())
                .param("most", most)
                .query(PAIRS.rows())
                .list();
    }

    List<DuplicatePair> of(RecordKind kind, long tenant, long id, int least, int most) {
        return of(kind, tenant, PAIRS.sql("""
                select COLUMNS from duplicate_pair
                where tenant_id = :tenant and kind = :kind and (low_id = :id or high_id = :id) and state = 'Open'
                    and score >= :least
                """ + kind.sql(IN_USE) + "order by score desc, low_id, high_id limit :most"))
                .param("id", id)
                .param("least", least)
                .param("most", most)
                .query(PAIRS.rows())
                .list();
    }

    Optional<DuplicatePair> among(RecordKind kind, long tenant, Collection<Long> ids, int least) {
        return of(kind, tenant, PAIRS.sql("""
                select COLUMNS from duplicate_pair
                where tenant_id = :tenant and kind = :kind and low_id = any(:ids) and high_id = any(:ids)
                    and state = 'Open' and score >= :least
                """ + kind.sql(IN_USE) + "order by score desc, low_id, high_id limit 1"))
                .param("ids", ids.toArray(Long[]::new))
                .param("least", least)
                .query(PAIRS.rows())
                .optional();
    }

    Optional<DuplicatePair> find(RecordKind kind, long tenant, long low, long high) {
        return one(kind, tenant, low, high, PAIRS.sql("""
                select COLUMNS from duplicate_pair
                where tenant_id = :tenant and kind = :kind and low_id = :low and high_id = :high
                """)).query(PAIRS.rows()).optional();
    }

    /** What speaks for a pair counts as known from now on, also where it comes to speak less for it. */
    boolean dismiss(RecordKind kind, long tenant, long low, long high, String by, Instant on, @Nullable String note) {
        Optional<List<String>> known = one(kind, tenant, low, high, """
                select fingerprint from duplicate_pair
                where tenant_id = :tenant and kind = :kind and low_id = :low and high_id = :high and state <> 'Merged'
                for update
                """)
                .query((row, number) ->
                        List.of((String[]) row.getArray("fingerprint").getArray()))
                .optional();
        return known.isPresent()
                && one(kind, tenant, low, high, """
                                update duplicate_pair set state = 'NotDuplicate', decided_by = :by, decided_on = :on,
                                    note = :note, dismissed_fingerprint = array(
                                        select unnest(coalesce(dismissed_fingerprint, '{}')) union select unnest(:known::text[]))
                                where tenant_id = :tenant and kind = :kind and low_id = :low and high_id = :high
                                """)
                                .param("by", by)
                                .param("on", on.atOffset(ZoneOffset.UTC))
                                .param("note", note)
                                .param("known", MatchScore.andLess(known.get()).toArray(String[]::new))
                                .update()
                        > 0;
    }

    boolean reopen(RecordKind kind, long tenant, long low, long high) {
        return one(kind, tenant, low, high, """
                        update duplicate_pair
                        set state = 'Open', decided_by = null, decided_on = null, note = null, dismissed_fingerprint = null
                        where tenant_id = :tenant and kind = :kind and low_id = :low and high_id = :high
                            and state = 'NotDuplicate'
                        """).update() > 0;
    }

    /** The removed one's own rows stay for an undo: whoever is not in use is shown nowhere. */
    void merged(RecordKind kind, long tenant, long kept, long removed) {
        for (String statement : List.of("""
                insert into duplicate_pair as pair (tenant_id, kind, low_id, high_id, score, reasons, fingerprint,
                    dismissed_fingerprint, state, decided_by, decided_on, note, found_on)
                select tenant_id, kind, least(:kept, low_id + high_id - :removed), greatest(:kept, low_id + high_id - :removed),
                    score, reasons, '{}', dismissed_fingerprint, state, decided_by, decided_on, note, found_on
                from duplicate_pair
                where tenant_id = :tenant and kind = :kind and (low_id = :removed or high_id = :removed)
                    and low_id <> :kept and high_id <> :kept and state = 'NotDuplicate'
                order by low_id, high_id
                on conflict (tenant_id, kind, low_id, high_id) do update
                set dismissed_fingerprint = array(select unnest(coalesce(pair.dismissed_fingerprint, '{}'))
                        union select unnest(excluded.dismissed_fingerprint)),
                    state = case when pair.fingerprint <@ (coalesce(pair.dismissed_fingerprint, '{}')
                        || excluded.dismissed_fingerprint) then 'NotDuplicate' else 'Open' end,
                    decided_by = coalesce(pair.decided_by, excluded.decided_by),
                    decided_on = coalesce(pair.decided_on, excluded.decided_on), note = coalesce(pair.note, excluded.note)
                where pair.state <> 'Merged'
                """, """
                update duplicate_pair set state = 'Merged'
                where tenant_id = :tenant and kind = :kind
                    and low_id = least(:kept, :removed) and high_id = greatest(:kept, :removed)
                """)) {
            of(kind, tenant, statement)
                    .param("kept", kept)
                    .param("removed", removed)
                    .update();
        }
    }

    /** What was decided about the removed one alone is no more the kept one's. */
    void unmerged(RecordKind kind, long tenant, long kept, long removed) {
        for (String statement : List.of("""
                delete from duplicate_pair pair using duplicate_pair own
                where own.tenant_id = :tenant and own.kind = :kind and (own.low_id = :removed or own.high_id = :removed)
                    and own.low_id <> :kept and own.high_id <> :kept and own.state = 'NotDuplicate'
                    and pair.tenant_id = :tenant and pair.kind = :kind
                    and pair.low_id = least(:kept, own.low_id + own.high_id - :removed)
                    and pair.high_id = greatest(:kept, own.low_id + own.high_id - :removed)
                    and (pair.decided_by, pair.decided_on) = (own.decided_by, own.decided_on)
                """, """
                update duplicate_pair set state = 'Open'
                where tenant_id = :tenant and kind = :kind and state = 'Merged'
                    and low_id = least(:kept, :removed) and high_id = greatest(:kept, :removed)
                """)) {
            of(kind, tenant, statement)
                    .param("kept", kept)
                    .param("removed", removed)
                    .update();
        }
    }

    private StatementSpec one(RecordKind kind, long tenant, long low, long high, String sql) {
        return of(kind, tenant, sql).param("low", low).param("high", high);
    }

    private StatementSpec of(RecordKind kind, long tenant, String sql) {
        return jdbc.sql(sql).param("tenant", tenant).param("kind", kind.word());
    }
}
