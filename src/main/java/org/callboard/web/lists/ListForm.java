package org.callboard.web.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.customers.CustomerType;
import org.callboard.details.PlaceFilter;
import org.callboard.details.RecordKind;
import org.callboard.lists.ListFilter;
import org.callboard.lists.ListOrder;
import org.callboard.paging.ActiveFilter;
import org.callboard.paging.DateRange;
import org.callboard.paging.Ids;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.validation.VisibleText;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;

/**
 * The filters, the order and the page of a list as they stand in its address: text, exactly as typed. Reading goes on
 * after a wrong value: it is noted under its field, and the list is as if it had not been given.
 */
final class ListForm {

    static final List<Integer> SIZES = List.of(25, 50, 100, 200);
    private static final int MAX_TAGS = 20;
    private static final int LAST_PAGE = 1_000_000;

    private final RecordKind kind;
    private final ZoneId zone;
    private final Form form;

    ListForm(RecordKind kind, Form sent, ZoneId zone) {
        this.kind = kind;
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

    /** The same without some fields, and nothing noted. */
    ListForm without(Collection<String> fields) {
        Map<String, List<String>> rest = new LinkedHashMap<>(form.texts());
        rest.keySet().removeAll(fields);
        return new ListForm(kind, Form.of(rest), zone);
    }

    Form form() {
        return form;
    }

    ListAddress address() {
        return new ListAddress(kind, form.texts());
    }

    ListFilter filter() {
        boolean customers = kind == RecordKind.Customer;
        return new ListFilter(
                kind,
                new PlaceFilter(
                        form.text("name"),
                        form.text("street"),
                        null,
                        form.text("city"),
                        form.text("state"),
                        form.text("zip"),
                        null,
                        null,
                        null,
                        form.choice("active", ActiveFilter.class),
                        null,
                        null,
                        null),
                customers ? form.text("phone") : null,
                customers ? form.choice("type", CustomerType.class) : null,
                customers ? truth("doNotService") : null,
                customers ? null : form.id("customer"),
                !customers && form.flag("look"),
                tags(),
                dates());
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

    Sort sort() {
        String wanted = form.textOrEmpty("sort");
        if (wanted.isEmpty()) {
            return ListOrder.CREATED.sort(true);
        }
        boolean descending = wanted.startsWith("-");
        for (ListOrder order : ListOrder.values()) {
            if (order.word().equals(descending ? wanted.substring(1) : wanted)) {
                return order.sort(descending);
            }
        }
        form.note(true, "sort", "The list can't be sorted by that.");
        return ListOrder.CREATED.sort(true);
    }

    private List<Long> tags() {
        List<Long> tags = new ArrayList<>();
        for (String tag : form.values("tag")) {
            Long id = Ids.typed(tag);
            form.note(id == null, "tag", "Choose one from the list.");
            if (id != null && !tags.contains(id)) {
                tags.add(id);
            }
        }
        if (tags.size() > MAX_TAGS) {
            form.note(true, "tag", "At most " + MAX_TAGS + " tags can be asked for at once.");
            return List.of();
        }
        return tags;
    }

    private DateRange dates() {
        return new DateRange(
                before("createdTo"),
                from("createdFrom", "createdTo"),
                before("changedTo"),
                from("changedFrom", "changedTo"));
    }

    private @Nullable Instant from(String field, String to) {
        LocalDate first = form.date(field);
        LocalDate last = form.date(to);
        form.note(first != null && last != null && last.isBefore(first), to, "This is before the first day.");
        return first == null ? null : first.atStartOfDay(zone).toInstant();
    }

    /** The last day belongs to the range. */
    private @Nullable Instant before(String field) {
        LocalDate last = form.date(field);
        return last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private @Nullable Boolean truth(String field) {
        String value = form.text(field);
        boolean known = "true".equals(value) || "false".equals(value);
        form.note(value != null && !known, field, "Choose one from the list.");
        return known ? Boolean.valueOf(value) : null;
    }

    private @Nullable Integer number(String field, int most) {
        String value = form.text(field);
        boolean good = value != null && value.matches("[1-9]\\d{0,6}") && Integer.parseInt(value) <= most;
        form.note(value != null && !good, field, "A whole number from 1 to " + most + " is expected.");
        return good ? Integer.valueOf(value) : null;
    }
}
