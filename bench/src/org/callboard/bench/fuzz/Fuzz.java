package org.callboard.bench.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * {@code bench/fuzz}: sends requests that are right but for one to three things, of every operation of the API and every
 * page, to a running Callboard with the demonstration. It lists answers that no request may get: 500, nothing at all, and
 * below the API's prefixes anything but the one shape of an error. The same seed sends the same requests.
 */
final class Fuzz {

    private static final int THREADS = 4;
    private static final int SHOWN = 40;

    /** What would lock the fuzz out of the company; it is called with ids that nobody has. */
    private static final List<String> OWN_ACCESS = List.of(
            "/settings/api-access",
            "/settings/users",
            "/settings/{kind}/{id}",
            "/settings/booking-pages/{id}/renew",
            "/settings/telephone-systems/{id}");

    /** Ends the session, or would have to be let in by a code. */
    private static final List<String> LEFT_OUT = List.of("/sign-out", "/connect/token", "/setup");

    private final int port;
    private final Company company;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<Integer, AtomicLong> statuses = new ConcurrentSkipListMap<>();
    private final Map<String, List<RawRequest>> failures = new ConcurrentSkipListMap<>(Comparator.reverseOrder());

    private Fuzz(int port, Map<String, String> env) {
        this.port = port;
        company = new Company("http://localhost:" + port, env);
        List<Operation> api = Operations.ofApi(company.document());
        company.explore(api);
        operations.addAll(api);
        operations.addAll(Operations.ofPages(company.fields()));
        operations.removeIf(operation -> LEFT_OUT.stream().anyMatch(operation.path()::startsWith));
    }

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        Map<String, String> env = Files.readAllLines(Path.of(args[1])).stream()
                .map(line -> line.split("=", 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        int requests = Integer.parseInt(args[2]);
        long seed = Long.parseLong(args[3]);
        Fuzz fuzz = new Fuzz(port, env);
        fuzz.run(requests, seed);
        System.exit(fuzz.report(requests, seed) ? 0 : 1);
    }

    private void run(int requests, long seed) throws Exception {
        List<Callable<Void>> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            HostileValues values = new HostileValues(new Random(seed * THREADS + thread));
            threads.add(() -> {
                for (int i = 0; i < requests / THREADS; i++) {
                    send(draft(values).request());
                }
                return null;
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Void> done : pool.invokeAll(threads)) {
                done.get();
            }
        }
    }

    private Draft draft(HostileValues values) {
        Operation operation = values.oneOf(operations);
        boolean known = operation.method().equals("GET") || OWN_ACCESS.stream().noneMatch(operation.path()::startsWith);
        Draft draft =
                new Draft(operation, company.fill(operation, known, values), company.access(operation.api()), values);
        if (operation.body().startsWith("{") || operation.body().startsWith("[")) {
            draft.json(Operations.withIds(operation.body(), company.ids(), values));
        } else if (operation.path().startsWith(Twilio.PATH)) {
            draft.event(company.twilio());
        } else if (!operation.api() && !operation.method().equals("GET")) {
            draft.form(operation.fields(), company.csrf());
        } else if (operation.contentType() != null) {
            draft.text("Name,Phone\nJordan Reyes,937-555-0119\n");
        }
        for (int i = values.below(4); i > 0; i--) {
            draft.spoil();
        }
        return draft;
    }

    private void send(RawRequest request) {
        RawAnswer answer;
        try {
            answer = RawAnswer.to(request, port);
        } catch (IOException e) {
            fail("no answer: " + e.getMessage(), request);
            return;
        }
        statuses.computeIfAbsent(answer.status(), status -> new AtomicLong()).incrementAndGet();
        boolean below = request.target().contains("/tenant/") || request.route().contains("/tenant/");
        if (answer.status() == 0) {
            fail("no answer", request);
        } else if (answer.status() >= 500 && answer.status() != 501 && answer.status() != 505) {
            fail("" + answer.status(), request);
        } else if (below && answer.status() >= 400 && !request.method().equals("HEAD") && !answer.isApiError()) {
            fail(answer.status() + (answer.isHtml() ? " as HTML" : " in another shape"), request);
        } else if (answer.status() == 401 || answer.head().contains("Location: /sign-in")) {
            renew(request);
        }
    }

    /** A session or a token may have come to its end by itself, or by a request that was let in. */
    private void renew(RawRequest request) {
        if (request.headers().containsAll(company.access(request.route().contains("/tenant/")))) {
            company.enter();
        }
    }

    private void fail(String what, RawRequest request) {
        failures.computeIfAbsent(what + "  " + request.route(), key -> new ArrayList<>());
        failures.computeIfPresent(what + "  " + request.route(), (key, all) -> {
            all.add(request);
            return all;
        });
    }

    private boolean report(int requests, long seed) {
        System.out.printf("%,d requests of %d operations, seed %d%n", requests, operations.size(), seed);
        new TreeMap<>(statuses).forEach((status, count) -> System.out.printf("%6d  %s%n", count.get(), status));
        failures.entrySet().stream()
                .limit(SHOWN)
                .forEach(entry -> System.out.printf(
                        "%n%s  (%d times), such as%n%s%n",
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().getFirst()));
        System.out.printf("%n%d kinds of answers that no request may get%n", failures.size());
        return failures.isEmpty();
    }
}
