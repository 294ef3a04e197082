package org.callboard.bench.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.callboard.access.Apps;
import org.callboard.bench.Opened;
import org.callboard.bench.Recorder;
import org.callboard.bench.Recorder.Ran;
import org.callboard.testing.Api;
import org.jspecify.annotations.Nullable;

/**
 * What the running code sends to the database for the requests that are measured, so that the reference never falls
 * behind it: noted once, on one data set, and given out as scripts for pgbench and psql.
 *
 * @param booking and customer: a read by {@code :id}; {@code page}: a page of customers from {@code :offset} on
 * @param post the INSERTs of one booking
 * @param exports the COPY of each kind, by the name of its file
 */
record Statements(String booking, String customer, String page, String post, Map<String, String> exports) {

    static final List<String> KINDS =
            List.of("customers", "customer-contacts", "locations", "location-contacts", "bookings", "leads");
    static final int PAGE = 50;

    private static final int SOME_PAGE = 8;

    static Statements of(Path data) throws Exception {
        try (Opened opened =
                Opened.on(data, context -> context.registerBean(Recorder.Everywhere.class, Recorder.Everywhere::new))) {
            return note(opened);
        }
    }

    private static Statements note(Opened opened) {
        Recorder recorder = (Recorder) opened.context().getBean(DataSource.class);
        Api api = new Api(
                opened.url(),
                opened.number("TENANT"),
                new Apps.Registered(0, opened.get("APP_KEY")),
                new Apps.Connected(0, opened.get("CLIENT_ID"), opened.get("CLIENT_SECRET")));
        long booking = someId(api, "/bookings");
        long customer = someId(api, "/customers");
        recorder.takeAll();
        ok(api.get(api.path("crm/v2", "/bookings/" + booking)));
        String readBooking = text(only(recorder, "from booking"), Map.of(booking, ":id")) + ";\n";
        ok(api.get(api.path("crm/v2", "/customers/" + customer)));
        String readCustomer = text(only(recorder, "from customer"), Map.of(customer, ":id")) + ";\n";
        ok(api.get(api.path("crm/v2", "/customers?pageSize=" + PAGE + "&page=" + SOME_PAGE)));
        String page = text(only(recorder, "from customer"), Map.of((SOME_PAGE - 1) * PAGE, ":offset")) + ";\n";
        return new Statements(
                readBooking, readCustomer, page, post(recorder, api, opened.env()), exports(recorder, api));
    }

    private static long someId(Api api, String list) {
        return ok(api.get(api.path("crm/v2", list + "?pageSize=1&page=20")))
                .json()
                .at("/data/0/id")
                .longValue();
    }

    private static Api.Answer ok(Api.Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.text());
        }
        return answer;
    }

    private static Ran only(Recorder recorder, String words) {
        List<Ran> found = recorder.takeAll().stream()
                .filter(ran -> ran.sql().contains(words))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("expected one statement, not " + found);
        }
        return found.getFirst();
    }

    private static String post(Recorder recorder, Api api, Map<String, String> env) {
        String externalId = Bookings.PREFIX + System.nanoTime();
        Api.Answer answer = ok(api.post(
                api.path("crm/v2", Bookings.path(env)),
                Bookings.BODY.formatted(externalId).strip()));
        long id = answer.json().get("id").longValue();
        Map<Object, String> variables =
                Map.of(id, ":id", Long.toString(id), ":id", externalId, "('" + Bookings.PREFIX + "' || :external)");
        Predicate<Ran> insert = ran -> ran.sql().strip().startsWith("insert");
        StringBuilder script = new StringBuilder("\\set external random(1, 1000000000000000)\nbegin;\n");
        recorder.takeAll().stream().filter(insert).forEach(ran -> {
            boolean first = ran.sql().contains("into booking ");
            script.append(text(ran, variables)).append(first ? "\n\\gset\n" : ";\n");
        });
        return script.append("commit;\n").toString();
    }

    private static Map<String, String> exports(Recorder recorder, Api api) {
        Map<String, String> exports = new LinkedHashMap<>();
        for (String kind : KINDS) {
            recorder.takeAll();
            begin(api.request("GET", api.path("callboard/v1", "/export/" + kind + ".ndjson"), null));
            Ran first = recorder.takeAll().stream()
                    .filter(ran -> ran.sql().contains("from " + table(kind))
                            && ran.sql().contains("id > ?"))
                    .findFirst()
                    .orElseThrow();
            exports.put(kind, "copy (select row_to_json(r) from (" + withoutLimit(first) + ") r) to stdout");
        }
        return exports;
    }

    static String table(String kind) {
        return kind.endsWith("-contacts") ? "contact_entry" : kind.substring(0, kind.length() - 1);
    }

    /** Takes the beginning of an answer: all of it would not fit into memory. */
    private static void begin(HttpRequest request) {
        try (InputStream body =
                Api.HTTP.send(request, BodyHandlers.ofInputStream()).body()) {
            body.read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String withoutLimit(Ran ran) {
        String text = text(ran, Map.of());
        return text.substring(0, text.lastIndexOf("limit ")).strip();
    }

    /** The statement with its values in it, or what stands for them. */
    private static String text(Ran ran, Map<?, String> variables) {
        Map<Integer, @Nullable Object> values = new HashMap<>();
        ran.values()
                .forEach(call -> values.put(
                        (Integer) call.args()[0], call.method().getName().equals("setNull") ? null : call.args()[1]));
        StringBuilder text = new StringBuilder();
        int place = 0;
        for (char c : ran.sql().strip().toCharArray()) {
            if (c == '?') {
                place++;
                Object value = values.get(place);
                String variable = value == null ? "null" : variables.get(value);
                text.append(variable != null ? variable : literal(value, variables));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** A letter behind a colon would be a variable of pgbench, also in quotation marks. */
    private static String literal(Object value, Map<?, String> variables) {
        return switch (value) {
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case Instant instant -> "'" + instant + "'::timestamptz";
            case UUID uuid -> "'" + uuid + "'::uuid";
            case String[] texts ->
                Arrays.stream(texts)
                        .map(one -> one == null
                                ? "null"
                                : Objects.requireNonNullElseGet(variables.get(one), () -> literal(one, variables)))
                        .collect(Collectors.joining(", ", "array[", "]::text[]"));
            case Long[] numbers ->
                Arrays.stream(numbers).map(String::valueOf).collect(Collectors.joining(", ", "array[", "]::bigint[]"));
            default -> "'" + value.toString().replace("'", "''").replaceAll(":(?=[A-Za-z])", ": ") + "'";
        };
    }
}
