package org.callboard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What PostgreSQL says of how it ran a statement. */
record Plan(List<String> lines) {

    private static final Pattern INDEX =
            Pattern.compile("(?:Index(?: Only)? Scan(?: Backward)? using|Bitmap Index Scan on) (\\w+)");
    private static final Pattern SCAN = Pattern.compile("Seq Scan on (\\w+)");
    private static final Pattern TABLE = Pattern.compile("Scan.* on \\w+");
    private static final Pattern ATTACHED =
            Pattern.compile(" on (tag|custom_field_value|custom_field_type|external_data)\\b");
    private static final Pattern ASIDE = Pattern.compile(
            "^ *(One-Time Filter: \\(\\(NULLIF\\(current_setting\\('callboard[^=]*= [^=]*|Index Searches: .*|Heap Fetches: 0"
                    + "|Storage: .*|Buckets: .*|Sort Method: .*|Batches: .*|Rows Removed by Filter: 0)$");
    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

    /**
     * What matters of it: without the parts that never ran, those that only read the tags, custom fields and external data
     * of the rows that were found, the check of the policy itself, which is the same everywhere, and sizes of memory.
     */
    List<String> essence() {
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int end = endOfPart(i);
            if (isLeftOut(lines.subList(i, end))) {
                i = end - 1;
            } else if (!ASIDE.matcher(lines.get(i)).find()) {
                rest.add(lines.get(i));
            }
        }
        return rest;
    }

    private boolean isLeftOut(List<String> part) {
        String head = part.getFirst().strip();
        if (!head.startsWith("SubPlan")) {
            return head.contains("(never executed)");
        }
        List<String> tables =
                part.stream().filter(line -> TABLE.matcher(line).find()).toList();
        return part.get(1).contains("(never executed)")
                || !isAsked(head)
                        && tables.stream()
                                .allMatch(line -> ATTACHED.matcher(line).find());
    }

    /** Whether a condition names the part. */
    private boolean isAsked(String part) {
        return lines.stream().anyMatch(line -> line.contains(part + ")") || line.contains(part + "."));
    }

    private int endOfPart(int begin) {
        int end = begin + 1;
        while (end < lines.size() && depth(end) > depth(begin)) {
            end++;
        }
        return end;
    }

    /** How it ran, whatever it was asked for and however much it found. */
    String skeleton() {
        return essence().stream()
                .filter(line -> line.contains("->") || line.contains("Cond") || line.contains("Filter:"))
                .map(line -> line.replaceAll("\\(actual.*\\)|'[^']*'|\\d", ""))
                .collect(Collectors.joining("\n"));
    }

    private int depth(int line) {
        return lines.get(line).length() - lines.get(line).stripLeading().length();
    }

    /** The indexes that found the rows, and the tables that were read whole. */
    List<String> servedBy() {
        return Stream.concat(
                        names(INDEX).stream().map(name -> "`" + name + "`"),
                        names(SCAN).stream().map(name -> "**all of " + name + "**"))
                .toList();
    }

    private Set<String> names(Pattern pattern) {
        Set<String> names = new TreeSet<>();
        essence().stream().map(pattern::matcher).filter(Matcher::find).forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** How many pages of 8 kB were looked at; of the whole plan, whose figure comes first. */
    long pages() {
        return lines.stream()
                .map(BUFFERS::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(found -> number(found.group(1)) + number(found.group(2)))
                .orElse(0L);
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
