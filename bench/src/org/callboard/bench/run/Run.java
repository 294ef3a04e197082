package org.callboard.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** {@code bench/run}: measures the parts that are asked for on each data set and writes {@code bench/RESULTS.md}. */
final class Run {

    private static final Set<String> NEED_STATEMENTS = Set.of("get", "page", "post", "export");
    private static final Set<String> NEED_SITE =
            Set.of("get", "page", "post", "jobs", "export", "screens", "pop", "number");

    private final RunOptions options;
    private boolean failed;

    private Run(RunOptions options) {
        this.options = options;
    }

    public static void main(String[] args) throws Exception {
        if (Arrays.asList(args).contains("--help")) {
            System.out.println(RunOptions.USAGE);
            return;
        }
        try {
            RunOptions options = RunOptions.parse(args);
            Run run = new Run(options);
            if (!options.reportOnly()) {
                run.measure();
            }
            Report.write(Results.all(), Path.of("bench"));
            System.exit(run.failed ? 1 : 0);
        } catch (IllegalArgumentException e) {
            System.err.println("bench/run: " + e.getMessage() + "\n" + RunOptions.USAGE);
            System.exit(2);
        }
    }

    private void measure() throws Exception {
        Files.createDirectories(Path.of("bench", "out", "run"));
        for (Map.Entry<Integer, Path> set : options.directories().entrySet()) {
            seed(set.getKey(), set.getValue());
        }
        Statements statements =
                wants(NEED_STATEMENTS) ? Statements.of(options.directories().get(options.smallest())) : null;
        for (int size : options.sizes()) {
            Path data = options.directories().get(size);
            if (wants(NEED_SITE)) {
                try (Site site = Site.start(data)) {
                    measure(site, statements);
                }
            }
            part("start", size, () -> StartPart.measure(data, size, options.rounds()));
            if (size == options.largest()) { // it makes its own database, whatever the size of this one
                part("import", size, () -> ImportPart.measure(size));
            }
        }
        if (options.parts().contains("search") && options.sizes().size() > 1) {
            search();
        }
        if (options.parts().contains("peer") && !options.peer().equals("none")) {
            try (Site site = Site.start(options.directories().get(options.largest()))) {
                part("peer", site.customers(), () -> new PeerPart(site, options).measure());
            }
        }
    }

    private boolean wants(Set<String> some) {
        Set<String> both = new HashSet<>(some);
        both.retainAll(options.parts());
        return !both.isEmpty();
    }

    private void measure(Site site, Statements statements) throws Exception {
        System.out.printf("%,d customers:%n", site.customers());
        Bookings.remove(site); // of the noting, and of a run that was killed
        LoadParts parts = new LoadParts(site, statements, options);
        int size = site.customers();
        part("get", size, parts::get);
        part("page", size, parts::page);
        part("post", size, parts::post);
        part("jobs", size, () -> new JobsPart(site, options).measure());
        part("export", size, parts::export);
        part("screens", size, () -> new ScreensPart(site, options.screenSeconds()).measure());
        PopPart pop = new PopPart(site, options.rounds(), options.screenSeconds());
        part("pop", size, pop::measure);
        part("number", size, pop::matching);
    }

    /** A part that fails is told and doesn't keep the others from being measured. */
    private void part(String part, int size, Callable<List<Measured>> work) throws IOException {
        if (!options.parts().contains(part)) {
            return;
        }
        List<Measured> rows;
        try {
            rows = work.call();
        } catch (Exception e) {
            failed = true;
            System.err.printf("bench/run: %s of %,d customers failed:%n", part, size);
            e.printStackTrace();
            return;
        }
        if (!rows.isEmpty()) {
            Results.keep(part, size, rows);
        }
    }

    private void search() throws Exception {
        List<Site> sites = new ArrayList<>();
        try {
            for (int size : options.sizes()) {
                sites.add(Site.start(options.directories().get(size)));
            }
            for (Map.Entry<Integer, List<Measured>> rows :
                    new SearchPart(sites, options).measure().entrySet()) {
                Results.keep("search", rows.getKey(), rows.getValue());
            }
        } finally {
            sites.forEach(Site::close);
        }
    }

    /** Makes a data set that is not there yet, in a process of its own as {@code bench/seed} does. */
    private static void seed(int size, Path data) throws IOException, InterruptedException {
        if (Files.exists(data.resolve("seed.env"))) {
            return;
        }
        System.out.printf("making a data set of %,d customers in %s%n", size, data);
        ProcessBuilder builder = new ProcessBuilder(java(
                        "org.callboard.bench.Seed",
                        "--customers",
                        Integer.toString(size),
                        "--out",
                        data.resolve("seed.env").toString()))
                .inheritIO();
        builder.environment().keySet().removeIf(name -> name.startsWith("CALLBOARD_"));
        builder.environment().put("CALLBOARD_DATA", data.toString());
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException("the data set could not be made");
        }
    }

    /** The command that runs another class of the bench in a process of its own. */
    static List<String> java(String... classAndArguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(Arrays.asList(classAndArguments));
        return command;
    }
}
