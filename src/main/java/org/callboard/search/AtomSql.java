package org.callboard.search;

import java.util.List;
import org.callboard.platform.Where;
import org.callboard.records.RecordKind;

/**
 * The condition that a record has certain words. The ids come from a sub-select of its own, an array to the rest of the
 * statement: PostgreSQL then fetches them by their key, whatever it believes about how many there are. {@code offset 0}
 * keeps it from gathering all that has a word, to look one record up.
 */
final class AtomSql {

    private AtomSql() {}

    /** A condition over {@code id}. It binds the words; {@code found}, how many to look at, is left to be bound where they are not broad. */
    static String in(RecordKind kind, Where where, Atom first, List<Atom> others) {
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < others.size(); i++) {
            String words = others.get(i).isBroad()
                    ? "(select field, word from KIND_word where tenant_id = :tenant and KIND_id = d.KIND_id offset 0) p"
                            + " where %s"
                    : "KIND_word p where p.tenant_id = :tenant and p.KIND_id = d.KIND_id and %s";
            rest.append(kind.sql(" and exists (select from " + words + " offset 0)")
                    .formatted(is("p", where, others.get(i), i + 1)));
        }
        if (first.isBroad()) {
            return kind.sql("""
                    id in (select d.KIND_id from KIND_word d where d.tenant_id = :tenant and %s%s)
                    """).formatted(is("d", where, first, 0), rest);
        }
        String direction = where.sort().descending() ? " desc" : "";
        where.bind("words0", first.words().toArray(String[]::new));
        return kind.sql("""
                id = any(array(
                    select distinct o.owner from unnest(:words0::text[]) x (word)
                    cross join lateral (
                        select d.KIND_id as owner from KIND_word d
                        where d.tenant_id = :tenant and d.field = '%1$s' and d.word = x.word %2$s
                        order by d.KIND_id%3$s limit :found) o
                    order by o.owner%3$s limit :found))
                """).formatted(first.field().code, rest, direction);
    }

    private static String is(String alias, Where where, Atom atom, int number) {
        if (atom.isBroad()) {
            where.bind("start" + number, atom.start()).bind("end" + number, atom.end());
            return "%1$s.field = '%2$s' and %1$s.word >= :start%3$d and %1$s.word < :end%3$d"
                    .formatted(alias, atom.field().code, number);
        }
        where.bind("words" + number, atom.words().toArray(String[]::new));
        return "%1$s.field = '%2$s' and %1$s.word = any(:words%3$d)".formatted(alias, atom.field().code, number);
    }
}
