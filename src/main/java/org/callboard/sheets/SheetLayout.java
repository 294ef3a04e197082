package org.callboard.sheets;

import java.util.List;

/**
 * How a list stands in its file.
 *
 * @param headerRow the number of the row that has the names of the columns; what stands above says nothing of it
 * @param dateOrders in which order each column writes its dates; it may have fewer entries than there are columns
 * @param totals the rows at its end that are no records
 * @param notCalculated how many formulas of each column have no result in the file, and so are read as empty; it may have
 *     fewer entries too
 */
public record SheetLayout(
        int headerRow, List<DateOrder> dateOrders, List<Integer> totals, List<Integer> notCalculated) {

    /** How many formulas of a column have no result. */
    public int notCalculated(int column) {
        return column < notCalculated.size() ? notCalculated.get(column) : 0;
    }

    /** The order of the dates in a column. */
    public DateOrder dateOrder(int column) {
        return column >= 0 && column < dateOrders.size() ? dateOrders.get(column) : DateOrder.Unknown;
    }
}
