package org.callboard.sheets;

/** Whether the dates of a column name the day or the month first, as those say that can be only one. */
public enum DateOrder {
    /** Each could be both, or there are none. */
    Unknown,
    DayFirst,
    MonthFirst,
    /** Some are the one, and some the other. */
    Mixed;

    DateOrder and(DateOrder other) {
        return this == other || other == Unknown ? this : this == Unknown ? other : Mixed;
    }

    /** What a text says by itself, such as {@code 13/04/2027}. */
    static DateOrder of(String text) {
        int first = number(text, 0);
        int middle = first < 0 ? -1 : text.indexOf(text.charAt(first), first + 1);
        if (first < 1 || middle < 0 || middle - first > 3 || !SIGNS.contains(text.substring(first, first + 1))) {
            return Unknown;
        }
        int second = number(text, first + 1);
        if (second != middle) {
            return Unknown;
        }
        int left = Integer.parseInt(text.substring(0, first));
        int right = Integer.parseInt(text.substring(first + 1, middle));
        boolean year = text.length() > middle + 2 && Character.isDigit(text.charAt(middle + 2));
        return !year || left > 31 || right > 31
                ? Unknown
                : left > 12 && right <= 12 ? DayFirst : right > 12 && left <= 12 ? MonthFirst : Unknown;
    }

    private static final String SIGNS = "/-";

    /** Where a number of one or two digits ends; -1 where there is none. */
    private static int number(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < 3 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end == from || end - from > 2 || end == text.length() ? -1 : end;
    }
}
