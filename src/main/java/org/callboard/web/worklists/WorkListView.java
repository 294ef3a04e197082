package org.callboard.web.worklists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
 * @param customer the name of the customer whose work it is; null for that of all
 */
public record WorkListView(
        WorkList list,
        Form form,
        ListAddress address,
        WorkList.View part,
        List<WorkColumn> columns,
        Page<List<WorkListStore.Cell>> page,
        List<Option> technicians,
        List<Option> units,
        List<Option> types,
        @Nullable String customer,
        When when) {

    /** A cell as it is shown: the text, where it leads, and its class. */
    public record Shown(String text, @Nullable String href, String look, String label) {}

    public List<WorkList> lists() {
        return List.of(WorkList.values());
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
                    text(column, cell.value(), when),
                    cell.id() == null || column.path() == null ? null : column.path() + cell.id(),
                    column.look() == WorkColumn.Look.STATUS && cell.value() != null
                            ? cell.value().toString().toLowerCase(Locale.ROOT)
                            : "",
                    column.label()));
        }
        return row;
    }

    /** A value as people read it. */
    private static String text(WorkColumn column, @Nullable Object value, When when) {
        return switch (value) {
            case null -> "";
            case Instant moment -> column.look() == WorkColumn.Look.DAY ? when.day(moment) : when.time(moment);
            default -> text(column, value);
        };
    }

    /** The same of what is no moment, for pages and files alike. */
    static String text(WorkColumn column, Object value) {
        return column.look() == WorkColumn.Look.STATUS ? status(value.toString()) : value.toString();
    }

    /** A status of a job or an appointment in words. */
    private static String status(String word) {
        return Stream.concat(
                        Stream.of(JobStatus.values())
                                .filter(one -> one.name().equals(word))
                                .map(JobStatus::words),
                        Stream.of(AppointmentStatus.values())
                                .filter(one -> one.name().equals(word))
                                .map(AppointmentStatus::words))
                .findFirst()
                .orElse(word);
    }

    /** The list with another part of it. */
    public String of(WorkList.View other) {
        return other.equals(list.views().getFirst()) ? address.with("view") : address.with("view", other.word());
    }
}
