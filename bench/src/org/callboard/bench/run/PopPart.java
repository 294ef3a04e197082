package org.callboard.bench.run;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.callboard.testing.Api;
import org.callboard.testing.Visitor;
import tools.jackson.databind.JsonNode;

/**
 * 200 open streams of people who take calls, while five customers a second call: how long after its acknowledgement a call
 * shows on each, by the name of who calls. And whom the office may mean by a number that twelve customers have.
 */
final class PopPart {

    static final int SCREENS = 200;
    private static final int PER_SECOND = 5;
    private static final int WARM_SECONDS = 5;
    private static final int HOLDERS = 12;
    private static final int ASKED = 100;
    private static final String NUMBER = "937-555-0112";
    private static final long RINGS = TimeUnit.MILLISECONDS.toNanos(800);
    private static final long LATEST = TimeUnit.SECONDS.toNanos(10);

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
        List<PhoneScreen> screens = new ArrayList<>();
        try {
            for (String cookie : Sessions.signIn(site, SCREENS)) {
                screens.add(PhoneScreen.open(site.url(), cookie));
            }
            for (PhoneScreen screen : screens) {
                screen.awaitFirst();
            }
            System.out.println(screens.size() + " streams of calls are open");
            call(numbers, WARM_SECONDS);
            return List.of(measure(screens, numbers));
        } finally {
            for (PhoneScreen screen : screens) {
                screen.close();
            }
        }
    }

    private Measured measure(List<PhoneScreen> screens, List<String> numbers) throws Exception {
        double[] medians = new double[rounds];
        double[] p99s = new double[rounds];
        double slowest = 0;
        int calls = 0;
        Usage before = Usage.of(site.serverPid(), site.postmasterPid());
        double loadBefore = own();
        long start = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            Map<Long, Long> acknowledged = call(numbers, seconds);
            double[] times = arrivals(screens, acknowledged);
            medians[i] = at(times, 0.5);
            p99s[i] = at(times, 0.99);
            slowest = Math.max(slowest, times[times.length - 1]);
            calls += acknowledged.size();
        }
        double elapsed = (System.nanoTime() - start) / 1e9;
        Usage after = Usage.of(site.serverPid(), site.postmasterPid());
        Measured.Contender contender = new Measured.Contender(
                "Callboard",
                rounds,
                calls / elapsed,
                median(medians),
                median(p99s),
                (after.serverSeconds() - before.serverSeconds()) / elapsed,
                (after.databaseSeconds() - before.databaseSeconds()) / elapsed,
                (own() - loadBefore) / elapsed,
                Usage.serverMemory(site.serverPid()),
                Usage.databaseMemory(site.postmasterPid()));
        Measured row = Results.row(
                "pop",
                "A call shows on " + SCREENS + " screens, with who it is",
                site.customers(),
                "calls",
                List.of(contender),
                Map.of("slowest", slowest, "calls", (double) calls));
        System.out.println(row);
        return row;
    }

    private static double own() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
    }

    /** Lets customers call at a steady pace; when each call was acknowledged. Each rings for a moment and is missed. */
    private Map<Long, Long> call(List<String> numbers, int forSeconds) throws InterruptedException {
        Map<Long, Long> acknowledged = new ConcurrentHashMap<>();
        List<String> failures = new ArrayList<>();
        Api api = site.api();
        String path = api.path("callboard/v1", "/calls/events");
        String run = "bench-" + System.nanoTime() + "-";
        long start = System.nanoTime();
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < forSeconds * PER_SECOND; i++) {
                LockSupport.parkNanos(start + i * 1_000_000_000L / PER_SECOND - System.nanoTime());
                String id = run + i;
                String number = numbers.get(i % numbers.size());
                requests.submit(() -> {
                    HttpResponse<String> answer = tell(api, path, id, "ringing", number);
                    long now = System.nanoTime();
                    if (answer.statusCode() == 200) {
                        acknowledged.put(
                                Api.JSON.readTree(answer.body()).get("id").longValue(), now);
                        LockSupport.parkNanos(RINGS);
                        tell(api, path, id, "missed", number);
                    } else {
                        synchronized (failures) {
                            failures.add(answer.body());
                        }
                    }
                    return null;
                });
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("not every call was taken: " + failures);
        }
        return acknowledged;
    }

    private static HttpResponse<String> tell(Api api, String path, String id, String event, String number)
            throws IOException, InterruptedException {
        String body = "{\"callId\": \"%s\", \"event\": \"%s\", \"from\": \"%s\"}".formatted(id, event, number);
        return Api.HTTP.send(api.request("POST", path, body), BodyHandlers.ofString());
    }

    /** Milliseconds from the acknowledgement, sorted; every screen must have shown every call, and show none any more. */
    private static double[] arrivals(List<PhoneScreen> screens, Map<Long, Long> acknowledged)
            throws InterruptedException, IOException {
        long end = System.nanoTime() + LATEST;
        double[] times = new double[screens.size() * acknowledged.size()];
        int at = 0;
        for (PhoneScreen screen : screens) {
            while (System.nanoTime() < end
                    && !(screen.arrivals().keySet().containsAll(acknowledged.keySet())
                            && screen.shown().isEmpty())) {
                Thread.sleep(50);
            }
            if (screen.failure() != null) {
                throw screen.failure();
            }
            Map<Long, Long> arrivals = screen.arrivals();
            if (!arrivals.keySet().containsAll(acknowledged.keySet())
                    || !screen.shown().isEmpty()) {
                throw new IllegalStateException("a call was not shown, or did not go");
            }
            for (Map.Entry<Long, Long> one : acknowledged.entrySet()) {
                times[at++] = Math.max(0, (arrivals.get(one.getKey()) - one.getValue()) / 1e6);
            }
        }
        Arrays.sort(times);
        return times;
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
        double[] times = new double[ASKED];
        for (int i = -ASKED / 2; i < ASKED; i++) {
            long start = System.nanoTime();
            Visitor.Answer answer = owner.post("/calls/phone/matches", "text", NUMBER);
            if (answer.status() != 200 || answer.body().split("data-who=", -1).length <= HOLDERS) {
                throw new IllegalStateException("not all customers with the number were found");
            }
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        Measured.Contender contender = new Measured.Contender(
                "Callboard",
                1,
                1000 * ASKED / Arrays.stream(times).sum(),
                at(times, 0.5),
                at(times, 0.99),
                0,
                0,
                0,
                0,
                0);
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

    private static double at(double[] sorted, double part) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
