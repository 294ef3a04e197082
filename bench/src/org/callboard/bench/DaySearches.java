package org.callboard.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.testing.Visitor;

/**
 * {@code bench/search --day}: what a CSR types in a day, among a million customers. Those who are meant are put among them
 * once. Says which of them does not stand first or second of its kind.
 */
final class DaySearches {

    private static final int SHOWN = 2;

    /** A search that takes longer, in ms, is named. */
    private static final int SLOW = 150;

    /** As the lists of the results are called in addresses. A job or an invoice has a number that no other has. */
    private static final Map<String, String> LISTS =
            Map.of("Customer", "customers", "Location", "locations", "Lead", "leads", "Booking", "calls");

    private static final Pattern LINK = Pattern.compile("href=\"/([a-z-]+)/([0-9]+)[\"?#]");

    private final Visitor visitor;
    private final Map<String, Long> meant;
    private final List<String> missed = new ArrayList<>();
    private final List<Double> took = new ArrayList<>();

    private DaySearches(Opened opened, Map<String, Long> meant) {
        this.visitor = opened.owner();
        this.meant = meant;
    }

    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        boolean all;
        try (Opened opened = Opened.on(data, context -> {})) {
            DaySearches day = new DaySearches(opened, planted(opened, data.resolve("day-searches.tsv")));
            all = day.ask();
        }
        System.exit(all ? 0 : 1);
    }

    /** The ids of those who are meant, by kind and name; they are put among the others where that was not done before. */
    private static Map<String, Long> planted(Opened opened, Path file) throws IOException {
        Map<String, Long> ids = new HashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split("\t");
                ids.put(cells[0], Long.valueOf(cells[1]));
            }
            return ids;
        }
        ids.putAll(new DayPeople(opened).plant());
        Files.write(
                file,
                ids.entrySet().stream()
                        .map(one -> one.getKey() + "\t" + one.getValue())
                        .toList());
        return ids;
    }

    private boolean ask() {
        for (int warm = 0; warm < 2; warm++) {
            missed.clear();
            took.clear();
            for (List<String> line : DayPeople.rows("/searches-of-a-day.txt")) {
                if (!LISTS.containsKey(line.get(2))) {
                    continue;
                }
                Stream.of(line.get(0), line.get(1))
                        .filter(typed -> !typed.isEmpty())
                        .forEach(typed -> ask(typed, line.get(2), line.get(3)));
            }
        }
        missed.forEach(System.out::println);
        double[] sorted =
                took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "%d of %d stand first or second; median %.0f ms, longest %.0f ms%n",
                took.size() - missed.size(), took.size(), sorted[sorted.length / 2], sorted[sorted.length - 1]);
        return missed.isEmpty();
    }

    private void ask(String typed, String kind, String name) {
        List<Long> ids = meant(kind + " " + name);
        long start = System.nanoTime();
        String page = visitor.get("/search?q=" + URLEncoder.encode(typed, UTF_8), "HX-Request", "true")
                .body();
        double millis = (System.nanoTime() - start) / 1e6;
        took.add(millis);
        if (millis > SLOW) {
            System.out.printf("%s: %.0f ms%n", typed, millis);
        }
        String list = Objects.requireNonNull(LISTS.get(kind), kind);
        List<Long> found = LINK.matcher(page)
                .results()
                .filter(link -> link.group(1).equals(list))
                .map(DaySearches::id)
                .distinct()
                .toList();
        if (found.stream().limit(SHOWN).noneMatch(ids::contains)) {
            String where = found.stream().anyMatch(ids::contains) ? "further below" : "not there";
            missed.add("%s: %s %s is %s".formatted(typed, kind, name, where));
        }
    }

    /** The file names people by the beginning of their names, and locations without their customer. */
    private List<Long> meant(String who) {
        List<Long> ids = meant.entrySet().stream()
                .filter(one -> one.getKey().startsWith(who))
                .map(Map.Entry::getValue)
                .toList();
        if (ids.isEmpty()) {
            throw new IllegalStateException("nobody is " + who);
        }
        return ids;
    }

    private static Long id(MatchResult link) {
        return Long.valueOf(link.group(2));
    }
}
