package org.callboard.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ok;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.callboard.testing.Api;
import org.callboard.testing.FormPost;
import org.callboard.testing.PublicPage;
import org.callboard.testing.Receiver;
import org.callboard.testing.Routes;
import org.callboard.testing.Routes.Route;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.TestPictures;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Requests that name a host that is not ours. Without {@code CALLBOARD_PUBLIC_URL} it is believed for the answer to somebody
 * who has signed in or shown a token, and for nothing else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignHostTest {

    private static final String EVIL = "evil-host.example";
    private static final String[] FOREIGN = {
        "Host", EVIL, "X-Forwarded-Host", EVIL, "X-Forwarded-Server", EVIL, "Forwarded", "host=" + EVIL
    };

    /** Where a manager copies addresses from; and API answers with addresses. */
    private static final Set<String> NAMED = Set.of(
            "GET /settings/booking-pages",
            "GET /settings/booking-pages/{id}",
            "POST /settings/booking-pages/{id}",
            "GET /settings/{kind}");

    private final World world = new World();
    private final SoftAssertions all = new SoftAssertions();

    @Test
    void noStrangerIsAnsweredWithIt() {
        Visitor stranger = new Visitor();
        for (Route route : Routes.all()) {
            String path = url(route);
            for (String accept : List.of("text/html", "application/json")) {
                String[] headers = Stream.concat(Stream.of(FOREIGN), Stream.of("Accept", accept))
                        .toArray(String[]::new);
                Visitor.Answer answer =
                        route.method().equals("POST") ? stranger.postBare(path, headers) : stranger.get(path, headers);
                all.assertThat(answer.location() + answer.body())
                        .as(route + " " + answer.status())
                        .doesNotContain(EVIL);
            }
        }
        all.assertAll();
        nothingStoredNamesIt();
    }

    @Test
    void whoSignedInIsAnsweredWithItWhereAddressesAreCopiedFromAndNothingKeepsIt() {
        Visitor owner = new Visitor();
        assertThat(owner.get("/settings/company", FOREIGN).location()).isEqualTo("/sign-in");
        owner.get("/sign-in", FOREIGN);
        String form = "email=" + world.tenant.owner.email() + "&password=" + TestTenant.PASSWORD.replace(" ", "+");
        assertThat(owner.postForm("/sign-in", form, FOREIGN).location())
                .as("back to the page that was wanted")
                .isEqualTo("/settings/company");
        Set<String> named = new TreeSet<>();
        for (Route route : Routes.pages()) {
            if (route.path().endsWith("/stream")) {
                continue;
            }
            Visitor.Answer answer = route.method().equals("GET")
                    ? owner.get(url(route), FOREIGN)
                    : owner.postForm(url(route), World.body(route.toString()), FOREIGN);
            if ((answer.location() + answer.body()).contains(EVIL)) {
                named.add(route.toString());
            }
        }
        assertThat(named).isSubsetOf(NAMED).contains("GET /settings/{kind}");
        nothingStoredNamesIt();
    }

    @Test
    void programsAreAnsweredWithItAndNothingKeepsIt() {
        Api api = world.api;
        for (Route route : Routes.api()) {
            String body = Set.of("POST", "PUT", "PATCH").contains(route.method()) ? World.body(route.toString()) : null;
            Api.send(api.request(route.method(), url(route), body, FOREIGN));
        }
        nothingStoredNamesIt();
    }

    @Test
    void whatIsStoredAndSentNamesItNowhere() throws InterruptedException {
        Shop shop = new Shop();
        Api api = shop.tenant.api();
        try (Receiver receiver = new Receiver()) {
            ok(api.post(
                    api.path("callboard/v1", "/webhooks"),
                    "{\"url\":\"%s\",\"events\":[\"tn.crm.booking-created\"]}".formatted(receiver.url())));
            String evil = uploaded(api, FOREIGN);
            assertThat(evil).as("where this program asks").startsWith("http://" + EVIL + "/callboard/v1/tenant/");
            String path = URI.create(evil).getPath();

            String bookings = api.path("crm/v2", "/booking-provider/" + shop.provider.id() + "/bookings");
            String[] keyed = Stream.concat(Stream.of(FOREIGN), Stream.of("Idempotency-Key", "once"))
                    .toArray(String[]::new);
            JsonNode booking = ok(api.post(bookings, booking("a", evil), keyed));
            assertThat(image(booking)).isEqualTo(evil);
            assertThat(image(ok(api.post(bookings, booking("a", evil), "Idempotency-Key", "once"))))
                    .as("the same answer for who asks elsewhere")
                    .isEqualTo(Server.url() + path);
            assertThat(image(ok(api.get(bookings + "/" + booking.get("id"))))).isEqualTo(Server.url() + path);
            assertThat(image(ok(api.get(api.path("crm/v2", "/export/bookings"))).at("/data/0")))
                    .isEqualTo(Server.url() + path);
            assertThat(image(receiver.next().json().at("/data/booking"))).isEqualTo(path);

            PublicPage book = PublicPage.of(shop);
            assertThat(FormPost.filled(book)
                            .file("pictures", "a.jpg", TestPictures.jpeg(30, 20))
                            .withHeaders(FOREIGN)
                            .send()
                            .headers()
                            .firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).startsWith("/book/"));
            assertThat(image(receiver.next().json().at("/data/booking"))).startsWith("/callboard/v1/tenant/");

            String token = Api.takeToken(
                            "grant_type=client_credentials&client_id=" + api.connection.clientId() + "&client_secret="
                                    + api.connection.clientSecret(),
                            FOREIGN)
                    .json()
                    .get("access_token")
                    .stringValue();
            assertThat(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1])))
                    .contains("\"iss\":\"callboard\"");
        }
        nothingStoredNamesIt();
    }

    private String url(Route route) {
        return IsolationTest.url(route, world.tenant.id, this::value);
    }

    private Object value(String place) {
        if (place.startsWith("/book/") || place.startsWith("/lead-form/") || place.startsWith("/telephone/")) {
            return "nobody";
        }
        return place.endsWith("/{kind}") ? "lead-forms" : world.id(place.replace("/{kind}/", "/lead-forms/"));
    }

    private static String uploaded(Api api, String... headers) {
        return ok(Api.send(HttpRequest.newBuilder(
                                api.request("GET", api.path("callboard/v1", "/pictures"), null, headers),
                                (name, value) -> true)
                        .setHeader("Content-Type", "image/jpeg")
                        .POST(BodyPublishers.ofByteArray(TestPictures.jpeg(40, 30)))
                        .build()))
                .get("url")
                .stringValue();
    }

    private static String booking(String externalId, String image) {
        return """
                {"source": "W", "name": "Jo", "summary": "", "isFirstTimeClient": true, "externalId": "%s",
                 "contacts": [{"type": "Phone", "value": "937-555-0142"}], "uploadedImages": ["%s"]}
                """.formatted(externalId, image);
    }

    private static String image(JsonNode booking) {
        return booking.at("/uploadedImages/0").stringValue();
    }

    private static void nothingStoredNamesIt() {
        assertThat(Server.holding(EVIL)).isEmpty();
    }
}
