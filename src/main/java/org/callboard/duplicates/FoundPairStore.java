package org.callboard.duplicates;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.callboard.database.RecordMapper;
import org.callboard.details.RecordKind;
import org.callboard.matches.MatchReason;
import org.callboard.matches.ScoredPair;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Keeps the pairs that the search finds. */
@Repository
class FoundPairStore {

    /** The ids of two records. */
    record Key(long lowId, long highId) {}

    private static final RecordMapper<Key> KEYS = RecordMapper.of(Key.class);

    /** What becomes of a pair by what speaks for it now: what was said of it holds until something new does. */
    private static final String STATE = """
            case when pair.dismissed_fingerprint is null then 'Open'
                when NOW <@ pair.dismissed_fingerprint then 'NotDuplicate' else 'Open' end""";

    private final JdbcClient jdbc;

    FoundPairStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those to be looked at whose lower id is one of some. */
    Set<Key> openFrom(RecordKind kind, long tenant, Collection<Long> ids) {
        return open(kind, tenant, ids, "low_id = i.id");
    }

    /** Those to be looked at in which one of some records is. */
    Set<Key> openWith(RecordKind kind, long tenant, Collection<Long> ids) {
        Set<Key> keys = new HashSet<>(open(kind, tenant, ids, "low_id = i.id"));
        keys.addAll(open(kind, tenant, ids, "high_id = i.id"));
        return keys;
    }

    private Set<Key> open(RecordKind kind, long tenant, Collection<Long> ids, String which) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(of(kind, tenant, """
                        select p.low_id, p.high_id from unnest(:ids::bigint[]) as i (id)
                        cross join lateral (
                            select low_id, high_id from duplicate_pair
                            where tenant_id = :tenant and kind = :kind and WHICH and state = 'Open' offset 0) p
                        """.replace("WHICH", which))
                        .param("ids", ids.toArray(Long[]::new))
                        .query(KEYS.rows())
                        .list());
    }

    /**
     * Writes what was found. What nobody finds any more is gone; only that somebody said that they are two is kept.
     *
     * @param before what was to be looked at of the same records
     */
    void put(RecordKind kind, long tenant, List<ScoredPair> found, Set<Key> before, Instant now) {
        Set<Key> gone = new HashSet<>(before);
        found.forEach(pair -> gone.remove(new Key(pair.low(), pair.high())));
        if (!gone.isEmpty()) {
            remove(kind, tenant, gone);
        }
        if (!found.isEmpty()) {
            write(kind, tenant, found, now);
        }
    }

    private void remove(RecordKind kind, long tenant, Set<Key> gone) {
        List<Key> keys = List.copyOf(gone);
        for (String statement : List.of("""
                update duplicate_pair pair set state = 'NotDuplicate', fingerprint = '{}'
                from unnest(:lows::bigint[], :highs::bigint[]) as g (low, high)
                where pair.tenant_id = :tenant and pair.kind = :kind and pair.low_id = g.low and pair.high_id = g.high
                    and pair.dismissed_fingerprint is not null
                """, """
                delete from duplicate_pair pair
                using unnest(:lows::bigint[], :highs::bigint[]) as g (low, high)
                where pair.tenant_id = :tenant and pair.kind = :kind and pair.low_id = g.low and pair.high_id = g.high
                    and pair.dismissed_fingerprint is null
                """)) {
            of(kind, tenant, statement)
                    .param("lows", keys.stream().map(Key::lowId).toArray(Long[]::new))
                    .param("highs", keys.stream().map(Key::highId).toArray(Long[]::new))
                    .update();
        }
    }

    private void write(RecordKind kind, long tenant, List<ScoredPair> found, Instant now) {
        List<ScoredPair> pairs = found.stream()
                .sorted(Comparator.comparing(ScoredPair::low).thenComparing(ScoredPair::high))
                .toList();
        of(kind, tenant, """
                insert into duplicate_pair as pair (
                    tenant_id, kind, low_id, high_id, score, reasons, fingerprint, found_on)
                select :tenant, :kind, low, high, score, string_to_array(reasons, ','), string_to_array(marks, ','), :now
                from unnest(:lows::bigint[], :highs::bigint[], :scores::integer[], :reasons::text[], :marks::text[])
                    as f (low, high, score, reasons, marks)
                on conflict (tenant_id, kind, low_id, high_id) do update
                set score = excluded.score, reasons = excluded.reasons, fingerprint = excluded.fingerprint, state = STATE
                where pair.state <> 'Merged' and (pair.score, pair.reasons, pair.fingerprint)
                    is distinct from (excluded.score, excluded.reasons, excluded.fingerprint)
                """.replace("STATE", STATE.replace("NOW", "excluded.fingerprint")))
                .param("lows", pairs.stream().map(ScoredPair::low).toArray(Long[]::new))
                .param("highs", pairs.stream().map(ScoredPair::high).toArray(Long[]::new))
                .param(
                        "scores",
                        pairs.stream().map(pair -> pair.likelihood().score()).toArray(Integer[]::new))
                .param(
                        "reasons",
                        texts(
                                pairs,
                                pair -> pair.likelihood().reasons().stream()
                                        .map(MatchReason::name)
                                        .toList()))
                .param(
                        "marks",
                        texts(
                                pairs,
                                pair -> pair.likelihood().fingerprint().stream()
                                        .sorted()
                                        .toList()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String[] texts(List<ScoredPair> pairs, Function<ScoredPair, Collection<String>> words) {
        return pairs.stream().map(pair -> String.join(",", words.apply(pair))).toArray(String[]::new);
    }

    private StatementSpec of(RecordKind kind, long tenant, String sql) {
        return jdbc.sql(sql).param("tenant", tenant).param("kind", kind.word());
    }
}
