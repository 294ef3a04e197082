package org.callboard.sheets;

import java.util.List;
import java.util.regex.Pattern;
import org.callboard.validation.VisibleText;

/** Finds the line that has the names of the columns: above it there may be a title, a date or nothing. */
final class HeaderLine {

    /** So many lines that say something are looked at. */
    static final int LOOKED_AT = 20;

    private static final Pattern FIGURES = Pattern.compile("[\\d.,]+");

    private HeaderLine() {}

    /**
     * Its place among the first lines: the one with the most names that are known; else the first that looks like names. A
     * single name that is known says nothing below such a line: a record may have it too.
     */
    static int in(List<List<String>> lines) {
        int usual = usual(lines);
        int best = usual;
        int most = 0;
        for (int i = 0; i < Math.min(LOOKED_AT, lines.size()); i++) {
            int known = known(lines.get(i));
            if (known > most && (known > 1 || i <= usual)) {
                best = i;
                most = known;
            }
        }
        return best;
    }

    private static int usual(List<List<String>> lines) {
        for (int i = 0; i < Math.min(LOOKED_AT, lines.size()); i++) {
            List<String> texts = lines.get(i).stream().filter(VisibleText::in).toList();
            if (texts.size() > 1
                    && texts.stream().noneMatch(text -> FIGURES.matcher(text).matches())) {
                return i;
            }
        }
        return 0;
    }

    /** How many of its cells are names that are known. */
    static int known(List<String> line) {
        return (int) line.stream().filter(Headings::isKnown).count();
    }
}
