package org.callboard.web.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.details.RecordKind;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/** The addresses that a list leads to: sorted otherwise, another page of it, without one of its filters, its file. */
public final class ListAddress {

    /** A filter that is on, and the address without it. */
    public record Chip(String label, String value, String without) {}

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

    private static final List<String> OF_CUSTOMERS = List.of("phone", "type", "doNotService");

    private static final List<String> OF_LOCATIONS = List.of("customer", "look");

    private final String path;
    private final MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();

    ListAddress(RecordKind kind, Map<String, List<String>> given) {
        path = kind == RecordKind.Customer ? "/customers" : "/locations";
        List<String> strange = kind == RecordKind.Customer ? OF_LOCATIONS : OF_CUSTOMERS;
        given.forEach((field, values) -> {
            boolean known = LABELS.containsKey(field) || field.equals("sort") || field.equals("size");
            if (known && !strange.contains(field)) {
                typed.put(field, values);
            }
        });
    }

    public String getPath() {
        return path;
    }

    /** The list in another order, from its first page on; what is sorted so already turns around. */
    public String sorted(String word) {
        return with("sort", word.equals(typed.getFirst("sort")) ? "-" + word : word);
    }

    /** How the list is sorted, in the words of ARIA. */
    public String order(String word) {
        String sort = typed.containsKey("sort") ? typed.getFirst("sort") : "-created";
        return word.equals(sort) ? "ascending" : ("-" + word).equals(sort) ? "descending" : "none";
    }

    public String page(int page) {
        return page == 1 ? with("page") : with("page", Integer.toString(page));
    }

    public String size(int size) {
        return with("size", Integer.toString(size));
    }

    public String counted(int page) {
        String same = page(page);
        return same + (same.contains("?") ? "&" : "?") + "total=true";
    }

    /** The list with inactive records too. */
    public String getEvenInactive() {
        return with("active", "any");
    }

    public String getExport() {
        return url(path + "/export", typed);
    }

    /** The list without any filter, as it is sorted. */
    public String getCleared() {
        MultiValueMap<String, String> rest = new LinkedMultiValueMap<>();
        typed.forEach((field, values) -> {
            if (!LABELS.containsKey(field)) {
                rest.put(field, values);
            }
        });
        return url(path, rest);
    }

    /** The filters that are on. {@code names} says what an id of a tag or a customer means. */
    List<Chip> chips(Map<String, String> names) {
        List<Chip> chips = new ArrayList<>();
        typed.forEach((field, values) -> {
            String label = LABELS.get(field);
            for (int i = 0; label != null && i < values.size(); i++) {
                MultiValueMap<String, String> rest = new LinkedMultiValueMap<>(typed);
                List<String> others = new ArrayList<>(values);
                others.remove(i);
                rest.put(field, others);
                String value = values.get(i);
                chips.add(new Chip(label, names.getOrDefault(field + value, value), url(path, rest)));
            }
        });
        return chips;
    }

    private String with(String field, String... values) {
        MultiValueMap<String, String> all = new LinkedMultiValueMap<>(typed);
        all.put(field, List.of(values));
        return url(path, all);
    }

    /** A path with these fields behind it. */
    public static String url(String path, Map<String, List<String>> fields) {
        List<String> query = new ArrayList<>();
        fields.forEach(
                (field, values) -> values.forEach(value -> query.add(field + "=" + UriUtils.encode(value, UTF_8))));
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }
}
