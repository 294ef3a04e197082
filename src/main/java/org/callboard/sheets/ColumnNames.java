package org.callboard.sheets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.callboard.validation.VisibleText;

/** The names of the columns of a list. */
public final class ColumnNames {

    private static final int LONGEST = 100;

    private ColumnNames() {}

    /** A name for each cell of the line that has them; one that is blank or there already gets a number. */
    public static List<String> of(List<String> cells) {
        List<String> columns = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String cell : cells) {
            String name = VisibleText.strip(SheetWriter.plain(cell)).replaceAll("\\s+", " ");
            String base = name.isEmpty()
                    ? "Column " + (columns.size() + 1)
                    : name.substring(0, Math.min(LONGEST, name.length()));
            String unique = base;
            for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
                unique = base + " (" + i + ")";
            }
            columns.add(unique);
        }
        return columns;
    }
}
