package org.callboard.bench.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.access.Apps;
import org.callboard.bench.Opened;
import org.callboard.bench.search.Kind.Of;
import org.callboard.bench.search.Kind.Part;
import org.callboard.bench.search.Kind.Read;
import org.callboard.testing.Api;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The filters of the API's lists of customers and of locations: each alone, two together, and with a total. */
final class FilterKinds {

    private static final long TOKEN_AGE = TimeUnit.MINUTES.toNanos(2);

    private final Opened opened;
    private final Map<String, Function<Known, @Nullable String>> filters = new LinkedHashMap<>();
    private @Nullable Api api;
    private long apiSince;

    private FilterKinds(Opened opened) {
        this.opened = opened;
    }

    static List<Kind> all(Opened opened) {
        FilterKinds filters = new FilterKinds(opened);
        List<Kind> kinds = new ArrayList<>();
        for (Of of : Of.values()) {
            filters.collect(of);
            filters.filters.forEach((title, query) -> kinds.add(filters.kind(of, title, query)));
            filters.filters.forEach((title, query) -> kinds.add(filters.kind(of, title + ", counted", known -> {
                String one = query.apply(known);
                return one == null ? null : one + "&includeTotal=true";
            })));
            for (String title : List.of("name, last", "city", "state")) {
                Function<Known, @Nullable String> query = filters.filters.get(title);
                kinds.add(filters.kind(of, title + ", page 20", known -> query.apply(known) + "&page=20"));
            }
        }
        return kinds;
    }

    private void collect(Of of) {
        filters.clear();
        add("name", known -> query("name", known.name()));
        add("name, last", known -> query("name", known.last()));
        add("name, beginnings of two", known -> query("name", begin(known.first()) + " " + begin(known.last())));
        add("name, two letters", known -> query("name", known.last().substring(0, 2)));
        add("name that nobody has", known -> query("name", known.last() + "qqz"));
        add("street", known -> query("street", known.street()));
        add("street, one word", known -> query("street", known.streetWord()));
        add("unit", known -> query("unit", known.unit()));
        add("city", known -> query("city", known.city()));
        add("state", known -> query("state", known.state()));
        add("zip", known -> query("zip", known.zip()));
        add("country", known -> query("country", "USA"));
        add("name and city", known -> query("name", known.last(), "city", known.city()));
        add("name and zip", known -> query("name", known.last(), "zip", known.zip()));
        add("name and state", known -> query("name", known.last(), "state", known.state()));
        add("street and zip", known -> query("street", known.street(), "zip", known.zip()));
        add("street's word and city", known -> query("street", known.streetWord(), "city", known.city()));
        add("street and unit", known -> query("street", known.street(), "unit", known.unit()));
        add("city and state", known -> query("city", known.city(), "state", known.state()));
        add("state and country", known -> query("state", known.state(), "country", "USA"));
        if (of == Of.CUSTOMER) {
            add("phone", known -> query("phone", known.phone()));
            add("phone, last seven", known -> query("phone", known.lastDigits(7)));
            add("phone, last four", known -> query("phone", known.lastDigits(4)));
            add("phone and name", known -> query("phone", known.lastDigits(4), "name", known.last()));
        }
    }

    private void add(String title, Function<Known, @Nullable String> query) {
        filters.put(title, query);
    }

    private Kind kind(Of of, String title, Function<Known, @Nullable String> query) {
        return new Kind(Part.FILTERS, of, title, query, (known, typed) -> ask(of, typed), FilterKinds::read);
    }

    /** Pairs of a filter and its value; null where a value is not known. */
    static @Nullable String query(@Nullable String... pairs) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            String value = pairs[i + 1];
            if (value == null) {
                return null;
            }
            query.append(i == 0 ? "" : "&").append(pairs[i]).append('=').append(URLEncoder.encode(value, UTF_8));
        }
        return query.toString();
    }

    private static String begin(String word) {
        return word.substring(0, Math.min(4, word.length()));
    }

    private String ask(Of of, String query) {
        String path = api().path("crm/v2", "/" + of.list() + "?" + query);
        Api.Answer answer = api().get(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + ": " + answer.status() + " " + answer.text());
        }
        return answer.text();
    }

    /** A token does not last as long as all searches take. */
    private Api api() {
        if (api == null || System.nanoTime() - apiSince > TOKEN_AGE) {
            apiSince = System.nanoTime();
            api = new Api(
                    opened.url(),
                    opened.number("TENANT"),
                    new Apps.Registered(0, opened.get("APP_KEY")),
                    new Apps.Connected(0, opened.get("CLIENT_ID"), opened.get("CLIENT_SECRET")));
        }
        return api;
    }

    private static Read read(Known known, String answer) {
        JsonNode page = Api.JSON.readTree(answer);
        List<Long> ids = page.get("data")
                .valueStream()
                .map(one -> one.get("id").longValue())
                .toList();
        String first = Stream.of(ids)
                .flatMap(List::stream)
                .limit(3)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        return Read.of(
                ids.contains(known.id()),
                "%d of %s, %s, #%08x".formatted(ids.size(), page.path("totalCount"), first, ids.hashCode()));
    }
}
