package org.callboard.sheets;

import java.util.List;
import java.util.regex.Pattern;
import org.callboard.validation.VisibleText;

/** Knows what reports write below their rows, and what is no record: {@code Report totals:}. */
public final class TotalsRow {

    /** It is one of so many last rows that say something. */
    static final int LAST = 3;

    private static final Pattern SAYS = Pattern.compile(
            "((grand|sub|report|page|overall) ?)?totals?( (number )?(of )?(all )?"
                    + "(customers?|clients?|leads?|contacts?|accounts?|records?|rows?|entries|items|jobs|report))?"
                    + "|(end|bottom) of (the )?(report|list|file|data)"
                    + "|\\*+ ?end ?\\*+|(record|row)s? count|number of (records|rows|customers|leads|contacts)"
                    + "|\\d+ (records?|rows?|customers?|contacts?|leads?)( (found|in all|total|exported))?",
            Pattern.CASE_INSENSITIVE);

    /** QuickBooks signs its reports with the time: {@code Tuesday, Mar 31, 2026 08:15 AM GMT-05:00 - Accrual Basis}. */
    private static final Pattern SIGNED = Pattern.compile(
            "(mon|tues|wednes|thurs|fri|satur|sun)day,? .*\\b\\d{4}\\b.*|.*\\bGMT[+-]\\d.*|(generated|printed|exported|created)"
                    + " (on|at|by)\\b.*\\d.*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BEHIND = Pattern.compile("\\s*[:.=-]*\\s*[\\d,.]*$");
    private static final Pattern AMOUNT = Pattern.compile("[($€£-]*\\s*[\\d.,]+\\s*[)%]?");

    /** What is said of such a row, also in the file of rows that were left out. */
    public static final String REASON = "This looks like the end of a report and is left out.";

    private TotalsRow() {}

    /** Whether it names nobody: its first text says total or end, and what stands behind is but amounts. */
    static boolean is(List<String> cells) {
        List<String> texts = cells.stream()
                .filter(VisibleText::in)
                .map(SheetWriter::plain)
                .map(VisibleText::strip)
                .filter(text -> !text.equals(REASON))
                .toList();
        if (texts.isEmpty()
                || texts.stream().skip(1).anyMatch(text -> !AMOUNT.matcher(text).matches())) {
            return false;
        }
        String first = texts.getFirst();
        return SAYS.matcher(BEHIND.matcher(first).replaceFirst("")).matches()
                || texts.size() == 1 && SIGNED.matcher(first).matches();
    }
}
