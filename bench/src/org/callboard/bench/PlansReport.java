package org.callboard.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes what {@link Plans} measured: a table to look over, then each statement with its plan. */
final class PlansReport {

    private final Plans.Run large;
    private final Plans.Run small;
    /** So many lines at the beginning are written once. */
    private static final int REPEATED = 5;

    /** A statement and its plan of more lines are shown only where they looked at the most pages of a search. */
    private static final int LONG = 60;

    private static final int FEW = 6;
    private static final int WIDTH = 180;

    private final Map<String, String> plans = new HashMap<>();
    private final Map<List<String>, String> statements = new LinkedHashMap<>();
    private final Map<String, Plans.Measured> ofSmall = new LinkedHashMap<>();

    PlansReport(Plans.Run large, Plans.Run small) {
        this.large = large;
        this.small = small;
        small.searches().forEach(one -> ofSmall.put(one.group() + "/" + one.title(), one));
    }

    String text() {
        StringBuilder text = new StringBuilder("""
                # How each search is run

                Made by `bench/plans`, never by hand: a Callboard on the data of `bench/seed` is asked for every search, the statements that it sends are noted, and each is explained with the same values, as the role `callboard_app` under row-level security. %s, %d processors; large: a company of %,d customers, small: one of %,d, each beside 200 small companies. Times are the quickest of several runs of the statements, with what they read in memory; pages are the 8 kB pages that the plans looked at. Where a search sends several statements, they are added up, and of more than %d indexes those of the costliest statement are named. Left out are parts of plans that never ran, how tags, custom fields and external data of the rows found are read, the check of the policy, sizes of memory, the ends of long lines, statements that ran in the same way before, and of a search that sends several statements the long ones but for that which looked at the most pages.

                """.formatted(
                        large.version(),
                        Runtime.getRuntime().availableProcessors(),
                        large.customers(),
                        small.customers(),
                        FEW));
        large.searches().stream()
                .collect(Collectors.groupingBy(Plans.Measured::group, LinkedHashMap::new, Collectors.toList()))
                .forEach((group, searches) -> table(text, group, searches));
        text.append("# The plans of the large company\n");
        large.searches().forEach(search -> plans(text, search));
        return text.toString();
    }

    private void table(StringBuilder text, String group, List<Plans.Measured> searches) {
        text.append("## ").append(group).append("\n\n");
        text.append("| Search | Served by | Large, ms | Small, ms | Ratio | Pages, large | Pages, small |\n");
        text.append("|---|---|---:|---:|---:|---:|---:|\n");
        for (Plans.Measured search : searches) {
            Plans.Measured other = ofSmall.get(search.group() + "/" + search.title());
            text.append("| ")
                    .append(search.title())
                    .append(" | ")
                    .append(servedBy(search))
                    .append(" | ")
                    .append(millis(search.millis()))
                    .append(" | ")
                    .append(other == null ? "" : millis(other.millis()))
                    .append(" | ")
                    .append(other == null ? "" : number("%.1f", search.millis() / other.millis()))
                    .append(" | ")
                    .append(search.pages())
                    .append(" | ")
                    .append(other == null ? "" : other.pages())
                    .append(" |\n");
        }
        text.append('\n');
    }

    /** All indexes; where they are many, those of the statement that looked at the most pages. */
    private static String servedBy(Plans.Measured search) {
        Set<String> all = new TreeSet<>();
        search.steps().forEach(step -> all.addAll(step.plan().servedBy()));
        if (all.size() <= FEW) {
            return String.join(", ", all);
        }
        List<String> costliest = search.steps().stream()
                .max(Comparator.comparing(step -> step.plan().pages()))
                .orElseThrow()
                .plan()
                .servedBy();
        return String.join(", ", costliest) + (costliest.size() < all.size() ? " (of " + all.size() + ")" : "");
    }

    private void plans(StringBuilder text, Plans.Measured search) {
        String title = search.group() + ": " + search.title();
        text.append("\n## ").append(title).append('\n');
        long most = search.steps().stream()
                .mapToLong(step -> step.plan().pages())
                .max()
                .orElse(0);
        for (Plans.Step step : search.steps()) {
            if (step.plan().pages() < most && length(step) > LONG) {
                continue;
            }
            String before = plans.putIfAbsent(step.sql() + step.plan().skeleton(), title);
            text.append("\n");
            if (before == null) {
                text.append("```sql\n").append(statement(title, step.sql())).append("\n```\n\n```\n");
                step.plan().essence().forEach(line -> text.append(cut(line)).append('\n'));
                text.append("```\n\n");
            } else {
                text.append("A statement and plan of ").append(before).append(". ");
            }
            text.append(
                            step.plan().servedBy().isEmpty()
                                    ? "No table was read; "
                                    : "Served by "
                                            + String.join(", ", step.plan().servedBy()) + "; ")
                    .append(millis(step.millis()))
                    .append(" ms, ")
                    .append(step.plan().pages())
                    .append(" pages.\n");
        }
    }

    private static long length(Plans.Step step) {
        return step.sql().lines().count() + step.plan().essence().size();
    }

    private static String cut(String line) {
        if (line.length() <= WIDTH) return line;
        int end = WIDTH - 1;
        if (Character.isHighSurrogate(line.charAt(end - 1))) end--; // half a character cannot be written
        return line.substring(0, end) + "…";
    }

    /** The lines of a statement, but not those with which one above began too. */
    private String statement(String title, String sql) {
        List<String> lines = sql.strip().lines().toList();
        String before = "";
        int same = 0;
        for (Map.Entry<List<String>, String> entry : statements.entrySet()) {
            int count = 0;
            while (count < Math.min(lines.size(), entry.getKey().size())
                    && lines.get(count).equals(entry.getKey().get(count))) {
                count++;
            }
            if (count > same) {
                same = count;
                before = entry.getValue();
            }
        }
        statements.putIfAbsent(lines, title);
        if (same < REPEATED) {
            return String.join("\n", lines);
        }
        return "-- " + (same == lines.size() ? "the statement" : "the first " + same + " lines") + " of " + before
                + "\n" + String.join("\n", lines.subList(same, lines.size()));
    }

    private static String millis(double millis) {
        return number(millis < 10 ? "%.2f" : "%.0f", millis);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
