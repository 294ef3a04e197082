package org.callboard.importrows;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.callboard.sheets.SeenKeys;

/** What is known of the rows before those that are looked at. */
public final class RowMemory {

    final SeenKeys seen = new SeenKeys();
    private final Set<Long> made = new HashSet<>();
    private final Function<Collection<Integer>, Map<Integer, Long>> customersOf;

    /** @param customersOf the customers that earlier rows became, by the numbers of the rows */
    public RowMemory(Function<Collection<Integer>, Map<Integer, Long>> customersOf) {
        this.customersOf = customersOf;
    }

    /** Notes records that the import itself made: no row of it matches them. */
    public void made(Collection<Long> records) {
        made.addAll(records);
    }

    /** Notes rows that are the first with a key, by its hash. */
    public void know(Map<Long, Integer> firstRows) {
        firstRows.forEach(seen::put);
    }

    boolean isOwn(long record) {
        return made.contains(record);
    }

    Map<Integer, Long> customersOf(Collection<Integer> rows) {
        return rows.isEmpty() ? Map.of() : customersOf.apply(rows);
    }
}
