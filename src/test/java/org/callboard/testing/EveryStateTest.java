package org.callboard.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The data set holds what its name says: who adds a state or a column that may be empty adds a record with it. */
class EveryStateTest {

    private final EveryState company = EveryState.shared();

    @Test
    void everyWordThatAColumnMayHoldIsHeldByARecord() {
        List<String> missing = new ArrayList<>();
        for (String fact : company.select("""
                select concat_ws(' ', r.relname, (regexp_match(pg_get_constraintdef(c.oid), '\\(\\((\\w+) = ANY'))[1], w.word[1])
                from pg_constraint c
                join pg_class r on r.oid = c.conrelid and r.relrowsecurity
                cross join regexp_matches(pg_get_constraintdef(c.oid), '''(\\w+)''::text', 'g') as w (word)
                where c.contype = 'c' and pg_get_constraintdef(c.oid) ~ '^CHECK \\(\\(\\w+ = ANY \\(ARRAY\\['
                order by 1
                """)) {
            String[] word = fact.split(" ");
            if (company.select("select '' from %s where %s = '%s' limit 1".formatted((Object[]) word))
                    .isEmpty()) {
                missing.add(fact);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyColumnThatMayBeEmptyIsEmptyInOneRecordAndNotInAnother() {
        List<String> missing = new ArrayList<>();
        for (String fact : company.select("""
                select t.relname || ' ' || a.attname
                from pg_class t
                join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and not a.attnotnull
                    and a.attgenerated = ''
                where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and t.relrowsecurity
                    and not exists (select from pg_constraint c
                        where c.conrelid = t.oid and c.contype = 'p' and cardinality(c.conkey) = 1) -- one row for a company
                order by 1
                """)) {
            String[] column = fact.split(" ");
            String count = company.select("select concat_ws(' ', count(*) - count(%2$s), count(%2$s)) from %1$s"
                            .formatted((Object[]) column))
                    .getFirst();
            if (count.matches("0 .*|.* 0")) {
                missing.add(fact + ": empty and not: " + count);
            }
        }
        assertThat(missing).isEmpty();
    }
}
