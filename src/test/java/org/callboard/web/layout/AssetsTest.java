package org.callboard.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.leads.LeadForm;
import org.callboard.leads.LeadForms;
import org.callboard.publicforms.LeadPages;
import org.callboard.testing.PublicPage;
import org.callboard.testing.Routes;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Nobody works with a new page and an old script: what a page loads has an address of its own for each content. */
class AssetsTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern LOADED = Pattern.compile(
            "(?s)<(?:script|link|img|iframe|source|use)\\b[^>]*?\\s(?:src|href)=\"([^\"#]*\\.(?:js|mjs|css|svg|png|ico|woff2)[^\"]*)\"");
    private static final Pattern IMPORTED =
            Pattern.compile("(?:\\bimport\\b|\\bfrom\\b)\\s*\\(?\\s*[\"']([^\"']+\\.m?js[^\"']*)[\"']");
    private static final Pattern OF_STYLE = Pattern.compile("(?:url\\(|@import\\s)\\s*[\"']?((?!data:)[^\"')\\s]+)");
    private static final Pattern HASH =
            Pattern.compile("(?<=^/assets)/[0-9a-f]{32}(?=/)|-[0-9a-f]{32}(?=\\.[a-z0-9]+$)");

    private final Shop shop = new Shop();
    private final Visitor owner = Visitor.signedIn(shop.tenant.owner);

    @Test
    void whateverAPageLoadsCarriesItsContentsHashAndIsKeptForGood() throws IOException, InterruptedException {
        Map<String, String> loaded = new TreeMap<>(); // from where
        for (String page : pages()) {
            LOADED.matcher(owner.get(page).body()).results().forEach(link -> loaded.putIfAbsent(link.group(1), page));
        }
        assertThat(loaded.keySet()).anyMatch(link -> link.endsWith("/calls.js"));
        assertThat(loaded.keySet()).anyMatch(link -> link.endsWith("/book/book.js"));
        assertThat(loaded.keySet()).anyMatch(link -> link.endsWith("/docs/api.js"));
        assertThat(loaded.keySet()).anyMatch(link -> link.startsWith("/webjars/bootstrap/"));
        Deque<String> left = new ArrayDeque<>(loaded.keySet());
        while (!left.isEmpty()) {
            String link = left.pop();
            String where = link + " of " + loaded.get(link);
            assertThat(link).as(where).startsWith("/").containsPattern(HASH);
            HttpResponse<String> asset = get(link);
            assertThat(asset.statusCode()).as(where).isEqualTo(200);
            assertThat(cache(asset)).as(where).isEqualTo("max-age=31536000, public, immutable");
            String plain = HASH.matcher(link).replaceFirst("");
            assertThat(cache(get(plain))).as(plain).isEqualTo("no-cache");
            Pattern inside = link.endsWith(".css") ? OF_STYLE : IMPORTED;
            Stream<MatchResult> found = link.endsWith("js") || link.endsWith("css")
                    ? inside.matcher(asset.body()).results()
                    : Stream.empty();
            found.map(one -> URI.create(link).resolve(one.group(1)).toString())
                    .filter(one -> loaded.putIfAbsent(one, link) == null)
                    .forEach(left::push);
        }
        assertThat(loaded.keySet()).anyMatch(link -> link.endsWith("/calls/queue.js"));
    }

    @Test
    void whatAnOlderPageAsksForIsNotKept() throws IOException, InterruptedException {
        HttpResponse<String> gone = get("/assets/00000000000000000000000000000000/calls.js");
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(cache(gone)).doesNotContain("max-age=31536000", "immutable");
        HttpResponse<String> plain = get("/assets/calls.js");
        String since = plain.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(get("/assets/calls.js", "If-Modified-Since", since).statusCode())
                .isEqualTo(304);
    }

    private List<String> pages() {
        List<String> pages = Routes.all().stream()
                .filter(route -> route.method().equals("GET") && route.access().startsWith("role"))
                .map(Routes.Route::path)
                .filter(path -> !path.contains("{") && !path.endsWith("/stream") && !path.endsWith("/export"))
                .collect(Collectors.toCollection(ArrayList::new));
        long booking = shop.booking("Jordan Reyes", "937-555-0142").id();
        long customer = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        pages.addAll(
                List.of("/calls/" + booking, "/customers/" + customer, "/customers/" + customer + "/locations/new"));
        pages.add("/settings/users/" + shop.tenant.owner.id());
        pages.add("/settings/booking-pages/" + shop.provider.id());
        PublicPage book = PublicPage.of(shop);
        long form = shop.tenant
                .caller
                .call(() -> Server.bean(LeadForms.class)
                        .add(shop.tenant.id, new LeadForm.Details("Estimates", shop.campaign, null, 1)))
                .id();
        pages.addAll(List.of(book.path(), book.path() + "/thanks", "/book/nobody"));
        pages.add("/lead-form/"
                + shop.tenant.caller.call(() -> Server.bean(LeadPages.class).token(shop.tenant.id, form)));
        pages.addAll(List.of("/sign-in", "/docs/api", "/no/such/page", "/settings;x=1"));
        return pages;
    }

    private static String cache(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Control").orElse("");
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Server.url() + path));
        return HTTP.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }
}
