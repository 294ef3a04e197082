package org.callboard.importrows;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.callboard.sheets.SeenKeys;
import org.jspecify.annotations.Nullable;

/** What is known of the rows before those that are looked at. */
public final class RowMemory {

    /**
     * How a row left a customer.
     *
     * @param as the version in place of which the new one stands for the other rows of that customer
     */
    private record Left(int as, int version) {}

    final SeenKeys seen = new SeenKeys();
    private final Set<Long> made = new HashSet<>();
    private final Map<Long, Left> left = new HashMap<>();
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

    /** Notes how a row left a customer, lest another row takes it for the work of somebody else. */
    public void left(long customer, int as, int version) {
        left.put(customer, new Left(as, version));
    }

    /** The version in which a row of the list left a customer; null where none has. */
    public @Nullable Integer left(long customer) {
        Left version = left.get(customer);
        return version == null ? null : version.version;
    }

    /** Whether nobody but the list itself has made the one version of the other. */
    boolean areSame(long customer, int as, int version) {
        return as == version || new Left(as, version).equals(left.get(customer));
    }

    Map<Integer, Long> customersOf(Collection<Integer> rows) {
        return rows.isEmpty() ? Map.of() : customersOf.apply(rows);
    }
}
