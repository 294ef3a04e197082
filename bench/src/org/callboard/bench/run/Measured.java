package org.callboard.bench.run;

import java.util.List;
import java.util.Map;

/**
 * One row of the table as it was measured.
 *
 * @param part the part of {@link RunOptions} that it belongs to
 * @param unit what the rates count in a second
 * @param contenders Callboard first, then what it is compared with
 * @param numbers what else was measured, by its name
 * @param commit of which version of the sources, with a plus where they were changed
 * @param on when, in UTC
 */
record Measured(
        String part,
        String title,
        int customers,
        String unit,
        List<Contender> contenders,
        Map<String, Double> numbers,
        String commit,
        String on) {

    /**
     * Medians of the rounds of one contender. Times are milliseconds.
     *
     * @param serverCores how many processors the server kept busy, {@code databaseCores} its PostgreSQL, and
     *     {@code loadCores} the program that made the load
     */
    record Contender(
            String name,
            int rounds,
            double rate,
            double median,
            double p99,
            double serverCores,
            double databaseCores,
            double loadCores,
            long serverMemory,
            long databaseMemory) {

        Contender timed(double newMedian, double newP99) {
            return new Contender(
                    name,
                    rounds,
                    rate,
                    newMedian,
                    newP99,
                    serverCores,
                    databaseCores,
                    loadCores,
                    serverMemory,
                    databaseMemory);
        }

        /** Milliseconds of processor for one operation, without the load's own. */
        double cost() {
            return 1000 * (serverCores + databaseCores) / rate;
        }
    }

    Contender callboard() {
        return contenders.getFirst();
    }

    /** The rate of Callboard by that of the reference. */
    double ratio() {
        return callboard().rate() / contenders.get(1).rate();
    }
}
