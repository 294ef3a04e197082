package org.callboard.search;

import java.util.List;
import java.util.Set;
import org.callboard.details.RecordKind;
import org.callboard.paging.Where;

/**
 * The condition that a record has certain words. The ids come from a sub-select of its own, an array to the rest of the
 * statement: PostgreSQL then fetches them by their key, whatever it believes about how many there are. {@code offset 0}
 * keeps it from gathering all that has a word, to look one record up.
 */
final class AtomSql {

    private AtomSql() {}

    /**
     * A condition over {@code id}, served by the records of the first atom in their order. It binds the words; {@code
     * found}, how many that fit all are wanted, is left to be bound.
     *
     * @param gathered those of the others whose records are read as a whole, once, and compared with the first's
     */
    static String in(RecordKind kind, Where where, Atom first, List<Atom> others, Set<Atom> gathered) {
        List<Atom> sets = others.stream().filter(gathered::contains).toList();
        List<Atom> single =
                others.stream().filter(atom -> !gathered.contains(atom)).toList();
        String rest = inSets(kind, where, sets, 1) + exist(kind, where, "d.KIND_id", single, 1 + sets.size());
        String direction = where.sort().descending() ? " desc" : "";
        if (first.isBroad()) {
            return kind.sql("""
                    id = any(array(
                        select d.KIND_id from (
                            select distinct w.KIND_id from KIND_word w where w.tenant_id = :tenant and %1$s
                            order by w.KIND_id%2$s) d
                        where true %3$s limit :found))
                    """.formatted(is("w", where, first, 0), direction, rest));
        }
        where.bind("words0", first.words().toArray(String[]::new));
        return kind.sql("""
                id = any(array(
                    select distinct o.owner from unnest(:words0::text[]) x (word)
                    cross join lateral (
                        select d.KIND_id as owner from KIND_word d
                        where d.tenant_id = :tenant and d.field = '%1$s' and d.word = x.word %3$s
                        order by d.KIND_id%2$s limit :found) o
                    order by o.owner%2$s limit :found))
                """.formatted(first.field().code, direction, rest));
    }

    /** The same where so many records have what is asked for that a page of them is found by going through all. */
    static String each(RecordKind kind, Where where, Atom first, List<Atom> others) {
        return "true" + exist(kind, where, "id", List.of(first), 0) + exist(kind, where, "id", others, 1);
    }

    /** "Is true" keeps PostgreSQL from joining a set, which it takes for small, row by row; it hashes it instead. */
    private static String inSets(RecordKind kind, Where where, List<Atom> atoms, int number) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < atoms.size(); i++) {
            all.append(kind.sql("""
                     and (d.KIND_id in (
                        select p.KIND_id from KIND_word p where p.tenant_id = :tenant and %s)) is true
                    """).formatted(is("p", where, atoms.get(i), number + i)));
        }
        return all.toString();
    }

    private static String exist(RecordKind kind, Where where, String id, List<Atom> atoms, int number) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < atoms.size(); i++) {
            String words = atoms.get(i).isBroad()
                    ? "(select field, word from KIND_word where tenant_id = :tenant and KIND_id = %s offset 0) p where %s"
                    : "KIND_word p where p.tenant_id = :tenant and p.KIND_id = %s and %s";
            all.append(kind.sql((" and exists (select from " + words + " offset 0)")
                    .formatted(id, is("p", where, atoms.get(i), number + i))));
        }
        return all.toString();
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
