package org.callboard.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is asked for.
 *
 * @param customers of the large company
 * @param tenants how many small companies
 * @param tenantCustomers of a small company, about
 * @param until the time up to which everything happened
 * @param changes whether the change log is written too
 * @param keepIndexes whether keys and indexes stay while rows come, for comparing
 * @param add whether companies may be there already
 */
record SeedOptions(
        int customers,
        int tenants,
        int tenantCustomers,
        long seed,
        Instant until,
        int threads,
        boolean changes,
        boolean keepIndexes,
        boolean add,
        Path out) {

    static final String USAGE = """
            bench/seed [options]: fills the database of CALLBOARD_DATA or CALLBOARD_DATABASE_URL.
              --customers N         customers of the large company (1000000)
              --tenants M           small companies beside it (200)
              --tenant-customers n  customers of a small company, about (300)
              --seed S              another number makes other people (1)
              --until DATE          the day up to which things happened, UTC (today)
              --threads T           that write at once (one more than processors)
              --no-changes          leave the change log empty
              --keep-indexes        keep keys and indexes while rows come: slower, for comparing
              --add                 add companies to those that are there
              --out FILE            where to write how to get in (bench/out/seed.env)""";

    private static final Set<String> FLAGS = Set.of("--no-changes", "--keep-indexes", "--add");
    private static final Set<String> VALUES =
            Set.of("--customers", "--tenants", "--tenant-customers", "--seed", "--until", "--threads", "--out");

    /** Reads the command line; throws an IllegalArgumentException that says what is wrong. */
    static SeedOptions parse(String... args) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            if (FLAGS.contains(args[i])) {
                given.put(args[i], "");
            } else if (VALUES.contains(args[i]) && i + 1 < args.length) {
                given.put(args[i], args[++i]);
            } else {
                throw new IllegalArgumentException("unknown or without a value: " + args[i]);
            }
        }
        int threads = Runtime.getRuntime().availableProcessors() + 1;
        return new SeedOptions(
                number(given, "--customers", 1_000_000),
                number(given, "--tenants", 200),
                number(given, "--tenant-customers", 300),
                number(given, "--seed", 1),
                day(given.getOrDefault("--until", LocalDate.now(ZoneOffset.UTC).toString())),
                Math.max(1, number(given, "--threads", threads)),
                !given.containsKey("--no-changes"),
                given.containsKey("--keep-indexes"),
                given.containsKey("--add"),
                Path.of(given.getOrDefault("--out", "bench/out/seed.env")));
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        String value = given.getOrDefault(name, Integer.toString(otherwise));
        if (!value.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(name + " must be a number, not " + value);
        }
        return Integer.parseInt(value);
    }

    private static Instant day(String value) {
        try {
            return LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--until must be a day like 2026-03-01, not " + value, e);
        }
    }
}
