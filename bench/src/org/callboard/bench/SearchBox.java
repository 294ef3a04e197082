package org.callboard.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.callboard.database.Caller;
import org.callboard.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code bench/search}: how long somebody waits for the search box. What is typed is asked of a running Callboard over
 * HTTP as the box asks, with a session, for people from all over the large company.
 */
final class SearchBox {

    private static final Random RANDOM = new Random(11);
    private static final int WARM = 20;

    /** A customer on record, of whom something is typed. */
    private record Known(long id, String name, String street, String city, String zip, String phone, String email) {

        String first() {
            return name.split(" ")[0];
        }

        String last() {
            return name.substring(name.lastIndexOf(' ') + 1);
        }
    }

    /** What one kind of words cost, in ms; {@code worst} are those that took longest. */
    private static final class Cost {
        private final List<Double> times = new ArrayList<>();
        private int found;
        private double longest;
        private String worst = "";

        void add(double ms, String typed, boolean hit) {
            times.add(ms);
            found += hit ? 1 : 0;
            if (ms > longest) {
                longest = ms;
                worst = typed;
            }
        }

        String row(String title) {
            double[] sorted = times.stream().mapToDouble(t -> t).sorted().toArray();
            return "| %s | %.1f | %.1f | %.1f | %.0f %% | %s |%n"
                    .formatted(
                            title,
                            sorted[sorted.length / 2],
                            sorted[(int) (sorted.length * 0.99)],
                            longest,
                            100.0 * found / sorted.length,
                            worst);
        }
    }

    private SearchBox() {}

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[1]);
        try (Opened opened = Opened.on(Path.of(args[0]), context -> {})) {
            String report = report(opened, rounds);
            System.out.print(report);
            Files.writeString(Path.of(args[2]), report);
        }
        System.exit(0);
    }

    private static String report(Opened opened, int rounds) {
        Visitor owner = opened.owner();
        List<Known> people = people(opened, rounds);
        Map<String, Cost> costs = new LinkedHashMap<>();
        Cost all = new Cost();
        for (int i = -Math.min(WARM, rounds); i < rounds; i++) {
            Known known = people.get(Math.floorMod(i, rounds));
            for (var one : TYPED.entrySet()) {
                String typed = one.getValue().apply(known);
                long start = System.nanoTime();
                Visitor.Answer answer = owner.get("/search?q=" + URLEncoder.encode(typed, UTF_8), "HX-Request", "true");
                double ms = (System.nanoTime() - start) / 1e6;
                if (answer.status() != 200) {
                    throw new IllegalStateException(typed + ": " + answer.status());
                }
                if (i >= 0) {
                    boolean hit = answer.body().contains("/customers/" + known.id + "\"");
                    costs.computeIfAbsent(one.getKey(), key -> new Cost()).add(ms, typed, hit);
                    all.add(ms, typed, hit);
                }
            }
        }
        StringBuilder text = new StringBuilder("# What the search box costs\n\nMade by `bench/search`: ")
                .append(opened.get("CUSTOMERS"))
                .append(" customers, one search after the other, ")
                .append(rounds)
                .append(" of each kind. *Found*: the customer meant is among the eight shown.\n\n")
                .append("| Typed | Median, ms | p99, ms | Longest, ms | Found | Which took longest |\n")
                .append("|---|---:|---:|---:|---:|---|\n");
        costs.forEach((title, cost) -> text.append(cost.row(title)));
        return text.append(all.row("all")).toString();
    }

    private static List<Known> people(Opened opened, int count) {
        long tenant = opened.number("TENANT");
        JdbcClient jdbc = opened.context().getBean(JdbcClient.class);
        return Caller.system(tenant).call(() -> {
            long[] range = jdbc.sql("select min(id), max(id) from customer where tenant_id = :tenant")
                    .param("tenant", tenant)
                    .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                    .single();
            List<Known> all = new ArrayList<>();
            while (all.size() < count) {
                jdbc.sql("""
                        select c.*, p.value as phone, e.value as email from customer c
                        cross join lateral (select value from contact_entry x where x.tenant_id = c.tenant_id
                            and x.owner_kind = 'customer' and x.owner_id = c.id and x.type <> 'Email' and x.active limit 1) p
                        cross join lateral (select value from contact_entry x where x.tenant_id = c.tenant_id
                            and x.owner_kind = 'customer' and x.owner_id = c.id and x.type = 'Email' and x.active limit 1) e
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
        typed.put("half an e-mail address", known -> begin(known.email(), 7));
        typed.put("e-mail address", Known::email);
        typed.put("nobody's name", known -> known.first() + "x " + known.last() + "q");
        typed.put("words that never meet", known -> "oh street ave drive road");
        return typed;
    }

    private static String begin(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }
}
