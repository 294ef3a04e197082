package org.callboard.bench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is asked for.
 *
 * @param sizes how many customers the large company of each data set has, the smallest first
 * @param parts which parts to measure; the others keep what was measured before
 * @param directories where the data set of a size is; one that is not there is made
 * @param rounds how often each contender has its turn
 * @param seconds how long a turn is
 * @param screenSeconds how long bookings come while the screens are open
 * @param peer the other API server to measure, or {@code none}
 * @param reportOnly only write the table anew
 */
record RunOptions(
        List<Integer> sizes,
        Set<String> parts,
        Map<Integer, Path> directories,
        int rounds,
        int seconds,
        int screenSeconds,
        String peer,
        boolean reportOnly) {

    static final String USAGE = """
            bench/run [options]: measures Callboard beside its references and writes bench/RESULTS.md.
              --full              1,000,000 customers as well, longer turns, two minutes of screens, and the peer
              --sizes A,B,...     customers of the data sets (10000,100000; with --full 1000000 too)
              --data DIR          where the data sets are, each in a directory named by its size (bench/out)
              --data SIZE=DIR     where the data set of one size is; made there if it is missing
              --only PART,...     measure these parts alone, and keep what is known of the others:
                                  get, page, post, jobs, search, export, screens, pop, number,
                                  start, import, peer
              --rounds N          how often each has its turn (3; with --full 5)
              --seconds S         how long a turn is (4; with --full 8)
              --screen-seconds S  how long bookings come while screens are open (20; with --full 120)
              --peer NAME         directus or none (none; with --full directus)
              --report            write the table anew from what is known""";

    static final List<String> PARTS = List.of(
            "get", "page", "post", "jobs", "search", "export", "screens", "pop", "number", "start", "import", "peer");

    /** Reads the command line; throws an IllegalArgumentException that says what is wrong. */
    static RunOptions parse(String... args) {
        boolean full = Arrays.asList(args).contains("--full");
        List<Integer> sizes = full ? List.of(10_000, 100_000, 1_000_000) : List.of(10_000, 100_000);
        Set<String> parts = new LinkedHashSet<>(PARTS);
        Path root = Path.of("bench", "out").toAbsolutePath();
        Map<Integer, Path> given = new TreeMap<>();
        int rounds = full ? 5 : 3;
        int seconds = full ? 8 : 4;
        int screenSeconds = full ? 120 : 20;
        String peer = full ? "directus" : "none";
        boolean reportOnly = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--full" -> {}
                case "--report" -> reportOnly = true;
                case "--sizes" ->
                    sizes = Arrays.stream(value(args, ++i).split(","))
                            .map(size -> number("--sizes", size))
                            .sorted()
                            .toList();
                case "--data" -> {
                    String[] place = value(args, ++i).split("=", 2);
                    if (place.length == 2) {
                        given.put(number("--data", place[0]), Path.of(place[1]).toAbsolutePath());
                    } else {
                        root = Path.of(place[0]).toAbsolutePath();
                    }
                }
                case "--only" -> {
                    List<String> only = Arrays.asList(value(args, ++i).split(","));
                    only.stream()
                            .filter(part -> !PARTS.contains(part))
                            .findFirst()
                            .ifPresent(part -> {
                                throw new IllegalArgumentException("there is no part " + part);
                            });
                    parts.retainAll(only);
                }
                case "--rounds" -> rounds = number("--rounds", value(args, ++i));
                case "--seconds" -> seconds = number("--seconds", value(args, ++i));
                case "--screen-seconds" -> screenSeconds = number("--screen-seconds", value(args, ++i));
                case "--peer" -> peer = value(args, ++i);
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        if (!List.of("directus", "none").contains(peer)) {
            throw new IllegalArgumentException("--peer is directus or none");
        }
        Map<Integer, Path> directories = new TreeMap<>();
        for (int size : sizes) {
            directories.put(size, given.getOrDefault(size, root.resolve(Integer.toString(size))));
        }
        return new RunOptions(
                new ArrayList<>(sizes), parts, directories, rounds, seconds, screenSeconds, peer, reportOnly);
    }

    int largest() {
        return sizes.getLast();
    }

    int smallest() {
        return sizes.getFirst();
    }

    private static String value(String[] args, int place) {
        if (place >= args.length) {
            throw new IllegalArgumentException(args[place - 1] + " needs a value");
        }
        return args[place];
    }

    private static int number(String name, String value) {
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(name + " needs a number above 0, not " + value);
        }
        return Integer.parseInt(value);
    }
}
