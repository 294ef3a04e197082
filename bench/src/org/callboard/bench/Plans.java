package org.callboard.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.callboard.access.Apps;
import org.callboard.database.Caller;
import org.callboard.testing.Api;
import org.callboard.testing.Visitor;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code bench/plans}: how PostgreSQL runs every search, on the large data set and on the small one, written to
 * {@code bench/out/plans.md}. The statements are those that a running Callboard sends.
 */
final class Plans {

    private static final int WARM = 6; // the driver and the server have settled on a plan by then
    private static final int RUNS = 9;
    private static final long ENOUGH = 10_000_000_000L;

    /** A statement of a search. */
    record Step(String sql, double millis, Plan plan) {}

    /** A search as it was measured. */
    record Measured(String group, String title, List<Step> steps) {
        double millis() {
            return steps.stream().mapToDouble(Step::millis).sum();
        }

        long pages() {
            return steps.stream().mapToLong(step -> step.plan.pages()).sum();
        }
    }

    /** What was measured on one database. */
    record Run(long customers, String version, List<Measured> searches) {}

    private Plans() {}

    public static void main(String[] args) throws Exception {
        Run large = measure(Path.of(args[0]));
        Run small = measure(Path.of(args[1]));
        Files.writeString(Path.of(args[2]), new PlansReport(large, small).text());
        System.exit(0);
    }

    private static Run measure(Path data) throws Exception {
        try (Opened opened =
                Opened.on(data, context -> context.registerBean(Recorder.Everywhere.class, Recorder.Everywhere::new))) {
            return measure(opened);
        }
    }

    private static Run measure(Opened opened) {
        ConfigurableApplicationContext context = opened.context();
        Recorder recorder = (Recorder) context.getBean(DataSource.class);
        Api api = new Api(
                opened.url(),
                opened.number("TENANT"),
                new Apps.Registered(0, opened.get("APP_KEY")),
                new Apps.Connected(0, opened.get("CLIENT_ID"), opened.get("CLIENT_SECRET")));
        long customers = opened.number("CUSTOMERS");
        Visitor visitor = opened.owner();
        String lastDay = LocalDate.parse(opened.get("UNTIL")).minusDays(1).toString();
        Sample sample = Sample.of(api, customers);
        List<Measured> all = new ArrayList<>();
        for (Searches.One search : Searches.of(api, visitor, context::getBean, sample, lastDay)) {
            all.add(measure(search, api.tenant, recorder));
            System.out.printf(
                    "%s: %s %.1f ms%n",
                    search.group(), search.title(), all.getLast().millis());
        }
        return new Run(customers, version(recorder), all);
    }

    private static String version(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The quickest of several runs, after some that count for nothing, and the plan of the last one's statements. */
    private static Measured measure(Searches.One search, long tenant, Recorder recorder) {
        List<List<Recorder.Ran>> runs = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < WARM + RUNS && (i < 3 || System.nanoTime() - start < ENOUGH); i++) {
            recorder.take();
            search.run().run();
            runs.add(recorder.take());
        }
        List<Recorder.Ran> last = runs.getLast();
        List<List<Recorder.Ran>> counted = runs.subList(Math.min(WARM, runs.size() - 1), runs.size());
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < last.size(); i++) {
            int place = i;
            double quickest = counted.stream()
                    .filter(run -> run.size() > place)
                    .mapToDouble(run -> run.get(place).nanos() / 1e6)
                    .min()
                    .orElseThrow();
            Plan plan = Caller.system(tenant).call(() -> new Plan(recorder.explain(last.get(place))));
            steps.add(new Step(last.get(i).sql(), quickest, plan));
        }
        return new Measured(search.group(), search.title(), steps);
    }
}
