package org.callboard.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.callboard.records.RecordKind;
import org.callboard.search.Typed.ContactRange;
import org.jspecify.annotations.Nullable;

/** The text of the statement of {@link Candidates}, written with {@code KIND}. */
final class CandidateSql {

    static final List<Field> FIELDS =
            List.of(Field.NAME, Field.STREET, Field.UNIT, Field.ZIP, Field.CITY, Field.STATE, Field.COUNTRY);

    /** What begins with so many digits is not a beginning of an id any more. */
    private static final long LONG_ID = 100_000_000;

    private CandidateSql() {}

    /** The statement; it needs {@code tenant}, {@code walk} and {@code most} beside what is put into the parameters. */
    static String of(RecordKind kind, List<Typed> pieces, int lead, @Nullable Atom pair, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            conditions.add(condition(pieces.get(i), i, params));
        }
        List<String> found = new ArrayList<>();
        if (pair != null) {
            found.add(where(words("pair", pair.field(), pair.words(), params), conditions));
        }
        Typed leading = pieces.get(lead);
        List<String> others = new ArrayList<>(conditions);
        if (leading.words().size() <= 1) {
            others.remove(lead);
        }
        sources(leading, lead, pieces.size() == 1, params).forEach(source -> found.add(where(source, others)));
        return "with found as materialized (select id from (" + String.join(" union all ", found) + ") f limit :most) "
                + select(kind);
    }

    private static String where(String source, List<String> conditions) {
        String all = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return "(select d.id from (" + source + ") d" + all + ")";
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

    /** Where the ids of the leading piece come from: names first, then contacts, then addresses. */
    private static List<String> sources(Typed piece, int number, boolean alone, Map<String, Object> params) {
        List<String> sources = new ArrayList<>();
        if (piece.id() != null) {
            sources.add("select :id" + number + "::bigint as id");
        }
        List<String> addresses = new ArrayList<>();
        if (!piece.words().isEmpty()) {
            String word = longest(piece.words());
            int place = piece.words().indexOf(word);
            for (Field field : FIELDS) {
                List<String> list = field == Field.NAME ? sources : addresses;
                list.add("""
                        select d.KIND_id as id from KIND_word d where d.tenant_id = :tenant and d.field = '%s'
                            and d.word >= :start%2$d_%3$d and d.word < :end%2$d_%3$d
                        order by d.word, d.KIND_id limit :walk
                        """.formatted(field.code, number, place));
                List<String> insteads = piece.asked(field, word).insteads();
                if (!insteads.isEmpty()) {
                    list.add(words(field.code + number, field, insteads, params));
                }
            }
        }
        for (int i = 0; i < piece.contactRanges().size(); i++) {
            sources.add("""
                    select k.KIND_id as id from KIND_contact k where k.tenant_id = :tenant and k.active
                        and k.%1$s >= :from%2$d_%3$d and k.%1$s < :to%2$d_%3$d
                    order by k.%1$s limit :walk
                    """.formatted(piece.contactRanges().get(i).column(), number, i));
        }
        sources.addAll(addresses);
        if (alone && piece.id() != null && piece.id() > 0 && piece.id() < LONG_ID) {
            sources.add("""
                    select r.id from generate_series(1, 7) e cross join lateral (
                        select r.id from KIND r where r.tenant_id = :tenant
                            and r.id >= :id%1$d * (10 ^ e)::bigint and r.id < (:id%1$d + 1) * (10 ^ e)::bigint
                        order by r.id limit 10) r
                    """.formatted(number));
        }
        return sources;
    }

    private static String words(String name, Field field, List<String> words, Map<String, Object> params) {
        params.put(name, words.toArray(String[]::new));
        return """
                select w.id from unnest(:%s::text[]) x (word) cross join lateral (
                    select d.KIND_id as id from KIND_word d
                    where d.tenant_id = :tenant and d.field = '%s' and d.word = x.word
                    order by d.KIND_id limit :walk) w
                """.formatted(name, field.code);
    }

    private static String longest(Collection<String> words) {
        return words.stream().reduce("", (a, b) -> b.length() > a.length() ? b : a);
    }

    /** Whether the record {@code d.id} fits a piece. */
    private static String condition(Typed piece, int number, Map<String, Object> params) {
        List<String> ways = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < piece.words().size(); i++) {
            words.add(word(piece, piece.words().get(i), number + "_" + i, params));
        }
        if (!words.isEmpty()) {
            ways.add("(" + String.join(" and ", words) + ")");
        }
        List<String> columns = new ArrayList<>();
        List<ContactRange> ranges = piece.contactRanges();
        for (int i = 0; i < ranges.size(); i++) {
            params.put("from" + number + "_" + i, ranges.get(i).start());
            params.put("to" + number + "_" + i, ranges.get(i).end());
            columns.add("(k.%1$s >= :from%2$d_%3$d and k.%1$s < :to%2$d_%3$d)"
                    .formatted(ranges.get(i).column(), number, i));
        }
        if (!columns.isEmpty()) {
            ways.add(
                    "exists (select from KIND_contact k where k.tenant_id = :tenant and k.KIND_id = d.id and k.active and ("
                            + String.join(" or ", columns) + "))");
        }
        if (piece.id() != null) {
            params.put("id" + number, piece.id());
            ways.add("d.id = :id" + number);
        }
        return "(" + String.join(" or ", ways) + ")";
    }

    private static String word(Typed piece, String word, String number, Map<String, Object> params) {
        Asked asked = piece.asked(Field.NAME, word);
        params.put("start" + number, asked.text());
        params.put("end" + number, asked.end());
        StringBuilder fits = new StringBuilder(
                "p.word >= :start" + number + " and p.word < :end" + number + " and p.field not in ('nn', 'hs')");
        for (Field field : FIELDS) {
            List<String> insteads = piece.asked(field, word).insteads();
            if (!insteads.isEmpty()) {
                params.put(field.code + "_" + number, insteads.toArray(String[]::new));
                fits.append(
                        " or p.field = '%s' and p.word = any(:%s)".formatted(field.code, field.code + "_" + number));
            }
        }
        return "exists (select from KIND_word p where p.tenant_id = :tenant and p.KIND_id = d.id and (" + fits + "))";
    }
}
