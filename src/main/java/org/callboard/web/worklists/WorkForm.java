package org.callboard.web.worklists;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.callboard.changes.Diff;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.callboard.web.layout.Form;
import org.callboard.web.lists.ListAddress;
import org.callboard.web.lists.ListFields;
import org.jspecify.annotations.Nullable;

/** What a list of work is narrowed to, its order, columns and page, as they stand in its address. */
final class WorkForm {

    private static final Set<String> LOOKS = Set.of("view", "sort", "size", "column");

    private final WorkList list;
    private final LocalDate today;
    private final Function<String, @Nullable String> numbers;
    private final ListFields fields;
    private final Form form;

    /** @param numbers reads a telephone number that somebody types: E.164, or null for none */
    WorkForm(WorkList list, Form sent, ZoneId zone, Instant now, Function<String, @Nullable String> numbers) {
        this.list = list;
        this.numbers = numbers;
        this.today = LocalDate.ofInstant(now, zone);
        this.fields = new ListFields(sent, zone);
        this.form = fields.form();
    }

    Form form() {
        return form;
    }

    ListAddress address() {
        return new ListAddress(new ListAddress.Kind(list.path(), Set.copyOf(narrowing()), LOOKS, ""), form.texts());
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
            where.bind("today", today.atStartOfDay(fields.zone()).toInstant());
        }
        list.filters().forEach(filter -> narrow(where, filter));
        ListFields.Span days = fields.days("from", "to");
        return where.andIf(list.dated() + " >= :from", "from", days.from())
                .andIf(list.dated() + " < :to", "to", days.before());
    }

    private void narrow(Where where, WorkFilter filter) {
        String field = filter.field();
        String text = form.text(field);
        if (filter.values().isId()) {
            where.andIf(filter.sql(), field, form.id(field));
        } else if (text != null) {
            String value = filter.typed() ? numbers.apply(text) : known(filter, text);
            form.note(
                    value == null,
                    field,
                    filter.typed() ? "Enter a number with its area code." : "Choose one from the list.");
            where.andIf(filter.sql(), field, value);
        }
    }

    private static @Nullable String known(WorkFilter filter, String word) {
        return filter.words().stream().anyMatch(one -> one.value().equals(word)) ? word : null;
    }

    /** The fields that narrow the list. */
    private List<String> narrowing() {
        return Stream.concat(list.filters().stream().map(WorkFilter::field), Stream.of("from", "to"))
                .toList();
    }

    Sort sort() {
        return fields.sort(
                word -> list.columns().stream()
                        .filter(column -> column.word().equals(word))
                        .map(WorkColumn::sort)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                new Sort(
                        list.dated(),
                        list != WorkList.APPOINTMENTS || !view().word().equals("upcoming")));
    }

    Paging paging() {
        return fields.paging();
    }

    /** What was asked for, as the change log keeps it. */
    Diff asDiff() {
        Diff diff = Diff.none().now("view", view().word());
        narrowing().forEach(field -> diff.now(field, form.text(field)));
        return diff;
    }
}
