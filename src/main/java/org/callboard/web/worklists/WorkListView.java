package org.callboard.web.worklists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.callboard.calls.CallDesk;
import org.callboard.calls.CallState;
import org.callboard.contactpoints.PhoneFormat;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.JobStatus;
import org.callboard.paging.Page;
import org.callboard.web.When;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.callboard.web.lists.ListAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a list of work shows.
 *
 * @param form the filters; the list is shown without those that are wrong
 * @param part the part of the list that is looked at
 * @param choices what the filters offer
 * @param customer the name of the customer whose work it is; null for that of all
 */
public record WorkListView(
        WorkList list,
        Form form,
        ListAddress address,
        WorkList.View part,
        List<WorkColumn> columns,
        Page<List<WorkListStore.Cell>> page,
        Map<WorkFilter.Values, List<Option>> choices,
        @Nullable String customer,
        When when,
        PhoneFormat format) {

    /** A cell as it is shown: the text, where it leads, and its class. */
    public record Shown(String text, @Nullable String href, String look, String label) {}

    public List<Option> offers(WorkFilter filter) {
        return choices.getOrDefault(filter.values(), filter.words());
    }

    public boolean shows(String column) {
        return columns.stream().anyMatch(one -> one.word().equals(column));
    }

    public List<Shown> row(List<WorkListStore.Cell> cells) {
        List<Shown> row = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            WorkColumn column = columns.get(i);
            WorkListStore.Cell cell = cells.get(i);
            row.add(new Shown(
                    text(column, cell.value()),
                    cell.id() == null || column.path() == null ? null : column.path() + cell.id(),
                    column.look() == WorkColumn.Look.STATUS && cell.value() != null
                            ? cell.value().toString().toLowerCase(Locale.ROOT)
                            : "",
                    column.label()));
        }
        return row;
    }

    /** A value as people read it. */
    private String text(WorkColumn column, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant moment -> column.look() == WorkColumn.Look.DAY ? when.day(moment) : when.time(moment);
            default -> text(column, value, format);
        };
    }

    /** The same of what is no moment, for pages and files alike. */
    static String text(WorkColumn column, Object value, PhoneFormat format) {
        String text = value.toString();
        return switch (column.look()) {
            case STATUS -> status(text);
            case NUMBER -> format.shown(text);
            case NAME -> text.startsWith("+") ? format.shown(text) : text;
            default -> text;
        };
    }

    /** A status of a job, an appointment or a call in words. */
    private static String status(String word) {
        return Stream.of(
                        named(JobStatus.values(), word, JobStatus::words),
                        named(AppointmentStatus.values(), word, AppointmentStatus::words),
                        named(CallDesk.values(), word, desk -> desk.word(null)),
                        named(CallState.values(), word, CallDesk.Open::word))
                .flatMap(Function.identity())
                .findFirst()
                .orElse(word);
    }

    private static <E extends Enum<E>> Stream<String> named(E[] all, String word, Function<E, String> words) {
        return Stream.of(all).filter(one -> one.name().equals(word)).map(words);
    }

    /** The list with another part of it. */
    public String of(WorkList.View other) {
        return other.equals(list.views().getFirst()) ? address.with("view") : address.with("view", other.word());
    }
}
