package org.callboard.bench.run;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.callboard.testing.Api;

/**
 * 200 open Calls screens while a provider posts 50 bookings a second: how long after its acknowledgement a booking stands
 * on each screen, and whether every one stands there once.
 */
final class ScreensPart {

    private static final Pace PACE = new Pace(50);
    private static final int WARM_SECONDS = 10;

    private record Posted(long sent, long acknowledged) {}

    private final Site site;
    private final int seconds;

    ScreensPart(Site site, int seconds) {
        this.site = site;
        this.seconds = seconds;
    }

    List<Measured> measure() throws Exception {
        Bookings.remove(site);
        try (Screens<CallsScreen> screens = Screens.open(site, CallsScreen::open)) {
            post(WARM_SECONDS);
            return List.of(measure(screens));
        } finally {
            Bookings.remove(site);
        }
    }

    private Measured measure(Screens<CallsScreen> screens) throws Exception {
        Usage before = Usage.of(site);
        long start = System.nanoTime();
        Map<Long, Posted> posted = post(seconds);
        double elapsed = (System.nanoTime() - start) / 1e9;
        Measured.Contender load = before.callboard(site, elapsed, 1, posted.size());
        screens.await(posted.keySet(), screen -> true);
        check(screens, posted);
        Times fromAcknowledged = screens.arrivals(since(posted, Posted::acknowledged));
        Times fromSent = screens.arrivals(since(posted, Posted::sent));
        Measured row = Results.row(
                "screens",
                "A booking arrives on " + Screens.COUNT + " open Calls screens",
                site.customers(),
                "bookings",
                List.of(load.timed(fromAcknowledged.median(), fromAcknowledged.p99())),
                Map.of(
                        "seconds",
                        (double) seconds,
                        "bookings",
                        (double) posted.size(),
                        "slowest",
                        fromAcknowledged.slowest(),
                        "medianFromSent",
                        fromSent.median(),
                        "p99FromSent",
                        fromSent.p99(),
                        "startedOver",
                        (double) screens.all().stream()
                                .mapToLong(CallsScreen::startedOver)
                                .sum()));
        System.out.println(row);
        return row;
    }

    private static Map<Long, Long> since(Map<Long, Posted> posted, ToLongFunction<Posted> moment) {
        return posted.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> moment.applyAsLong(one.getValue())));
    }

    private Map<Long, Posted> post(int forSeconds) {
        Map<Long, Posted> posted = new ConcurrentHashMap<>();
        Api api = site.api();
        String path = api.path("crm/v2", Bookings.path(site.env()));
        String run = Bookings.PREFIX + System.nanoTime() + "-";
        PACE.keep(forSeconds, number -> {
            long sent = System.nanoTime();
            HttpResponse<String> answer = Api.HTTP.send(
                    api.request("POST", path, Bookings.BODY.formatted(run + number)), BodyHandlers.ofString());
            long acknowledged = System.nanoTime();
            if (answer.statusCode() != 200) {
                throw new IOException(answer.body());
            }
            posted.put(Api.JSON.readTree(answer.body()).get("id").longValue(), new Posted(sent, acknowledged));
        });
        return posted;
    }

    /** Every screen shows every booking once, as the database has it. */
    private void check(Screens<CallsScreen> screens, Map<Long, Posted> posted) throws SQLException, IOException {
        Map<Long, Integer> stored = stored();
        long lost = 0;
        long repeated = 0;
        for (CallsScreen screen : screens.all()) {
            screen.check();
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
}
