package org.callboard.sheets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is known of a list when all of its rows were seen. */
public final class SheetFindings {

    private record Last(int number, List<String> cells) {}

    private final SheetFile file;
    private final int header;
    private final List<DateOrder> orders = new ArrayList<>();
    private final Deque<Last> last = new ArrayDeque<>();

    public SheetFindings(SheetFile file) {
        this.file = file;
        this.header = file.headerRow();
    }

    /** Gives the rows to a reader, and looks at them on their way. */
    public SheetFile.RowReader beside(SheetFile.RowReader reader) {
        return (number, cells) -> {
            see(number, cells);
            reader.row(number, cells);
        };
    }

    private void see(int number, List<String> cells) {
        if (number > header) {
            note(number, cells);
        }
    }

    private void note(int number, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i == orders.size()) {
                orders.add(DateOrder.Unknown);
            }
            DateOrder order = DateOrder.of(cells.get(i));
            if (order != DateOrder.Unknown) {
                orders.set(i, orders.get(i).and(order));
            }
        }
        last.add(new Last(number, cells));
        if (last.size() > TotalsRow.LAST) {
            last.remove();
        }
    }

    /** How the list stands in its file. */
    public SheetLayout layout() {
        return new SheetLayout(header, orders, totals(), notCalculated());
    }

    private List<Integer> notCalculated() {
        Map<Integer, Integer> counts = file.notCalculated();
        int columns = counts.keySet().stream().mapToInt(at -> at + 1).max().orElse(0);
        return IntStream.range(0, columns)
                .map(at -> counts.getOrDefault(at, 0))
                .boxed()
                .toList();
    }

    private List<Integer> totals() {
        return last.stream()
                .filter(row -> TotalsRow.is(row.cells))
                .map(Last::number)
                .toList();
    }
}
