package org.callboard.search;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.callboard.Application;
import org.callboard.platform.Caller;
import org.callboard.platform.Database;
import org.callboard.platform.Settings;
import org.callboard.tenants.Apps;
import org.callboard.tenants.Scope;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What finding costs, for {@code bench/search}: the search box as people type into it, and the filters of the list of
 * customers over HTTP, in a large company and in a small one in turn.
 */
final class SearchCost {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Random RANDOM = new Random(11);

    /** A customer on record, of whom something is typed. */
    private record Known(long id, String name, String street, String city, String zip, String phone, String email) {

        String first() {
            return name.split(" ")[0];
        }

        String last() {
            return name.substring(name.lastIndexOf(' ') + 1);
        }
    }

    private SearchCost() {}

    public static void main(String[] args) throws Exception {
        Database database = Database.open(args[0], args[1], args[2]);
        long large = Long.parseLong(args[3]);
        long small = Long.parseLong(args[4]);
        int rounds = Integer.parseInt(args[5]);
        Settings settings = new Settings(0, Path.of("bench", "out").toAbsolutePath(), null);
        try (ConfigurableApplicationContext context =
                Application.application(settings, database).run()) {
            box(context, large, rounds);
            lists(context, large, small, rounds);
        }
    }

    private static List<Known> sample(ConfigurableApplicationContext context, long tenant, int count) {
        return Caller.system(tenant).call(() -> {
            JdbcClient jdbc = context.getBean(JdbcClient.class);
            long[] range = jdbc.sql("select min(id), max(id) from customer where tenant_id = :tenant")
                    .param("tenant", tenant)
                    .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                    .single();
            List<Known> all = new ArrayList<>();
            while (all.size() < count) {
                jdbc.sql("""
                        select c.*, p.value as phone, e.value as email from customer c
                        cross join lateral (select value from customer_contact x where x.tenant_id = c.tenant_id
                            and x.customer_id = c.id and x.type <> 'Email' and x.active limit 1) p
                        cross join lateral (select value from customer_contact x where x.tenant_id = c.tenant_id
                            and x.customer_id = c.id and x.type = 'Email' and x.active limit 1) e
                        where c.tenant_id = :tenant and c.id >= :from and c.active and position(' ' in c.name) > 0
                        order by c.id limit 1
                        """)
                        .param("tenant", tenant)
                        .param("from", range[0] + (long) (RANDOM.nextDouble() * (range[1] - range[0])))
                        .query((row, number) -> all.add(new Known(
                                row.getLong("id"),
                                row.getString("name"),
                                row.getString("street"),
                                row.getString("city"),
                                row.getString("zip"),
                                row.getString("phone").replaceAll("[^0-9]", ""),
                                row.getString("email"))))
                        .list();
            }
            return all;
        });
    }

    private static final Map<String, Function<Known, String>> TYPED = typed();

    private static Map<String, Function<Known, String>> typed() {
        Map<String, Function<Known, String>> typed = new LinkedHashMap<>();
        typed.put("one letter", known -> begin(known.last(), 1));
        typed.put("two letters", known -> begin(known.first(), 2));
        typed.put("three letters", known -> begin(known.last(), 3));
        typed.put("last name", Known::last);
        typed.put("full name", Known::name);
        typed.put("parts of both names", known -> begin(known.first(), 3) + " " + begin(known.last(), 3));
        typed.put("name and city", known -> known.last() + " " + known.city());
        typed.put("first name and zip", known -> known.first() + " " + known.zip());
        typed.put("whole number", Known::phone);
        typed.put("area and office", known -> begin(known.phone(), 6));
        typed.put("office and half", known -> known.phone().substring(3, 8));
        typed.put("last four", known -> known.phone().substring(6));
        typed.put(
                "name and last four",
                known -> known.last() + " " + known.phone().substring(6));
        typed.put("house and street", Known::street);
        typed.put("house and three letters", known -> known.street().replaceFirst("^(\\S+ ...).*", "$1"));
        typed.put("whole address", known -> known.street() + ", " + known.city() + " " + known.zip());
        typed.put("street alone", known -> known.street().replaceFirst("^\\S+ ", ""));
        typed.put("e-mail half", known -> begin(known.email(), 7));
        typed.put("e-mail", Known::email);
        typed.put("nobody's name", known -> known.first() + "x " + known.last() + "q");
        typed.put("two that never meet", known -> "oh street ave drive road");
        return typed;
    }

    private static String begin(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private static void box(ConfigurableApplicationContext context, long tenant, int rounds) {
        Search search = context.getBean(Search.class);
        List<Known> people = sample(context, tenant, rounds);
        Map<String, List<Double>> times = new LinkedHashMap<>();
        Map<String, Integer> found = new LinkedHashMap<>();
        List<Double> all = new ArrayList<>();
        Map<String, String> slowest = new LinkedHashMap<>();
        Caller.system(tenant).run(() -> {
            for (int i = -Math.min(20, rounds); i < rounds; i++) {
                Known known = people.get(Math.floorMod(i, rounds));
                for (var one : TYPED.entrySet()) {
                    long start = System.nanoTime();
                    List<Search.Hit> hits = search.find(tenant, one.getValue().apply(known), 20);
                    double ms = (System.nanoTime() - start) / 1e6;
                    if (i >= 0) {
                        List<Double> own = times.computeIfAbsent(one.getKey(), k -> new ArrayList<>());
                        if (own.stream().allMatch(other -> other < ms)) {
                            slowest.put(one.getKey(), one.getValue().apply(known));
                        }
                        own.add(ms);
                        all.add(ms);
                        if (hits.stream().anyMatch(hit -> hit.customerId() == known.id())) {
                            found.merge(one.getKey(), 1, Integer::sum);
                        }
                    }
                }
            }
        });
        System.out.printf(
                "%nsearch box, company %d%n%-26s %8s %8s %8s %6s  %s%n",
                tenant, "", "p50 ms", "p99 ms", "max ms", "found", "slowest");
        times.forEach(
                (name, list) -> print(name, list, found.getOrDefault(name, 0), String.valueOf(slowest.get(name))));
        print("all", all, found.values().stream().mapToInt(n -> n).sum(), "");
    }

    private static void print(String name, List<Double> times, int found, String slowest) {
        double[] sorted = times.stream().mapToDouble(t -> t).sorted().toArray();
        System.out.printf(
                "%-26s %8.2f %8.2f %8.2f %5.0f%%  %s%n",
                name,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.99)],
                sorted[sorted.length - 1],
                100.0 * found / times.size(),
                slowest);
    }

    private static final Map<String, Function<Known, String>> LISTED = listed();

    private static Map<String, Function<Known, String>> listed() {
        Map<String, Function<Known, String>> listed = new LinkedHashMap<>();
        listed.put("phone, ten digits", known -> "phone=" + known.phone());
        listed.put("phone, seven digits", known -> "phone=" + known.phone().substring(3));
        listed.put("phone, four digits", known -> "phone=" + known.phone().substring(6));
        listed.put("name", known -> "name=" + encoded(known.name()));
        listed.put("last name", known -> "name=" + encoded(known.last()));
        listed.put("three letters of a name", known -> "name=" + encoded(begin(known.last(), 3)));
        listed.put("street", known -> "street=" + encoded(known.street()));
        listed.put("street and zip", known -> "street=" + encoded(known.street()) + "&zip=" + known.zip());
        listed.put("name and city", known -> "name=" + encoded(known.last()) + "&city=" + encoded(known.city()));
        listed.put("city and state", known -> "state=Ohio&city=" + encoded(known.city()));
        listed.put("country", known -> "country=USA");
        listed.put("unknown name", known -> "name=" + encoded(known.last()) + "qqq");
        listed.put("unfiltered", known -> "");
        return listed;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Client(long tenant, String base, String token, String key) {

        HttpResponse<String> get(String query) throws Exception {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(base + "/crm/v2/tenant/" + tenant + "/customers?" + query))
                            .header("Authorization", "Bearer " + token)
                            .header("ST-App-Key", key)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static Client client(ConfigurableApplicationContext context, long tenant) throws Exception {
        String base = "http://localhost:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
        Apps apps = context.getBean(Apps.class);
        Apps.Registered app = Caller.system(tenant)
                .call(() -> apps.register(tenant, "bench " + System.nanoTime(), EnumSet.allOf(Scope.class)));
        Apps.Connected connected = Caller.system(tenant).call(() -> apps.connect(tenant, app.id(), null));
        HttpResponse<String> token = HTTP.send(
                HttpRequest.newBuilder(URI.create(base + "/connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id="
                                + connected.clientId() + "&client_secret=" + connected.clientSecret()))
                        .build(),
                BodyHandlers.ofString());
        return new Client(
                tenant, base, JSON.readTree(token.body()).get("access_token").stringValue(), app.appKey());
    }

    private static void lists(ConfigurableApplicationContext context, long large, long small, int rounds)
            throws Exception {
        List<Client> clients = List.of(client(context, large), client(context, small));
        List<List<Known>> people = List.of(sample(context, large, rounds), sample(context, small, rounds));
        Map<String, double[][]> times = new LinkedHashMap<>();
        LISTED.keySet().forEach(name -> times.put(name, new double[2][rounds]));
        for (int i = -Math.min(20, rounds); i < rounds; i++) {
            for (var one : LISTED.entrySet()) {
                for (int side = 0; side < 2; side++) {
                    Known known = people.get(side).get(Math.floorMod(i, rounds));
                    long start = System.nanoTime();
                    HttpResponse<String> answer = clients.get(side)
                            .get("pageSize=10&" + one.getValue().apply(known));
                    double ms = (System.nanoTime() - start) / 1e6;
                    if (answer.statusCode() != 200) {
                        throw new IllegalStateException(answer.body());
                    }
                    if (i >= 0) {
                        times.get(one.getKey())[side][i] = ms;
                    }
                }
            }
        }
        System.out.printf(
                "%nlist of customers over HTTP, ten a page%n%-26s %9s %9s %7s %9s%n",
                "", "large p50", "small p50", "ratio", "large p99");
        times.forEach((name, both) -> {
            Arrays.stream(both).forEach(Arrays::sort);
            System.out.printf(
                    "%-26s %9.2f %9.2f %7.2f %9.2f%n",
                    name,
                    both[0][rounds / 2],
                    both[1][rounds / 2],
                    both[0][rounds / 2] / both[1][rounds / 2],
                    both[0][(int) (rounds * 0.99)]);
        });
    }
}
