package org.callboard.bench.search;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.callboard.bench.Opened;
import org.callboard.bench.search.Kind.Of;
import org.callboard.bench.search.Kind.Part;
import org.callboard.testing.Visitor;

/**
 * {@code bench/search}: how long somebody waits who looks for people on record, kind by kind. Each kind has its turn in
 * several passes, so that what else the machine does meets all alike.
 */
final class Searching {

    private static final int PASSES = 4;
    private static final int WARM = 5;

    /** A kind that takes longer than this altogether is asked less often. */
    private static final double ENOUGH = 60_000;

    private static final int POOL = 8;

    private final Path data;
    private final int searches;
    private final Notes notes;
    private final Map<Of, List<Known>> people = new EnumMap<>(Of.class);
    private final Map<Kind, Integer> next = new HashMap<>();
    private final Map<Kind, Double> spent = new HashMap<>();
    private int failed;

    private Searching(Path data, int searches, Notes notes) {
        this.data = data;
        this.searches = searches;
        this.notes = notes;
    }

    public static void main(String[] args) throws Exception {
        if (args[0].equals("report")) {
            Files.writeString(Path.of(args[1]), Report.of(Arrays.asList(args).subList(2, args.length)));
            return;
        }
        Path data = Path.of(args[0]);
        Set<Part> parts = EnumSet.noneOf(Part.class);
        Arrays.stream(args[2].split(","))
                .map(part -> Part.valueOf(part.toUpperCase(Locale.ROOT)))
                .forEach(parts::add);
        int failed;
        try (Opened opened = Opened.on(data, context -> {});
                Notes notes = Notes.into(Path.of(args[3]), opened.number("CUSTOMERS"), args[4])) {
            Searching searching = new Searching(data, Integer.parseInt(args[1]), notes);
            searching.measure(opened, parts);
            failed = searching.failed;
        }
        System.exit(failed == 0 ? 0 : 1);
    }

    private void measure(Opened opened, Set<Part> parts) throws InterruptedException {
        People found = new People(opened);
        for (Of of : Of.values()) {
            people.put(of, found.some(of, searches * POOL, 11));
        }
        List<Kind> kinds = kinds(opened, found, parts);
        for (Kind kind : kinds) {
            ask(kind, WARM, false);
        }
        next.clear();
        spent.clear();
        for (int pass = 1; pass <= PASSES; pass++) {
            for (Kind kind : kinds) {
                Machine before = Machine.now(data);
                int asked = ask(kind, Math.max(1, searches / PASSES), true);
                if (asked > 0) {
                    notes.took(kind, asked, Machine.now(data).since(before));
                }
            }
            System.out.println("pass " + pass + " of " + PASSES);
        }
    }

    private static List<Kind> kinds(Opened opened, People people, Set<Part> parts) {
        Visitor owner = opened.owner();
        List<Kind> kinds = new ArrayList<>();
        for (Part part : parts) {
            kinds.addAll(
                    switch (part) {
                        case BOX -> BoxKinds.all(owner);
                        case FILTERS -> FilterKinds.all(opened);
                        case LISTS -> ListKinds.all(opened.url(), owner);
                        case MATCHING -> MatchKinds.all(opened, people);
                    });
        }
        return kinds;
    }

    /** Searches for the next ones of whom this can be typed, as often as is wanted and there is time. */
    private int ask(Kind kind, int wanted, boolean counts) throws InterruptedException {
        List<Known> pool = people.get(kind.of());
        int asked = 0;
        while (asked < wanted && next.getOrDefault(kind, 0) < pool.size() && spent.getOrDefault(kind, 0.0) < ENOUGH) {
            Known known = pool.get(next.merge(kind, 1, Integer::sum) - 1);
            String typed = kind.typed().apply(known);
            if (typed != null) {
                ask(kind, known, typed, counts);
                asked++;
            }
        }
        return asked;
    }

    private void ask(Kind kind, Known known, String typed, boolean counts) throws InterruptedException {
        long start = System.nanoTime();
        String answer = null;
        String problem = "";
        try {
            while (answer == null) {
                start = System.nanoTime();
                try {
                    answer = kind.asking().ask(known, typed);
                } catch (ListKinds.Busy e) {
                    Thread.sleep(e.patience());
                }
            }
        } catch (IllegalStateException | UncheckedIOException e) {
            problem = Notes.FAILED + e.getMessage();
            failed++;
            System.err.println(problem);
        }
        double millis = (System.nanoTime() - start) / 1e6;
        spent.merge(kind, millis, Double::sum);
        if (counts) {
            Kind.Read read = answer == null
                    ? Kind.Read.of(false, problem)
                    : kind.reading().of(known, answer);
            notes.asked(kind, known, millis, read, typed);
        }
    }
}
