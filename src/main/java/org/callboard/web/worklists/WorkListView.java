package org.callboard.web.worklists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
        WorkList.View part,
        List<WorkColumn> columns,
        Page<List<WorkListStore.Cell>> page,
        List<Option> technicians,
        List<Option> units,
        List<Option> types,
        @Nullable String customer,
        When when) {

    /** The fields of an address that are no filter. */
    private static final Set<String> NO_FILTER = Set.of("view", "sort", "size", "column", "page", "total");

    /** A cell as it is shown: the text, where it leads, and its class. */
    public record Shown(String text, @Nullable String href, String look, String label) {}

    public List<WorkList> lists() {
        return List.of(WorkList.values());
    }

    public List<Integer> sizes() {
        return WorkForm.SIZES;
    }

    public boolean shows(String column) {
        return columns.stream().anyMatch(one -> one.word().equals(column));
    }

    /** Whether nothing but a part of the list was asked for. */
    public boolean whole() {
        return form.texts().keySet().stream().allMatch(NO_FILTER::contains);
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

    public @Nullable Long total() {
        if (page.totalCount() != null) {
            return page.totalCount().longValue();
        }
        boolean ends = !page.hasMore() && (page.page() == 1 || !page.data().isEmpty());
        return ends ? (page.page() - 1L) * page.pageSize() + page.data().size() : null;
    }

    // ---- addresses -------------------------------------------------------------------------------------------------

    public String of(WorkList.View other) {
        return with("view", other.equals(list.views().getFirst()) ? List.of() : List.of(other.word()));
    }

    public String sorted(String word) {
        return with("sort", List.of(word.equals(form.value("sort")) ? "-" + word : word));
    }

    /** How the list is sorted, in the words of ARIA. */
    public String order(String word) {
        String sort = form.value("sort");
        return word.equals(sort) ? "ascending" : ("-" + word).equals(sort) ? "descending" : "none";
    }

    public String page(int number) {
        return with("page", number == 1 ? List.of() : List.of(Integer.toString(number)));
    }

    public String size(int size) {
        return with("size", List.of(Integer.toString(size)));
    }

    public String counted() {
        Map<String, List<String>> all = typed();
        all.put("total", List.of("true"));
        if (page.page() > 1) {
            all.put("page", List.of(Integer.toString(page.page())));
        }
        return ListAddress.url(list.path(), all);
    }

    public String export() {
        return ListAddress.url(list.path() + "/export", typed());
    }

    /** The same part of the list without any filter. */
    public String cleared() {
        Map<String, List<String>> all = typed();
        all.keySet().retainAll(NO_FILTER);
        return ListAddress.url(list.path(), all);
    }

    private String with(String field, List<String> values) {
        Map<String, List<String>> all = typed();
        all.put(field, values);
        return ListAddress.url(list.path(), all);
    }

    /** All that was asked for but the page. */
    private Map<String, List<String>> typed() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        form.texts().forEach((field, values) -> {
            boolean known = NO_FILTER.contains(field)
                    || Set.of("status", "technician", "unit", "type", "customer", "from", "to")
                            .contains(field);
            if (known && !field.equals("page") && !field.equals("total")) {
                all.put(field, values);
            }
        });
        return all;
    }
}
