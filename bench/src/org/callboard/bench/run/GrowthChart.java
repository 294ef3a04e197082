package org.callboard.bench.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How the processor time of one operation grows with the company, as a picture: 1 is the smallest data set. */
final class GrowthChart {

    private static final Set<String> PARTS = Set.of("get", "page", "post", "search", "export");
    private static final int LEFT = 56;
    private static final int RIGHT = 470;
    private static final int TOP = 24;
    private static final int BOTTOM = 330;
    private static final int LABEL = 15;

    private static final List<String> COLORS =
            List.of("#2f7de1", "#7a5fd0", "#c2549c", "#d9534f", "#d98a2b", "#8a9a2a", "#3f9f5f", "#2a9fa5");

    /** One line of the chart: how many times the cost of the smallest size, by size. */
    private final Map<String, TreeMap<Integer, Double>> lines = new LinkedHashMap<>();

    private int smallest = Integer.MAX_VALUE;
    private int largest;
    private double highest = 2;

    GrowthChart(List<Measured> rows) {
        Map<String, TreeMap<Integer, Double>> costs = new LinkedHashMap<>();
        rows.stream()
                .filter(GrowthChart::grows)
                .sorted((a, b) -> RunOptions.PARTS.indexOf(a.part()) - RunOptions.PARTS.indexOf(b.part()))
                .forEach(row -> costs.computeIfAbsent(row.title(), title -> new TreeMap<>())
                        .put(row.customers(), row.callboard().cost()));
        costs.forEach((title, bySize) -> {
            if (bySize.size() > 1) {
                TreeMap<Integer, Double> line = new TreeMap<>();
                double least = bySize.firstEntry().getValue();
                bySize.forEach((size, cost) -> line.put(size, cost / least));
                lines.put(title, line);
                smallest = Math.min(smallest, line.firstKey());
                largest = Math.max(largest, line.lastKey());
                line.values().forEach(value -> highest = Math.max(highest, value * 1.1));
            }
        });
    }

    static boolean grows(Measured row) {
        return PARTS.contains(row.part());
    }

    String svg() {
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 392" font-family="system-ui, sans-serif" font-size="12">
                <title>Processor time for one operation, by the number of customers; 1 is the smallest company</title>
                <style>
                  text { fill: #333 } .grid { stroke: #8884; fill: none } .line { fill: none; stroke-width: 2 }
                  @media (prefers-color-scheme: dark) { svg { background: #16191d } text { fill: #ddd } }
                </style>
                """);
        if (lines.isEmpty()) {
            return svg.append("<text x=\"56\" y=\"40\">Nothing was measured on two sizes yet.</text>\n</svg>\n")
                    .toString();
        }
        axes(svg);
        lines(svg);
        return svg.append("</svg>\n").toString();
    }

    private void axes(StringBuilder svg) {
        double step = highest > 5 ? Math.ceil(highest / 5) : 0.5;
        for (double value = 0; value <= highest; value += step) {
            svg.append(format(
                    "<path class=\"grid\" d=\"M%d %.1fH%d\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                    LEFT, y(value), RIGHT, LEFT - 8, y(value) + 4, format("%.1f", value)));
        }
        lines.values().stream()
                .flatMap(line -> line.keySet().stream())
                .distinct()
                .sorted()
                .forEach(size -> svg.append(format(
                        "<path class=\"grid\" d=\"M%.1f %dV%d\"/><text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%,d</text>%n",
                        x(size), TOP, BOTTOM, x(size), BOTTOM + 20, size)));
        svg.append(format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">customers of the company (logarithmic)</text>%n",
                (LEFT + RIGHT) / 2, BOTTOM + 44));
        svg.append(format("<text x=\"%d\" y=\"14\">times the processor time on %,d</text>%n", LEFT - 40, smallest));
    }

    /** Each line ends in its name; names that would cover one another move down. */
    private void lines(StringBuilder svg) {
        double free = TOP;
        int color = 0;
        List<Map.Entry<String, TreeMap<Integer, Double>>> fromAbove = lines.entrySet().stream()
                .sorted((a, b) -> Double.compare(
                        b.getValue().lastEntry().getValue(),
                        a.getValue().lastEntry().getValue()))
                .toList();
        double end = BOTTOM - LABEL * (fromAbove.size() - 1);
        for (Map.Entry<String, TreeMap<Integer, Double>> line : fromAbove) {
            String paint = COLORS.get(color++ % COLORS.size());
            StringBuilder path = new StringBuilder();
            line.getValue()
                    .forEach((size, value) ->
                            path.append(format("%s%.1f %.1f", path.isEmpty() ? "M" : "L", x(size), y(value))));
            double last = y(line.getValue().lastEntry().getValue());
            double place = Math.min(Math.max(free, last), end);
            free = place + LABEL;
            end += LABEL;
            svg.append(format("<path class=\"line\" stroke=\"%s\" d=\"%s\"/>%n", paint, path));
            line.getValue()
                    .forEach((size, value) -> svg.append(
                            format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x(size), y(value), paint)));
            svg.append(format(
                    "%n<path stroke=\"%s\" fill=\"none\" d=\"M%d %.1fL%d %.1f\"/><text x=\"%d\" y=\"%.1f\">%.2f %s</text>%n",
                    paint,
                    RIGHT + 5,
                    last,
                    RIGHT + 20,
                    place,
                    RIGHT + 25,
                    place + 4,
                    line.getValue().lastEntry().getValue(),
                    line.getKey()));
        }
    }

    private double x(int size) {
        return LEFT + (RIGHT - LEFT) * Math.log((double) size / smallest) / Math.log((double) largest / smallest);
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * value / highest;
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
