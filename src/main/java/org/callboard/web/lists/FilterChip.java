package org.callboard.web.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.details.RecordKind;

/** A filter of a list of customers or locations that is on, and the address without it. */
record FilterChip(String label, String value, String without) {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("name", "Name"),
            Map.entry("phone", "Phone"),
            Map.entry("street", "Street"),
            Map.entry("city", "City"),
            Map.entry("state", "State"),
            Map.entry("zip", "ZIP"),
            Map.entry("active", "Status"),
            Map.entry("type", "Type"),
            Map.entry("doNotService", "Do not service"),
            Map.entry("customer", "Customer"),
            Map.entry("look", "Address"),
            Map.entry("tag", "Tag"),
            Map.entry("createdFrom", "Created from"),
            Map.entry("createdTo", "Created to"),
            Map.entry("changedFrom", "Changed from"),
            Map.entry("changedTo", "Changed to"));

    private static final Set<String> OF_CUSTOMERS = Set.of("phone", "type", "doNotService");
    private static final Set<String> OF_LOCATIONS = Set.of("customer", "look");
    private static final Set<String> LOOKS = Set.of("sort", "size");
    private static final String NEWEST = "-created";

    /** The list of a kind of record, by what it can be narrowed to. */
    static ListAddress.Kind list(RecordKind kind) {
        boolean customers = kind == RecordKind.Customer;
        Set<String> strange = customers ? OF_LOCATIONS : OF_CUSTOMERS;
        return new ListAddress.Kind(
                customers ? "/customers" : "/locations",
                LABELS.keySet().stream()
                        .filter(field -> !strange.contains(field))
                        .collect(Collectors.toUnmodifiableSet()),
                LOOKS,
                NEWEST);
    }

    /** The filters that are on. {@code names} says what a value means, by the field with the value behind it. */
    static List<FilterChip> of(ListAddress address, Map<String, String> names) {
        List<FilterChip> chips = new ArrayList<>();
        address.filters().forEach((field, values) -> {
            for (int i = 0; i < values.size(); i++) {
                String value = values.get(i);
                chips.add(new FilterChip(
                        LABELS.getOrDefault(field, field),
                        names.getOrDefault(field + value, value),
                        address.without(field, i)));
            }
        });
        return chips;
    }
}
