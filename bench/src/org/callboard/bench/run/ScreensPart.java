package org.callboard.bench.run;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.callboard.testing.Api;

/**
 * 200 open Calls screens while a provider posts 50 bookings a second: how long after its acknowledgement a booking stands
 * on each screen, and whether every one stands there once.
 */
final class ScreensPart {

    static final int SCREENS = 200;
    private static final int PER_SECOND = 50;
    private static final int WARM_SECONDS = 10;
    private static final long LATEST = TimeUnit.SECONDS.toNanos(10);

    private record Posted(long sent, long acknowledged) {}

    private final Site site;
    private final int seconds;

    ScreensPart(Site site, int seconds) {
        this.site = site;
        this.seconds = seconds;
    }

    List<Measured> measure() throws Exception {
        Bookings.remove(site);
        List<Screen> screens = new ArrayList<>();
        try {
            for (String cookie : Sessions.signIn(site, SCREENS)) {
                screens.add(Screen.open(site.url(), cookie));
            }
            for (Screen screen : screens) {
                screen.awaitSnapshot();
            }
            System.out.println(screens.size() + " screens are open");
            post(WARM_SECONDS);
            return List.of(measure(screens));
        } finally {
            for (Screen screen : screens) {
                screen.close();
            }
            Bookings.remove(site);
        }
    }

    private Measured measure(List<Screen> screens) throws Exception {
        Usage before = Usage.of(site.serverPid(), site.postmasterPid());
        double loadBefore = own();
        long start = System.nanoTime();
        Map<Long, Posted> posted = post(seconds);
        double elapsed = (System.nanoTime() - start) / 1e9;
        Usage after = Usage.of(site.serverPid(), site.postmasterPid());
        double load = (own() - loadBefore) / elapsed;
        await(screens, posted);
        check(screens, posted);
        double[] fromAcknowledged = arrivals(screens, posted, false);
        double[] fromSent = arrivals(screens, posted, true);
        Measured.Contender contender = new Measured.Contender(
                "Callboard",
                1,
                posted.size() / elapsed,
                at(fromAcknowledged, 0.5),
                at(fromAcknowledged, 0.99),
                (after.serverSeconds() - before.serverSeconds()) / elapsed,
                (after.databaseSeconds() - before.databaseSeconds()) / elapsed,
                load,
                Usage.serverMemory(site.serverPid()),
                Usage.databaseMemory(site.postmasterPid()));
        Measured row = Results.row(
                "screens",
                "A booking arrives on " + SCREENS + " open Calls screens",
                site.customers(),
                "bookings",
                List.of(contender),
                Map.of(
                        "seconds",
                        (double) seconds,
                        "bookings",
                        (double) posted.size(),
                        "slowest",
                        fromAcknowledged[fromAcknowledged.length - 1],
                        "medianFromSent",
                        at(fromSent, 0.5),
                        "p99FromSent",
                        at(fromSent, 0.99),
                        "startedOver",
                        (double) screens.stream().mapToLong(Screen::startedOver).sum()));
        System.out.println(row);
        return row;
    }

    /** The processor time of this program, which is the provider and all browsers. */
    private static double own() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
    }

    /** At a steady pace, whether or not the answers keep up. */
    private Map<Long, Posted> post(int forSeconds) throws InterruptedException {
        Map<Long, Posted> posted = new ConcurrentHashMap<>();
        List<String> failures = new ArrayList<>();
        Api api = site.api();
        String path = api.path("crm/v2", Bookings.path(site.env()));
        String run = Bookings.PREFIX + System.nanoTime() + "-";
        long start = System.nanoTime();
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < forSeconds * PER_SECOND; i++) {
                LockSupport.parkNanos(start + i * 1_000_000_000L / PER_SECOND - System.nanoTime());
                int number = i;
                requests.submit(() -> {
                    long sent = System.nanoTime();
                    HttpResponse<String> answer = Api.HTTP.send(
                            api.request("POST", path, Bookings.BODY.formatted(run + number)), BodyHandlers.ofString());
                    long acknowledged = System.nanoTime();
                    if (answer.statusCode() == 200) {
                        posted.put(id(answer.body()), new Posted(sent, acknowledged));
                    } else {
                        synchronized (failures) {
                            failures.add(answer.body());
                        }
                    }
                    return null;
                });
            }
        }
        if (!failures.isEmpty() || posted.size() != forSeconds * PER_SECOND) {
            throw new IllegalStateException("not every booking was taken: " + posted.size() + " " + failures);
        }
        return posted;
    }

    private static long id(String body) {
        return Api.JSON.readTree(body).get("id").longValue();
    }

    private static void await(List<Screen> screens, Map<Long, Posted> posted) throws InterruptedException {
        long end = System.nanoTime() + LATEST;
        for (Screen screen : screens) {
            while (!screen.arrivals().keySet().containsAll(posted.keySet()) && System.nanoTime() < end) {
                Thread.sleep(50);
            }
        }
    }

    /** Every screen shows every booking once, as the database has it. */
    private void check(List<Screen> screens, Map<Long, Posted> posted) throws SQLException, IOException {
        Map<Long, Integer> stored = stored();
        long lost = 0;
        long repeated = 0;
        for (Screen screen : screens) {
            if (screen.failure() != null) {
                throw screen.failure();
            }
            Map<Long, Integer> shown = screen.shown();
            lost += posted.keySet().stream()
                    .filter(id -> !stored.get(id).equals(shown.get(id)))
                    .count();
            repeated += screen.repeated();
        }
        if (lost + repeated > 0) {
            throw new IllegalStateException(lost + " rows were lost and " + repeated + " came twice");
        }
    }

    private Map<Long, Integer> stored() throws SQLException {
        Map<Long, Integer> versions = new HashMap<>();
        try (Connection connection = site.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select id, version from booking
                        where tenant_id = %d and external_id like '%s%%' and status in ('New', 'Accepted')
                        """.formatted(site.tenant(), Bookings.PREFIX))) {
            while (row.next()) {
                versions.put(row.getLong(1), row.getInt(2));
            }
        }
        return versions;
    }

    /** Milliseconds, sorted; none is below 0, though a screen may show a booking before its provider has the answer. */
    private static double[] arrivals(List<Screen> screens, Map<Long, Posted> posted, boolean fromSent) {
        return screens.stream()
                .map(Screen::arrivals)
                .flatMapToDouble(arrivals -> posted.entrySet().stream().mapToDouble(one -> {
                    Posted times = one.getValue();
                    long from = fromSent ? times.sent : times.acknowledged;
                    return Math.max(0, (arrivals.get(one.getKey()) - from) / 1e6);
                }))
                .sorted()
                .toArray();
    }

    private static double at(double[] sorted, double part) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
    }
}
