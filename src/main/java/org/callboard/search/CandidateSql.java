package org.callboard.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.details.RecordKind;
import org.callboard.search.Typed.ContactRange;
import org.jspecify.annotations.Nullable;

/**
 * The statement that finds the records which fit all pieces of what was typed. Its sub-selects are kept apart from each
 * other ({@code materialized}, {@code offset 0}), so that none of them is turned into a walk through all that has a word:
 * not even to look one record up, which PostgreSQL 18 would do by skipping through the index of the words.
 */
final class CandidateSql {

    static final List<Field> FIELDS =
            List.of(Field.NAME, Field.STREET, Field.UNIT, Field.ZIP, Field.CITY, Field.STATE, Field.COUNTRY);

    /** What begins with so many digits is not a beginning of an id any more. */
    private static final long LONG_ID = 100_000_000;

    /**
     * How to go about it.
     *
     * @param lead the piece whose records are walked through; -1 where only the pair's are
     * @param pair two words that are kept together
     * @param sets pieces whose records are few enough to be gathered and compared; the others are looked up one by one
     * @param walk how far each index is followed
     * @param most how many records are wanted
     */
    record Plan(int lead, @Nullable Atom pair, Set<Integer> sets, int walk, int most) {}

    private final List<Typed> pieces;
    private final Plan plan;

    /** What to bind beside the tenant. */
    final Map<String, Object> params = new HashMap<>();

    /** The text, written with {@code KIND}. */
    final String text;

    CandidateSql(RecordKind kind, List<Typed> pieces, Plan plan) {
        this.pieces = pieces;
        this.plan = plan;
        params.put("walk", plan.walk);
        params.put("most", plan.most);
        this.text = statement(kind);
    }

    private String statement(RecordKind kind) {
        StringBuilder with = new StringBuilder("with ");
        for (int i : plan.sets) {
            with.append("set%d as materialized (%s), ".formatted(i, union(sources(i, "set" + i))));
        }
        List<String> sources = new ArrayList<>();
        if (plan.pair != null) {
            sources.add(words("pair", plan.pair.field(), plan.pair.words()));
        }
        if (plan.lead >= 0) {
            sources.addAll(sources(plan.lead, "lead"));
        }
        return with + """
                found as materialized (
                    select c.id from (
                        select d.id from (%s) d where %s offset 0) c
                    where %s limit :most)
                """.formatted(union(sources), inSets(), fits()) + select(kind);
    }

    private static String union(List<String> sources) {
        return String.join(
                " union all ",
                sources.stream().map(source -> "(" + source + ")").toList());
    }

    /** "Is true" keeps PostgreSQL from joining the set, which it takes for small, row by row; it hashes it instead. */
    private String inSets() {
        return plan.sets.isEmpty()
                ? "true"
                : String.join(
                        " and ",
                        plan.sets.stream()
                                .map(i -> "(d.id in (select id from set" + i + ")) is true")
                                .toList());
    }

    /** The pieces that must be looked up in each record: all but those that brought it here. */
    private String fits() {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            boolean known = plan.sets.contains(i)
                    || plan.lead == i && pieces.get(i).words().size() <= 1;
            if (!known) {
                conditions.add(condition(pieces.get(i), i));
            }
        }
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    private static String select(RecordKind kind) {
        return kind == RecordKind.Customer ? """
                select r.*, r.id as customer_id, false as repeats from customer r
                where r.tenant_id = :tenant and r.id = any(array(select distinct id from found))
                """ : """
                select r.*, c.do_not_service,
                    (r.name, r.street, r.unit, r.city, r.state, r.zip)
                        is not distinct from (c.name, c.street, c.unit, c.city, c.state, c.zip) as repeats
                from location r
                join customer c on c.tenant_id = :tenant and c.id = r.customer_id
                where r.tenant_id = :tenant and r.id = any(array(select distinct id from found))
                """;
    }

    /** Where the ids of a piece come from: its id, names, contacts, then addresses. */
    private List<String> sources(int number, String name) {
        Typed piece = pieces.get(number);
        List<String> sources = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        if (piece.id() != null) {
            params.put("id" + number, piece.id());
            sources.add("select :id" + number + "::bigint as id");
        }
        if (!piece.words().isEmpty()) {
            String word = piece.words().stream().reduce("", (a, b) -> b.length() > a.length() ? b : a);
            params.put(name + "_start", word);
            params.put(name + "_end", piece.asked(Field.NAME, word).end());
            sources.add(beginning(name, "n"));
            addresses.add(beginning(name, "s,u,z,c,t,y"));
            for (Field field : FIELDS) {
                List<String> insteads = piece.asked(field, word).insteads();
                if (!insteads.isEmpty()) {
                    addresses.add(words(name + "_" + field.code, field, insteads));
                }
            }
        }
        List<ContactRange> ranges = piece.contactRanges();
        for (int i = 0; i < ranges.size(); i++) {
            params.put("from" + number + "_" + i, ranges.get(i).start());
            params.put("to" + number + "_" + i, ranges.get(i).end());
            sources.add("""
                    select k.owner_id as id from contact_point k
                    where k.tenant_id = :tenant and k.owner_kind = 'KIND'
                        and k.%1$s >= :from%2$d_%3$d and k.%1$s < :to%2$d_%3$d
                    order by k.%1$s limit :walk
                    """.formatted(ranges.get(i).column(), number, i));
        }
        sources.addAll(addresses);
        if (pieces.size() == 1 && piece.id() != null && piece.id() > 0 && piece.id() < LONG_ID) {
            sources.add("""
                    select r.id from generate_series(1, 7) e cross join lateral (
                        select r.id from KIND r where r.tenant_id = :tenant
                            and r.id >= :id%1$d * (10 ^ e)::bigint and r.id < (:id%1$d + 1) * (10 ^ e)::bigint
                        order by r.id limit 10) r
                    """.formatted(number));
        }
        return sources;
    }

    private static String beginning(String name, String fields) {
        return """
                select w.id from unnest('{%1$s}'::text[]) f (field) cross join lateral (
                    select d.KIND_id as id from KIND_word d
                    where d.tenant_id = :tenant and d.field = f.field and d.word >= :%2$s_start and d.word < :%2$s_end
                    order by d.word, d.KIND_id limit :walk) w
                """.formatted(fields, name);
    }

    private String words(String name, Field field, List<String> words) {
        params.put(name, words.toArray(String[]::new));
        return """
                select w.id from unnest(:%s::text[]) x (word) cross join lateral (
                    select d.KIND_id as id from KIND_word d
                    where d.tenant_id = :tenant and d.field = '%s' and d.word = x.word
                    order by d.KIND_id limit :walk) w
                """.formatted(name, field.code);
    }

    /** Whether the record {@code c.id} fits a piece. */
    private String condition(Typed piece, int number) {
        List<String> ways = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < piece.words().size(); i++) {
            words.add(word(piece, piece.words().get(i), "word" + number + "_" + i));
        }
        if (!words.isEmpty()) {
            ways.add("(" + String.join(" and ", words) + ")");
        }
        List<String> columns = new ArrayList<>();
        List<ContactRange> ranges = piece.contactRanges();
        for (int i = 0; i < ranges.size(); i++) {
            params.put("from" + number + "_" + i, ranges.get(i).start());
            params.put("to" + number + "_" + i, ranges.get(i).end());
            columns.add("k.%1$s >= :from%2$d_%3$d and k.%1$s < :to%2$d_%3$d"
                    .formatted(ranges.get(i).column(), number, i));
        }
        if (!columns.isEmpty()) {
            ways.add("""
                    exists (
                        select from contact_point k
                        where k.tenant_id = :tenant and k.owner_kind = 'KIND' and k.owner_id = c.id
                            and (%s) offset 0)
                    """.formatted(String.join(" or ", columns)));
        }
        if (piece.id() != null) {
            params.put("id" + number, piece.id());
            ways.add("c.id = :id" + number);
        }
        return "(" + String.join(" or ", ways) + ")";
    }

    private String word(Typed piece, String word, String name) {
        params.put(name + "_start", word);
        params.put(name + "_end", piece.asked(Field.NAME, word).end());
        StringBuilder fits = new StringBuilder("p.word >= :%1$s_start and p.word < :%1$s_end".formatted(name));
        for (Field field : FIELDS) {
            List<String> insteads = piece.asked(field, word).insteads();
            if (!insteads.isEmpty()) {
                params.put(name + "_" + field.code, insteads.toArray(String[]::new));
                fits.append(" or p.field = '%1$s' and p.word = any(:%2$s_%1$s)".formatted(field.code, name));
            }
        }
        return """
                exists (
                    select from (
                        select field, word from KIND_word
                        where tenant_id = :tenant and KIND_id = c.id offset 0) p
                    where p.field not in ('nn', 'hs') and (%s) offset 0)
                """.formatted(fits);
    }
}
