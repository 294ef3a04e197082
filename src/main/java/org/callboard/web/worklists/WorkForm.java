package org.callboard.web.worklists;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.callboard.changes.Diff;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.callboard.validation.VisibleText;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;

/**
 * What a list of work is narrowed to, its order, columns and page, as they stand in its address. A value that is wrong is
 * noted under its field, and the list is as if it had not been given.
 */
final class WorkForm {

    static final List<Integer> SIZES = List.of(25, 50, 100, 200);

    private static final int LAST_PAGE = 1_000_000;

    private final WorkList list;
    private final ZoneId zone;
    private final LocalDate today;
    private final Form form;

    WorkForm(WorkList list, Form sent, ZoneId zone, Instant now) {
        this.list = list;
        this.zone = zone;
        this.today = LocalDate.ofInstant(now, zone);
        Map<String, List<String>> said = new LinkedHashMap<>();
        sent.texts().forEach((field, texts) -> {
            List<String> some = texts.stream().filter(VisibleText::in).toList();
            if (!some.isEmpty()) {
                said.put(field, some);
            }
        });
        this.form = Form.of(said);
    }

    Form form() {
        return form;
    }

    /** The part of the list that is looked at. */
    WorkList.View view() {
        String word = form.textOrEmpty("view");
        return list.views().stream()
                .filter(view -> view.word().equals(word))
                .findFirst()
                .orElseGet(() -> {
                    form.note(!word.isEmpty(), "view", "The list has no such part.");
                    return list.views().getFirst();
                });
    }

    /** The columns that were chosen, in the list's own order, with what a row is called; the usual ones where none were. */
    List<WorkColumn> columns() {
        List<String> words = form.values("column");
        List<WorkColumn> all = list.columns();
        form.note(
                words.stream()
                        .anyMatch(
                                word -> all.stream().noneMatch(one -> one.word().equals(word))),
                "column",
                "The list has no such column.");
        boolean chosen = all.stream().anyMatch(one -> words.contains(one.word()));
        return all.stream()
                .filter(one ->
                        one.look() == WorkColumn.Look.NAME || (chosen ? words.contains(one.word()) : one.usual()))
                .toList();
    }

    /** The rows, in their order. */
    Where where(long tenant) {
        Where where = Where.tenant(tenant).and(list.seen()).and(view().sql()).orderBy(sort());
        if (view().sql().contains(":today")) {
            where.bind("today", today.atStartOfDay(zone).toInstant());
        }
        String status = form.text("status");
        if (status != null) {
            boolean known = list.statuses().stream().anyMatch(one -> one.value().equals(status));
            form.note(!known, "status", "Choose one from the list.");
            if (known) {
                where.and("status = :status", "status", status);
            }
        }
        given("technician", id -> where.and(list.ofTechnician(), "technician", id));
        given("unit", id -> where.and(list.ofJob("business_unit_id = :unit"), "unit", id));
        given("type", id -> where.and(list.ofJob("job_type_id = :type"), "type", id));
        given("customer", id -> where.and(list.ofJob("customer_id = :customer"), "customer", id));
        LocalDate from = form.date("from");
        LocalDate to = form.date("to");
        form.note(from != null && to != null && to.isBefore(from), "to", "This is before the first day.");
        return where.andIf(list.dated() + " >= :from", "from", start(from))
                .andIf(list.dated() + " < :to", "to", to == null ? null : start(to.plusDays(1)));
    }

    private @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private void given(String field, Consumer<Long> narrow) {
        Long id = form.id(field);
        if (id != null) {
            narrow.accept(id);
        }
    }

    Sort sort() {
        String wanted = form.textOrEmpty("sort");
        boolean descending = wanted.startsWith("-");
        String word = descending ? wanted.substring(1) : wanted;
        for (WorkColumn column : list.columns()) {
            String by = column.sort();
            if (by != null && column.word().equals(word)) {
                return new Sort(by, descending);
            }
        }
        form.note(!wanted.isEmpty(), "sort", "The list can't be sorted by that.");
        return new Sort(
                list.dated(), list != WorkList.APPOINTMENTS || !view().word().equals("upcoming"));
    }

    Paging paging() {
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

    /** What was asked for, as the change log keeps it. */
    Diff asDiff() {
        Diff diff = Diff.none().now("view", view().word());
        List<String> fields =
                new ArrayList<>(List.of("status", "technician", "unit", "type", "customer", "from", "to"));
        fields.forEach(field -> diff.now(field, form.text(field)));
        return diff;
    }
}
