package org.callboard.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the performance budget asks of a part; 0 where it asks nothing.
 *
 * @param ratio at least this part of the reference's rate
 * @param slower at most so many times the time on the smallest data set
 * @param p99 below so many milliseconds
 * @param median below so many milliseconds
 */
record Goal(double ratio, double slower, double p99, double median) {

    private static final Map<String, Goal> GOALS = Map.of(
            "get", new Goal(0.35, 0, 10, 0),
            "post", new Goal(0.4, 0, 0, 0),
            "search", new Goal(0, 1.3, 0, 0),
            "export", new Goal(0.5, 0, 0, 0),
            "import", new Goal(0.25, 0, 0, 0),
            "screens", new Goal(0, 0, 250, 0),
            "pop", new Goal(0, 0, 300, 0),
            "number", new Goal(0, 0, 0, 50),
            "jobs", new Goal(0, 0, 0, 25),
            "start", new Goal(0, 0, 0, 3000));

    private static final Goal NONE = new Goal(0, 0, 0, 0);

    static Goal of(String part) {
        return GOALS.getOrDefault(part, NONE);
    }

    /** How many times as long as on the smallest data set. */
    static double slower(Measured row) {
        return row.callboard().median() / row.contenders().get(1).median();
    }

    /** In words, for the table. */
    String words() {
        List<String> words = new ArrayList<>();
        if (ratio > 0) words.add("at least " + number(ratio));
        if (slower > 0) words.add("at most " + number(slower) + " times slower");
        if (p99 > 0) words.add("p99 below " + number(p99) + " ms");
        if (median > 0) words.add("below " + time(median));
        return String.join(", ", words);
    }

    /** What was missed, and by how much; empty where nothing was. */
    List<String> missed(Measured row) {
        List<String> missed = new ArrayList<>();
        if (ratio > 0 && row.ratio() < ratio) {
            missed.add("%.2f of the reference instead of %s".formatted(row.ratio(), number(ratio)));
        }
        if (slower > 0 && slower(row) > slower) {
            missed.add("%.2f times slower instead of %s".formatted(slower(row), number(slower)));
        }
        if (p99 > 0 && row.callboard().p99() >= p99) {
            missed.add("p99 %.1f ms instead of %s".formatted(row.callboard().p99(), number(p99)));
        }
        if (median > 0 && row.callboard().median() >= median) {
            missed.add(time(row.callboard().median()) + " instead of " + time(median));
        }
        return missed;
    }

    private static String time(double millis) {
        return millis < 1000
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.2f s", millis / 1000);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%s", value);
    }
}
