package org.callboard.bench.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run as it is kept in a file, a line for each search: two runs can be set beside each other later, answer by answer. */
final class Notes implements AutoCloseable {

    static final String FAILED = "failed: ";

    private static final String RUN = "run";
    private static final String ASKED = "asked";
    private static final String TOOK = "took";

    /** One search as it went. */
    record Asked(long id, double millis, double found, String told, String typed) {}

    /** A run that was read again: the searches of each kind, and what a search of it took of the processors, in ms. */
    record Run(long customers, String commit, Map<String, List<Asked>> asked, Map<String, Machine> took) {}

    private final PrintWriter out;

    private Notes(PrintWriter out) {
        this.out = out;
    }

    static Notes into(Path file, long customers, String commit) throws IOException {
        Notes notes = new Notes(new PrintWriter(Files.newBufferedWriter(file, UTF_8), true));
        notes.line(RUN, customers, commit);
        return notes;
    }

    void asked(Kind kind, Known known, double millis, Kind.Read read, String typed) {
        line(ASKED, kind.key(), known.id(), "%.3f".formatted(millis), read.found(), flat(read.told()), flat(typed));
    }

    void took(Kind kind, int searches, Machine machine) {
        line(TOOK, kind.key(), searches, machine.java(), machine.database());
    }

    private void line(Object... cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(cell.toString());
        }
        out.println(String.join("\t", texts));
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Override
    public void close() {
        out.close();
    }

    static Run read(Path file) throws IOException {
        long customers = 0;
        String commit = "";
        Map<String, List<Asked>> asked = new LinkedHashMap<>();
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file, UTF_8)) {
            String[] cell = line.split("\t", -1);
            if (cell[0].equals(RUN)) {
                customers = Long.parseLong(cell[1]);
                commit = cell[2];
                continue;
            }
            String kind = String.join("\t", cell[1], cell[2], cell[3]);
            if (cell[0].equals(ASKED)) {
                asked.computeIfAbsent(kind, key -> new ArrayList<>())
                        .add(new Asked(
                                Long.parseLong(cell[4]),
                                Double.parseDouble(cell[5]),
                                Double.parseDouble(cell[6]),
                                cell[7],
                                cell[8]));
            } else {
                double[] sum = sums.computeIfAbsent(kind, key -> new double[3]);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += Double.parseDouble(cell[4 + i]);
                }
            }
        }
        Map<String, Machine> took = new LinkedHashMap<>();
        sums.forEach((kind, sum) -> took.put(kind, new Machine(sum[1] / sum[0], sum[2] / sum[0])));
        return new Run(customers, commit, asked, took);
    }
}
