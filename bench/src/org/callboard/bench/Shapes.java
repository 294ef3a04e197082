package org.callboard.bench;

import java.util.EnumMap;
import java.util.Map;

/**
 * The shapes of all customers. They repeat after a few thousand, so that the number of any row is known without counting
 * all those before it, and many threads can write at once.
 */
final class Shapes {

    private static final int PERIOD = 5000;

    private final long seed;
    private final Shape[] shapes = new Shape[PERIOD];
    private final Map<Table, int[]> before = new EnumMap<>(Table.class);

    Shapes(long seed) {
        this.seed = seed;
        for (int i = 0; i < PERIOD; i++) {
            shapes[i] = Shape.of(new Draw(seed, 0, i, 0));
        }
        for (Table table : Table.values()) {
            if (table.number() != null) {
                int[] sums = new int[PERIOD + 1];
                for (int i = 0; i < PERIOD; i++) {
                    sums[i + 1] = sums[i] + shapes[i].rows(table);
                }
                before.put(table, sums);
            }
        }
    }

    long seed() {
        return seed;
    }

    Shape of(long number) {
        return shapes[(int) (number % PERIOD)];
    }

    /** How many rows the customers before this one have in a table; of the number of all customers: how many there are. */
    long before(Table table, long number) {
        int[] sums = before.get(table);
        return number / PERIOD * sums[PERIOD] + sums[(int) (number % PERIOD)];
    }
}
