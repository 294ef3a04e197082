package org.callboard.bench.run;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.callboard.testing.Api;
import org.callboard.testing.Visitor;
import tools.jackson.databind.JsonNode;

/**
 * 200 open streams of people who take calls, while five customers a second call: how long after its acknowledgement a call
 * shows on each, by the name of who calls. And whom the office may mean by a number that twelve customers have.
 */
final class PopPart {

    private static final Pace PACE = new Pace(5);
    private static final int WARM_SECONDS = 5;
    private static final int HOLDERS = 12;
    private static final int ASKED = 100;
    private static final String NUMBER = "937-555-0112";
    private static final long RINGS = TimeUnit.MILLISECONDS.toNanos(800);

    private final Site site;
    private final int rounds;
    private final int seconds;

    PopPart(Site site, int rounds, int seconds) {
        this.site = site;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    List<Measured> measure() throws Exception {
        List<String> numbers = numbers();
        try (Screens<PhoneScreen> screens = Screens.open(site, PhoneScreen::open)) {
            call(numbers, WARM_SECONDS);
            return List.of(measure(screens, numbers));
        }
    }

    private Measured measure(Screens<PhoneScreen> screens, List<String> numbers) throws Exception {
        List<Times> times = new ArrayList<>();
        int calls = 0;
        Usage before = Usage.of(site);
        long start = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            Map<Long, Long> acknowledged = call(numbers, seconds);
            screens.await(acknowledged.keySet(), screen -> screen.shown().isEmpty());
            times.add(screens.arrivals(acknowledged));
            calls += acknowledged.size();
        }
        double elapsed = (System.nanoTime() - start) / 1e9;
        Measured row = Results.row(
                "pop",
                "A call shows on " + Screens.COUNT + " screens, with who it is",
                site.customers(),
                "calls",
                List.of(before.callboard(site, elapsed, rounds, calls)
                        .timed(median(times, Times::median), median(times, Times::p99))),
                Map.of(
                        "slowest",
                        times.stream().mapToDouble(Times::slowest).max().orElseThrow(),
                        "calls",
                        (double) calls));
        System.out.println(row);
        return row;
    }

    private static double median(List<Times> rounds, ToDoubleFunction<Times> value) {
        return Times.of(rounds.stream().mapToDouble(value)).median();
    }

    /** Lets customers call; when each call was acknowledged. Each rings for a moment and is missed. */
    private Map<Long, Long> call(List<String> numbers, int forSeconds) {
        Map<Long, Long> acknowledged = new ConcurrentHashMap<>();
        Api api = site.api();
        String path = api.path("callboard/v1", "/calls/events");
        String run = "bench-" + System.nanoTime() + "-";
        PACE.keep(forSeconds, i -> {
            String id = run + i;
            String number = numbers.get(i % numbers.size());
            String answer = tell(api, path, id, "ringing", number);
            long now = System.nanoTime();
            acknowledged.put(Api.JSON.readTree(answer).get("id").longValue(), now);
            LockSupport.parkNanos(RINGS);
            tell(api, path, id, "missed", number);
        });
        return acknowledged;
    }

    private static String tell(Api api, String path, String id, String event, String number)
            throws IOException, InterruptedException {
        String body = "{\"callId\": \"%s\", \"event\": \"%s\", \"from\": \"%s\"}".formatted(id, event, number);
        HttpResponse<String> answer = Api.HTTP.send(api.request("POST", path, body), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.body());
        }
        return answer.body();
    }

    /** Numbers of customers from all over the company. */
    private List<String> numbers() throws SQLException {
        List<String> numbers = new ArrayList<>();
        try (Connection connection = site.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select form from contact_point
                        where tenant_id = %d and owner_kind = 'customer' and not email and form like '+1%%'
                            and owner_id %% 17 = 3
                        limit 2000
                        """.formatted(site.tenant()))) {
            while (row.next()) {
                numbers.add(row.getString(1));
            }
        }
        if (numbers.isEmpty()) {
            throw new IllegalStateException("no customer has a number");
        }
        return numbers;
    }

    /** Whom a number may mean that twelve customers have, as it is typed into a new call. */
    List<Measured> matching() throws SQLException {
        Api api = site.api();
        List<String> added = new ArrayList<>();
        try {
            for (long customer : customers()) {
                String contacts = api.path("crm/v2", "/customers/" + customer + "/contacts");
                JsonNode contact = api.post(contacts, "{\"type\": \"Phone\", \"value\": \"" + NUMBER + "\"}")
                        .json();
                added.add(contacts + "/" + contact.get("id").longValue());
            }
            return List.of(asked());
        } finally {
            added.forEach(contact -> api.delete(contact));
        }
    }

    private Measured asked() {
        Visitor owner = new Visitor(site.url());
        owner.signIn(site.env("OWNER_EMAIL"), site.env("OWNER_PASSWORD"));
        owner.get("/calls");
        double[] all = new double[ASKED];
        for (int i = -ASKED / 2; i < ASKED; i++) {
            long start = System.nanoTime();
            Visitor.Answer answer = owner.post("/calls/phone/matches", "text", NUMBER);
            if (answer.status() != 200 || answer.body().split("data-who=", -1).length <= HOLDERS) {
                throw new IllegalStateException("not all customers with the number were found");
            }
            if (i >= 0) {
                all[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Times times = Times.of(DoubleStream.of(all));
        Measured.Contender contender = new Measured.Contender(
                "Callboard", 1, 1000 * ASKED / DoubleStream.of(all).sum(), times.median(), times.p99(), 0, 0, 0, 0, 0);
        Measured row = Results.row(
                "number",
                "Whom a number of " + HOLDERS + " customers may mean",
                site.customers(),
                "answers",
                List.of(contender),
                Map.of());
        System.out.println(row);
        return row;
    }

    private List<Long> customers() throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Connection connection = site.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select id from customer where tenant_id = %d and active and merged_to_id is null
                        order by id limit %d
                        """.formatted(site.tenant(), HOLDERS))) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        }
        return ids;
    }
}
