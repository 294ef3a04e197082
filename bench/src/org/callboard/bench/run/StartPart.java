package org.callboard.bench.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** How long {@code ./callboard run} takes until it is ready, on an embedded database that exists and was stopped. */
final class StartPart {

    private StartPart() {}

    static List<Measured> measure(Path data, int customers, int rounds) {
        Site.start(data).close();
        double[] seconds =
                DoubleStream.generate(() -> start(data)).limit(rounds).sorted().toArray();
        Measured.Contender contender = new Measured.Contender(
                "Callboard",
                rounds,
                1 / seconds[rounds / 2],
                1000 * seconds[rounds / 2],
                1000 * seconds[rounds - 1],
                0,
                0,
                0,
                0,
                0);
        System.out.printf("ready after %.2f s, the slowest after %.2f s%n", seconds[rounds / 2], seconds[rounds - 1]);
        return List.of(Results.row("start", "Start to ready", customers, "starts", List.of(contender), Map.of()));
    }

    private static double start(Path data) {
        try (Site site = Site.start(data)) {
            return site.startSeconds;
        }
    }
}
