package org.callboard.bench.search;

import static org.callboard.bench.search.FilterKinds.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.callboard.bench.search.Kind.Of;
import org.callboard.bench.search.Kind.Part;
import org.callboard.bench.search.Kind.Read;
import org.callboard.testing.Api;
import org.callboard.testing.Visitor;
import org.jspecify.annotations.Nullable;

/** The pages with the lists of customers and of locations, sorted, and the beginning of their files. */
final class ListKinds {

    private static final int BEGINNING = 16_384;
    private static final int BUSY = 503;

    /** The company's files before this one, which were broken off, are not at their end yet. */
    static final class Busy extends RuntimeException {
        long patience() {
            return 20;
        }
    }

    private final String url;
    private final Visitor visitor;
    private final List<Kind> kinds = new ArrayList<>();
    private Of of = Of.CUSTOMER;

    private ListKinds(String url, Visitor visitor) {
        this.url = url;
        this.visitor = visitor;
    }

    static List<Kind> all(String url, Visitor visitor) {
        ListKinds lists = new ListKinds(url, visitor);
        for (Of of : Of.values()) {
            lists.of = of;
            lists.pages();
            lists.files();
        }
        return lists.kinds;
    }

    private void pages() {
        for (String sort : List.of("name", "city")) {
            add("all, by " + sort, known -> query("sort", sort));
            add("all, by " + sort + ", page 20", known -> query("sort", sort, "page", "20"));
            add("name, by " + sort, known -> query("name", known.last(), "sort", sort));
            add("city, by " + sort, known -> query("city", known.city(), "sort", sort));
            add("state, by " + sort, known -> query("state", known.state(), "sort", sort));
            add("street's word, by " + sort, known -> query("street", known.streetWord(), "sort", sort));
            add("name and city, by " + sort, known -> query("name", known.last(), "city", known.city(), "sort", sort));
            add(
                    "name and state, by " + sort,
                    known -> query("name", known.last(), "state", known.state(), "sort", sort));
        }
        add("all, by name down", known -> query("sort", "-name"));
        add("name, newest first", known -> query("name", known.last()));
        add("state, newest first", known -> query("state", known.state()));
        add("zip, by name, counted", known -> query("zip", known.zip(), "sort", "name", "total", "true"));
        add("city, by name, page 20", known -> query("city", known.city(), "sort", "name", "page", "20"));
        add("state, by name, counted", known -> query("state", known.state(), "sort", "name", "total", "true"));
        if (of == Of.CUSTOMER) {
            add("phone, by name", known -> query("phone", known.lastDigits(7), "sort", "name"));
        }
    }

    private void files() {
        file("file, name, begins", known -> query("name", known.last(), "sort", "name"));
        file("file, city, begins", known -> query("city", known.city(), "sort", "name"));
        file("file, state, begins", known -> query("state", known.state(), "sort", "name"));
    }

    private void add(String title, Function<Known, @Nullable String> query) {
        Of list = of;
        Pattern row = Pattern.compile("href=\"/" + list.list() + "/([0-9]+)\"");
        kinds.add(new Kind(
                Part.LISTS,
                list,
                title,
                query,
                (known, typed) -> page("/" + list.list() + "?" + typed),
                (known, page) -> read(row, known, page)));
    }

    private void file(String title, Function<Known, @Nullable String> query) {
        Of list = of;
        kinds.add(new Kind(
                Part.LISTS,
                list,
                title,
                query,
                (known, typed) -> beginning("/" + list.list() + "/export?" + typed),
                (known, lines) -> Read.of(lines.contains(known.name()), "#%08x".formatted(lines.hashCode()))));
    }

    private String page(String path) {
        Visitor.Answer answer = visitor.get(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + ": " + answer.status());
        }
        return answer.body();
    }

    /** The first whole lines of a file; the rest is left, as by somebody who breaks off. */
    private String beginning(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Cookie", visitor.cookie())
                .build();
        try {
            HttpResponse<InputStream> response = Api.HTTP.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                String text = new String(body.readNBytes(BEGINNING), java.nio.charset.StandardCharsets.ISO_8859_1);
                if (response.statusCode() == BUSY) {
                    throw new Busy();
                }
                if (response.statusCode() != 200) {
                    throw new IllegalStateException(path + ": " + response.statusCode());
                }
                return text.substring(0, text.lastIndexOf('\n') + 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Read read(Pattern row, Known known, String page) {
        List<Long> ids = row.matcher(page)
                .results()
                .map(link -> Long.valueOf(link.group(1)))
                .distinct()
                .toList();
        return Read.of(ids.contains(known.id()), "%d, #%08x".formatted(ids.size(), ids.hashCode()));
    }
}
