package org.callboard.web.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.callboard.customers.CustomerType;
import org.callboard.details.PlaceFilter;
import org.callboard.details.RecordKind;
import org.callboard.lists.ListFilter;
import org.callboard.lists.ListOrder;
import org.callboard.paging.ActiveFilter;
import org.callboard.paging.DateRange;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The filters, the order and the page of a list as they stand in its address: text, exactly as typed. Reading goes on
 * after a wrong value: it is noted under its field, and the list is as if it had not been given.
 */
public final class ListForm {

    static final List<Integer> SIZES = List.of(25, 50, 100, 200);
    private static final int MAX_TAGS = 20;
    private static final int LAST_PAGE = 1_000_000;

    private final RecordKind kind;
    private final ZoneId zone;
    private final MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();

    ListForm(RecordKind kind, MultiValueMap<String, String> given, ZoneId zone) {
        this.kind = kind;
        this.zone = zone;
        given.forEach((field, values) -> values.stream()
                .filter(value -> value != null && !value.isBlank())
                .forEach(value -> typed.add(field, value)));
    }

    /** The same without some fields. */
    ListForm without(Collection<String> fields) {
        ListForm rest = new ListForm(kind, typed, zone);
        fields.forEach(rest.typed::remove);
        return rest;
    }

    /** What stands in a field; empty where nothing does. */
    public String text(String field) {
        String value = typed.getFirst(field);
        return value == null ? "" : value;
    }

    public boolean has(String field, Object value) {
        return typed.getOrDefault(field, List.of()).contains(value.toString());
    }

    /** Whether one of the fields that are folded away says something. */
    public boolean isUnfolded() {
        return List.of("tag", "createdFrom", "createdTo", "changedFrom", "changedTo").stream()
                .anyMatch(typed::containsKey);
    }

    ListAddress address() {
        return new ListAddress(kind, typed);
    }

    ListFilter filter(FieldErrors errors) {
        boolean customers = kind == RecordKind.Customer;
        return new ListFilter(
                kind,
                new PlaceFilter(
                        given("name"),
                        given("street"),
                        null,
                        given("city"),
                        given("state"),
                        given("zip"),
                        null,
                        null,
                        null,
                        choice(ActiveFilter.values(), "active", errors),
                        null,
                        null,
                        null),
                customers ? given("phone") : null,
                customers ? choice(CustomerType.values(), "type", errors) : null,
                customers ? truth("doNotService", errors) : null,
                customers ? null : id("customer", given("customer"), errors),
                tags(errors),
                dates(errors));
    }

    Paging paging(FieldErrors errors) {
        Integer page = number("page", LAST_PAGE, errors);
        Integer size = number("size", Paging.LARGEST_SIZE, errors);
        if (size != null && !SIZES.contains(size)) {
            errors.add("size", "A page holds 25, 50, 100 or 200 rows.");
            size = null;
        }
        return new Paging(
                page == null ? 1 : page,
                size == null ? Paging.DEFAULT_SIZE : size,
                text("total").equals("true"));
    }

    Sort sort(FieldErrors errors) {
        String wanted = text("sort");
        if (wanted.isEmpty()) {
            return ListOrder.CREATED.sort(true);
        }
        boolean descending = wanted.startsWith("-");
        for (ListOrder order : ListOrder.values()) {
            if (order.word().equals(descending ? wanted.substring(1) : wanted)) {
                return order.sort(descending);
            }
        }
        errors.add("sort", "The list can't be sorted by that.");
        return ListOrder.CREATED.sort(true);
    }

    private List<Long> tags(FieldErrors errors) {
        List<Long> tags = new ArrayList<>();
        for (String tag : typed.getOrDefault("tag", List.of())) {
            Long id = id("tag", tag, errors);
            if (id != null && !tags.contains(id)) {
                tags.add(id);
            }
        }
        if (tags.size() > MAX_TAGS) {
            errors.add("tag", "At most " + MAX_TAGS + " tags can be asked for at once.");
            return List.of();
        }
        return tags;
    }

    private DateRange dates(FieldErrors errors) {
        return new DateRange(
                before("createdTo", errors),
                from("createdFrom", "createdTo", errors),
                before("changedTo", errors),
                from("changedFrom", "changedTo", errors));
    }

    private @Nullable Instant from(String field, String to, FieldErrors errors) {
        LocalDate first = date(field, errors);
        LocalDate last = date(to, new FieldErrors());
        errors.addIf(first != null && last != null && last.isBefore(first), to, "This is before the first day.");
        return first == null ? null : first.atStartOfDay(zone).toInstant();
    }

    /** The last day belongs to the range. */
    private @Nullable Instant before(String field, FieldErrors errors) {
        LocalDate last = date(field, errors);
        return last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private @Nullable LocalDate date(String field, FieldErrors errors) {
        String value = given(field);
        if (value == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.getYear() >= 1900 && date.getYear() < 2200) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        errors.add(field, "A date such as 2026-01-31 is expected.");
        return null;
    }

    private @Nullable String given(String field) {
        String value = typed.getFirst(field);
        return value == null ? null : value.strip();
    }

    private @Nullable Boolean truth(String field, FieldErrors errors) {
        String value = given(field);
        if (value == null || value.equals("true") || value.equals("false")) {
            return value == null ? null : Boolean.valueOf(value);
        }
        errors.add(field, "Choose one from the list.");
        return null;
    }

    private <E extends Enum<E>> @Nullable E choice(E[] constants, String field, FieldErrors errors) {
        String value = given(field);
        if (value == null) {
            return null;
        }
        for (E constant : constants) {
            if (constant.name().equalsIgnoreCase(value)) {
                return constant;
            }
        }
        errors.add(field, "Choose one from the list.");
        return null;
    }

    private @Nullable Integer number(String field, int most, FieldErrors errors) {
        String value = given(field);
        if (value == null) {
            return null;
        }
        if (value.matches("[1-9]\\d{0,6}") && Integer.parseInt(value) <= most) {
            return Integer.valueOf(value);
        }
        errors.add(field, "A whole number from 1 to " + most + " is expected.");
        return null;
    }

    private static @Nullable Long id(String field, @Nullable String value, FieldErrors errors) {
        if (value == null || value.matches("\\d{1,18}")) {
            return value == null ? null : Long.valueOf(value);
        }
        errors.add(field, "Choose one from the list.");
        return null;
    }
}
