package org.callboard.web.lists;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;

/** The filters, the order and the page of a list of customers or locations as they stand in its address. */
final class ListForm {

    private static final int MAX_TAGS = 20;

    private final RecordKind kind;
    private final ListFields fields;
    private final Form form;

    ListForm(RecordKind kind, Form sent, ZoneId zone) {
        this.kind = kind;
        this.fields = new ListFields(sent, zone);
        this.form = fields.form();
    }

    /** The same without some fields, and nothing noted. */
    ListForm without(Collection<String> some) {
        Map<String, List<String>> rest = new LinkedHashMap<>(form.texts());
        rest.keySet().removeAll(some);
        return new ListForm(kind, Form.of(rest), fields.zone());
    }

    Form form() {
        return form;
    }

    ListAddress address() {
        return new ListAddress(FilterChip.list(kind), form.texts());
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
        return fields.paging();
    }

    Sort sort() {
        return fields.sort(
                word -> Stream.of(ListOrder.values())
                        .filter(order -> order.word().equals(word))
                        .map(order -> order.sort(false).column())
                        .findFirst()
                        .orElse(null),
                ListOrder.CREATED.sort(true));
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
        ListFields.Span created = fields.days("createdFrom", "createdTo");
        ListFields.Span changed = fields.days("changedFrom", "changedTo");
        return new DateRange(created.before(), created.from(), changed.before(), changed.from());
    }

    private @Nullable Boolean truth(String field) {
        String value = form.text(field);
        boolean known = "true".equals(value) || "false".equals(value);
        form.note(value != null && !known, field, "Choose one from the list.");
        return known ? Boolean.valueOf(value) : null;
    }
}
