package org.callboard.web.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * The addresses that a list leads to: sorted otherwise, another page of it, without its filters, its file. All but the page
 * itself stays as it was typed.
 */
public final class ListAddress {

    /**
     * A list and the fields that its address may have beside the page.
     *
     * @param filters those that narrow it
     * @param looks those that say how it is shown, such as its order
     * @param order how it is sorted where nobody says so, in the words of an address; empty for an order of its own
     */
    public record Kind(String path, Set<String> filters, Set<String> looks, String order) {}

    private final Kind kind;
    private final MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();

    public ListAddress(Kind kind, Map<String, List<String>> given) {
        this.kind = kind;
        given.forEach((field, values) -> {
            if (kind.filters.contains(field) || kind.looks.contains(field)) {
                typed.put(field, values);
            }
        });
    }

    public String getPath() {
        return kind.path;
    }

    /** The list in another order, from its first page on; what is sorted so already turns around. */
    public String sorted(String word) {
        return with("sort", word.equals(typed.getFirst("sort")) ? "-" + word : word);
    }

    /** How the list is sorted, in the words of ARIA. */
    public String order(String word) {
        String sort = typed.containsKey("sort") ? typed.getFirst("sort") : kind.order;
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

    public String getExport() {
        return url(kind.path + "/export", typed);
    }

    /** The list without any filter, as it is shown. */
    public String getCleared() {
        MultiValueMap<String, String> rest = new LinkedMultiValueMap<>();
        typed.forEach((field, values) -> {
            if (!kind.filters.contains(field)) {
                rest.put(field, values);
            }
        });
        return url(kind.path, rest);
    }

    /** Whether nothing narrows it. */
    public boolean isWhole() {
        return typed.keySet().stream().noneMatch(kind.filters::contains);
    }

    /** The filters that are on, in the order of the address. */
    Map<String, List<String>> filters() {
        MultiValueMap<String, String> on = new LinkedMultiValueMap<>();
        typed.forEach((field, values) -> {
            if (kind.filters.contains(field)) {
                on.put(field, values);
            }
        });
        return on;
    }

    /** The list with other values of a field, from its first page on; none take the field away. */
    public String with(String field, String... values) {
        return with(field, List.of(values));
    }

    /** The list without one of the values of a field. */
    String without(String field, int place) {
        List<String> others = new ArrayList<>(typed.getOrDefault(field, List.of()));
        others.remove(place);
        return with(field, others);
    }

    private String with(String field, List<String> values) {
        MultiValueMap<String, String> all = new LinkedMultiValueMap<>(typed);
        all.put(field, values);
        return url(kind.path, all);
    }

    private static String url(String path, Map<String, List<String>> fields) {
        List<String> query = new ArrayList<>();
        fields.forEach(
                (field, values) -> values.forEach(value -> query.add(field + "=" + UriUtils.encode(value, UTF_8))));
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }
}
