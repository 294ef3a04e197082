package org.callboard.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Contenders that take turns, each time in the other order, so that what else the machine does meets all alike. */
final class Contest {

    /** What one turn gave. Times are milliseconds, 0 where they were not measured. */
    record Turn(double rate, double median, double p99, double seconds, double loadSeconds) {}

    /**
     * Who takes part.
     *
     * @param server its process, 0 where there is none; {@code postmaster} that of its PostgreSQL
     */
    record Contender(String name, long server, long postmaster, Supplier<Turn> turn) {}

    private record Round(Turn turn, double serverCores, double databaseCores, long serverMemory, long databaseMemory) {}

    private Contest() {}

    /** The medians of all rounds, in the order of the contenders. */
    static List<Measured.Contender> run(String title, int rounds, List<Contender> contenders) {
        List<List<Round>> all = new ArrayList<>();
        contenders.forEach(contender -> all.add(new ArrayList<>()));
        for (int i = 0; i < rounds; i++) {
            for (int j = 0; j < contenders.size(); j++) {
                int place = i % 2 == 0 ? j : contenders.size() - 1 - j;
                all.get(place).add(round(contenders.get(place)));
            }
        }
        List<Measured.Contender> result = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            result.add(medians(contenders.get(i).name, all.get(i)));
            Measured.Contender one = result.getLast();
            System.out.printf(
                    Locale.ROOT,
                    "%s, %s: %,.0f/s, median %.2f ms, p99 %.2f ms, processors %.2f + %.2f + load %.2f%n",
                    title,
                    one.name(),
                    one.rate(),
                    one.median(),
                    one.p99(),
                    one.serverCores(),
                    one.databaseCores(),
                    one.loadCores());
        }
        return result;
    }

    private static Round round(Contender contender) {
        Usage before = Usage.of(contender.server, contender.postmaster);
        long start = System.nanoTime();
        Turn turn = contender.turn.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        Usage after = Usage.of(contender.server, contender.postmaster);
        return new Round(
                turn,
                (after.serverSeconds() - before.serverSeconds()) / seconds,
                (after.databaseSeconds() - before.databaseSeconds()) / seconds,
                Usage.serverMemory(contender.server),
                Usage.databaseMemory(contender.postmaster));
    }

    private static Measured.Contender medians(String name, List<Round> rounds) {
        return new Measured.Contender(
                name,
                rounds.size(),
                median(rounds, round -> round.turn.rate),
                median(rounds, round -> round.turn.median),
                median(rounds, round -> round.turn.p99),
                median(rounds, Round::serverCores),
                median(rounds, Round::databaseCores),
                median(rounds, round -> round.turn.loadSeconds / round.turn.seconds),
                (long) median(rounds, Round::serverMemory),
                (long) median(rounds, Round::databaseMemory));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
