package org.callboard.web.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.validation.VisibleText;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;

/**
 * What every list reads of its address: the order, the page and spans of days, as text that somebody typed. Reading goes on
 * after a wrong value: it is noted under its field, and the list is as if it had not been given.
 */
public final class ListFields {

    /** How many rows a page may have. */
    public static final List<Integer> SIZES = List.of(25, 50, 100, 200);

    private static final int LAST_PAGE = 1_000_000;

    /** The time from the first day on, and before the day after the last one; null where that is open. */
    public record Span(@Nullable Instant from, @Nullable Instant before) {}

    private final Form form;
    private final ZoneId zone;

    /** @param sent of which only the fields are kept that say something */
    public ListFields(Form sent, ZoneId zone) {
        this.zone = zone;
        Map<String, List<String>> said = new LinkedHashMap<>();
        sent.texts().forEach((field, texts) -> {
            List<String> some = texts.stream().filter(VisibleText::in).toList();
            if (!some.isEmpty()) {
                said.put(field, some);
            }
        });
        this.form = Form.of(said);
    }

    public Form form() {
        return form;
    }

    public ZoneId zone() {
        return zone;
    }

    public Paging paging() {
        Integer page = number("page", LAST_PAGE);
        Integer size = number("size", Paging.LARGEST_SIZE);
        if (size != null && !SIZES.contains(size)) {
            form.note(true, "size", "A page holds 25, 50, 100 or 200 rows.");
            size = null;
        }
        return new Paging(page == null ? 1 : page, size == null ? Paging.DEFAULT_SIZE : size, form.flag("total"));
    }

    private @Nullable Integer number(String field, int most) {
        String value = form.text(field);
        boolean good = value != null && value.matches("[1-9]\\d{0,6}") && Integer.parseInt(value) <= most;
        form.note(value != null && !good, field, "A whole number from 1 to " + most + " is expected.");
        return good ? Integer.valueOf(value) : null;
    }

    /**
     * The order; a word with a minus before it turns it around.
     *
     * @param column gives what the rows are sorted by for a word of the address; null for none that is known
     * @param usual the order without a word
     */
    public Sort sort(Function<String, @Nullable String> column, Sort usual) {
        String wanted = form.textOrEmpty("sort");
        if (wanted.isEmpty()) {
            return usual;
        }
        boolean descending = wanted.startsWith("-");
        String by = column.apply(descending ? wanted.substring(1) : wanted);
        if (by == null) {
            form.note(true, "sort", "The list can't be sorted by that.");
            return usual;
        }
        return new Sort(by, descending);
    }

    /** The days from one field to another, both of which belong to it. */
    public Span days(String fromField, String toField) {
        LocalDate first = form.date(fromField);
        LocalDate last = form.date(toField);
        boolean turned = first != null && last != null && last.isBefore(first);
        form.note(turned, toField, "This is before the first day.");
        return new Span(start(first), turned || last == null ? null : start(last.plusDays(1)));
    }

    private @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }
}
