package org.callboard.bench.rough;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.callboard.postgres.EmbeddedPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stops and freezes the database under a Callboard that is written to; bench/rough/outages. */
public final class Outages {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SIGNALS_PATIENCE = 10;

    private final Path work;
    private final String url;
    private final Duration outage;
    private final int rows;
    private final List<String> faults = new ArrayList<>();

    private Outages(Path work, int port, Duration outage, int rows) {
        this.work = work;
        this.url = "http://localhost:" + port;
        this.outage = outage;
        this.rows = rows;
    }

    /** Arguments: a directory, the port, the seconds of an outage, the rows of the import. */
    public static void main(String[] args) throws Exception {
        Outages outages = new Outages(
                Path.of(args[0]).toAbsolutePath(),
                Integer.parseInt(args[1]),
                Duration.ofSeconds(Long.parseLong(args[2])),
                Integer.parseInt(args[3]));
        outages.run();
        outages.faults.forEach(fault -> System.out.println("WRONG: " + fault));
        System.exit(outages.faults.isEmpty() ? 0 : 1);
    }

    private void run() throws Exception {
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(work.resolve("db"), EmbeddedPostgres.Options.production())) {
            postgres.createDatabase("outages");
            Map<String, String> settings = Map.of(
                    "CALLBOARD_CALLS_PER_SECOND", "0",
                    "CALLBOARD_DATABASE_URL", postgres.jdbcUrl("outages"),
                    "CALLBOARD_DATABASE_USER", postgres.user(),
                    "CALLBOARD_DATABASE_PASSWORD", postgres.password());
            Process server = Rough.start(work, url, settings);
            try {
                trial(postgres);
            } finally {
                Rough.stop(server);
            }
        }
    }

    private void trial(EmbeddedPostgres postgres) throws Exception {
        RoughClient client = new RoughClient(url, Rough.ready(work, url));
        String list = Rough.upload(client, work.resolve("leads.csv"), rows);
        Rough.await(
                "a running import",
                Duration.ofMinutes(10),
                () -> Rough.state(client, list).equals("Running"));
        try (Witnesses witnesses = new Witnesses(client)) {
            witnesses.begin("calm");
            Thread.sleep(Duration.ofSeconds(5));

            witnesses.begin("stopped");
            signal("INT", List.of(postmaster()));
            Thread.sleep(outage);
            postgres.ensureRunning();
            back(witnesses, "stopped");

            witnesses.begin("frozen");
            List<Long> all = everyProcess();
            signal("STOP", all);
            try {
                Thread.sleep(outage);
            } finally {
                signal("CONT", all);
            }
            back(witnesses, "frozen");
            witnesses.stop();
            faults.addAll(witnesses.faults());
            System.out.println(witnesses.report());
            faults.addAll(witnesses.compare());
        }
        String[] state = {""};
        Rough.await("import", Duration.ofMinutes(30), () -> {
            state[0] = Rough.state(client, list);
            return !state[0].equals("Running");
        });
        JsonNode counts = JSON.readTree(client.office("GET", list, null).body()).get("counts");
        System.out.println("import " + state[0] + " " + counts);
        if (!state[0].equals("Finished") || counts.get("made").asInt() != rows) {
            faults.add("the import did not end whole: " + counts);
        }
    }

    /** How long it takes until a booking is taken again. */
    private void back(Witnesses witnesses, String what) throws Exception {
        long start = System.nanoTime();
        long before = witnesses.taken();
        Rough.await("writes", Duration.ofSeconds(60), () -> witnesses.taken() > before);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("writes again %.1f s after the database was back (%s)%n", seconds, what);
        if (seconds > 5) {
            faults.add("writes came back after " + seconds + " s");
        }
        witnesses.begin("after " + what);
        Thread.sleep(Duration.ofSeconds(8));
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(work.resolve("db/postgres/cluster/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private List<Long> everyProcess() throws IOException {
        List<Long> all = new ArrayList<>(List.of(postmaster()));
        ProcessHandle.of(postmaster()).orElseThrow().descendants().forEach(child -> all.add(child.pid()));
        return all;
    }

    private static void signal(String name, List<Long> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(process.toString()));
        new ProcessBuilder(command).inheritIO().start().waitFor(SIGNALS_PATIENCE, TimeUnit.SECONDS);
    }
}
