package org.callboard.geocoding;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.access.Role;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.geocoding.Candidate.Precision;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.testing.Api;
import org.callboard.testing.Browser;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A geocoder is asked only where a company chose one, and whatever it does, nobody waits for it or fails with it. */
class AddressProvidersTest {

    private static final Address WHITE_HOUSE =
            new Address("1600 Pennsylvania Avenue NW", null, "Washington", "DC", "20500", "USA");

    private static final String CENSUS = """
            {"result":{"input":{"address":{"address":"1600 Pennsylvania Avenue NW"},"benchmark":{"id":"4"}},
             "addressMatches":[{"tigerLine":{"side":"L","tigerLineId":"76225813"},
               "coordinates":{"x":-77.03518753691,"y":38.89869893252},
               "addressComponents":{"zip":"20500","streetName":"PENNSYLVANIA","preType":"","city":"WASHINGTON",
                 "preDirection":"","suffixDirection":"NW","fromAddress":"1600","state":"DC","suffixType":"AVE",
                 "toAddress":"1698","suffixQualifier":"","preQualifier":""},
               "matchedAddress":"1600 PENNSYLVANIA AVE NW, WASHINGTON, DC, 20500"}]}}
            """;

    private static final String NOMINATIM = """
            [{"place_id":1,"lat":"38.8976997","lon":"-77.0365532","category":"office","type":"government",
              "addresstype":"office","display_name":"White House, 1600, Pennsylvania Avenue Northwest",
              "address":{"house_number":"1600","road":"Pennsylvania Avenue Northwest","city":"Washington",
                "state":"District of Columbia","ISO3166-2-lvl4":"US-DC","postcode":"20500",
                "country":"United States","country_code":"us"}},
             {"place_id":2,"lat":"38.9","lon":"-77.03","type":"postcode","addresstype":"postcode",
              "address":{"postcode":"20500","city":"Washington","ISO3166-2-lvl4":"US-DC","country_code":"us"}},
             {"place_id":3,"lat":"north"}]
            """;

    private static final String PHOTON = """
            {"type":"FeatureCollection","features":[
             {"type":"Feature","geometry":{"type":"Point","coordinates":[-77.0365532,38.8976997]},
              "properties":{"type":"house","housenumber":"1600","street":"Pennsylvania Avenue Northwest",
                "city":"Washington","state":"District of Columbia","postcode":"20500","country":"United States",
                "countrycode":"US"}},
             {"type":"Feature","geometry":{"type":"Point","coordinates":[-77.03,38.89]},
              "properties":{"type":"street","name":"Pennsylvania Avenue Northwest","city":"Washington",
                "state":"District of Columbia","postcode":"20500","countrycode":"US"}}]}
            """;

    private final TestTenant tenant = TestTenant.create();
    private final AddressProviders providers = Server.bean(AddressProviders.class);
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private volatile Answer answer = exchange -> {};

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.add(URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8));
            answer.to(exchange);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void says(int status, String type, String text) {
        answer = exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    private void choose(ProviderKind kind, int aDay) {
        tenant.caller.run(() -> providers.save(
                tenant.id, new ProviderSettings(kind, url(), ProviderSettings.MAX_A_SECOND, aDay), null));
    }

    private Optional<List<Candidate>> find(Address address) {
        return tenant.caller.call(() -> providers.find(tenant.id, address).map(AddressProviders.Found::candidates));
    }

    @Test
    void nobodyIsAskedUnlessACompanyChoseSomebody() {
        assertThat(find(WHITE_HOUSE)).isEmpty();
        assertThat(tenant.caller.call(() -> providers.complete(tenant.id, "1600 Penn", null)))
                .isEmpty();
        choose(ProviderKind.Census, 10);
        tenant.caller.run(() -> providers.save(tenant.id, ProviderSettings.OFF, null));
        assertThat(find(WHITE_HOUSE)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void theCensusBureauIsAskedForOneLine() {
        says(200, "application/json", CENSUS);
        choose(ProviderKind.Census, 10);
        assertThat(find(WHITE_HOUSE))
                .hasValueSatisfying(found -> assertThat(found)
                        .containsExactly(new Candidate(
                                new Address("1600 Pennsylvania Ave NW", null, "Washington", "DC", "20500", "USA"),
                                new Coordinates(38.89869893252, -77.03518753691),
                                Precision.Interpolated,
                                List.of())));
        assertThat(asked)
                .singleElement()
                .asString()
                .startsWith("/locations/onelineaddress?")
                .contains(
                        "address=1600 Pennsylvania Avenue NW, Washington, DC, 20500",
                        "benchmark=Public_AR_Current",
                        "format=json");
        for (Address abroad : List.of(
                new Address("10 Downing Street", null, "London", "", "SW1A 2AA", "UK"),
                new Address("Unter den Linden 77", null, "Berlin", "Berlin", "10117", "Germany"))) {
            assertThat(find(abroad)).as("it knows the United States alone").isEmpty();
        }
        assertThat(asked).hasSize(1);
    }

    /** However its address is written: all companies together may ask it once a second. */
    @Test
    void thePublicNominatimIsKnownByItsHost() {
        assertThat(NominatimProvider.isPublic("https://nominatim.openstreetmap.org"))
                .isTrue();
        assertThat(NominatimProvider.isPublic("HTTPS://Nominatim.OpenStreetMap.org:443/"))
                .isTrue();
        assertThat(NominatimProvider.isPublic("https://nominatim.openstreetmap.org.example.com"))
                .isFalse();
        assertThat(NominatimProvider.isPublic("https://nominatim.example.com")).isFalse();
        assertThat(NominatimProvider.isPublic("no address")).isFalse();
    }

    @Test
    void nominatimAndPhotonTellHousesFromStreetsAndWhatTheyWriteOtherwise() {
        says(200, "application/json", NOMINATIM);
        choose(ProviderKind.Nominatim, 10);
        Address typed = new Address("1600 Pennsylvania Ave NW", null, "Washingtn", "DC", "20501", "USA");
        assertThat(find(typed)).hasValueSatisfying(found -> {
            assertThat(found).extracting(Candidate::precision).containsExactly(Precision.Door, Precision.PostalCode);
            assertThat(found.getFirst().address())
                    .isEqualTo(new Address("1600 Pennsylvania Ave NW", null, "Washington", "DC", "20500", "USA"));
            assertThat(found.getFirst().changed()).containsExactly("city", "zip");
        });
        assertThat(asked.getFirst()).contains("/search?", "postalcode=20501", "format=jsonv2", "addressdetails=1");

        says(200, "application/json", PHOTON);
        choose(ProviderKind.Photon, 10);
        assertThat(find(WHITE_HOUSE)).hasValueSatisfying(found -> {
            assertThat(found).extracting(Candidate::precision).containsExactly(Precision.Door, Precision.Street);
            assertThat(found.getFirst().address().street()).isEqualTo("1600 Pennsylvania Ave NW");
            assertThat(found.getFirst().coordinates()).isEqualTo(new Coordinates(38.8976997, -77.0365532));
        });
        assertThat(tenant.caller.call(() -> providers.complete(tenant.id, "1600 Penn", new Coordinates(38.9, -77))))
                .hasValueSatisfying(found -> assertThat(found.candidates()).hasSize(2));
        assertThat(asked.getLast()).contains("/api?", "q=1600 Penn", "lat=38.9", "lon=-77.0");
    }

    @Test
    void whateverItDoesTheAnswerIsThatThereIsNone() {
        says(500, "text/plain", "no");
        choose(ProviderKind.Census, 100);
        assertThat(find(WHITE_HOUSE)).isEmpty();
        for (String text : List.of("<html><body>Welcome</body></html>", "", "42", "{\"result\":{}", "null")) {
            says(200, "text/html", text);
            choose(ProviderKind.Census, 100); // another start: after some failures it is left alone
            assertThat(find(WHITE_HOUSE)).as(text).isEmpty();
        }
        says(200, "application/json", "{\"result\":{\"addressMatches\":[{\"coordinates\":{\"x\":\"west\"}}]}}");
        choose(ProviderKind.Census, 100);
        assertThat(find(WHITE_HOUSE)).as("nothing of use").contains(List.of());
    }

    /** As after a move to another machine without its secret: nobody's work stops for it. */
    @Test
    void aKeyThatCanNoLongerBeReadIsNoAnswer() {
        says(200, "application/json", PHOTON);
        tenant.caller.run(() -> {
            providers.save(tenant.id, new ProviderSettings(ProviderKind.Photon, url(), 50, 10), "a key");
            Server.bean(JdbcClient.class)
                    .sql("update address_provider set key = decode('00', 'hex') where tenant_id = ?")
                    .param(tenant.id)
                    .update();
        });
        assertThat(find(WHITE_HOUSE)).isEmpty();
        AddressProviders.Tried tried = tenant.caller.call(() -> providers.tryOut(tenant.id, WHITE_HOUSE));
        assertThat(tried.candidates()).isEmpty();
        assertThat(tried.problem()).contains("enter that anew");
        assertThat(asked).isEmpty();
    }

    @Test
    void whoIsSlowOrHasEnoughOfQuestionsIsLeftAloneForAWhile() {
        says(429, "text/plain", "slow down");
        choose(ProviderKind.Census, 100);
        assertThat(find(WHITE_HOUSE)).isEmpty();
        assertThat(find(WHITE_HOUSE)).isEmpty();
        assertThat(asked).as("asked once").hasSize(1);

        CountDownLatch enough = new CountDownLatch(1);
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            do { // a byte now and then, so that no read of its own takes too long
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            } while (!isOver(enough));
        };
        choose(ProviderKind.Census, 100);
        AddressProviders.Tried tried = tenant.caller.call(() -> providers.tryOut(tenant.id, WHITE_HOUSE));
        enough.countDown();
        assertThat(tried.problem()).isEqualTo("There was no answer within 2 seconds.");
    }

    private static boolean isOver(CountDownLatch enough) {
        try {
            return enough.await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theDayHasAnEndAndAnAnswerIsAskedForOnce() {
        says(200, "application/json", CENSUS);
        choose(ProviderKind.Census, 2);
        assertThat(find(WHITE_HOUSE)).isPresent();
        assertThat(find(new Address("1600 PENNSYLVANIA AVE NW", null, "Washington", "DC", "20500", "USA")))
                .as("the same in other letters")
                .isPresent();
        assertThat(asked).hasSize(1);
        Address other = new Address("1601 Pennsylvania Avenue NW", null, "Washington", "DC", "20500", "USA");
        assertThat(find(other)).isPresent();
        assertThat(find(new Address("1602 Pennsylvania Avenue NW", null, "Washington", "DC", "20500", "USA")))
                .as("the third of two")
                .isEmpty();
        assertThat(asked).hasSize(2);
        assertThat(tenant.caller.call(() -> providers.askedToday(tenant.id))).isEqualTo(2);
    }

    @Test
    void answersAreForgottenWhenTheirTimeIsOver() {
        AddressProviderStore store = Server.bean(AddressProviderStore.class);
        Duration kept = Keep.ThirtyDays.answers;
        assertThat(kept).isEqualTo(Duration.ofDays(30));
        assertThat(List.of(Keep.Nothing, Keep.PlaceIdOnly, Keep.AfterConfirmation))
                .allSatisfy(keep -> assertThat(keep.answers).isNull());
        tenant.caller.run(() -> {
            store.keep(tenant.id, "new", List.of(), kept);
            store.keep(tenant.id, "old", List.of(), Duration.ofSeconds(-1));
            assertThat(store.answer(tenant.id, "new")).contains(List.of());
            assertThat(store.answer(tenant.id, "old")).isEmpty();
            assertThat(store.forget(tenant.id)).isEqualTo(1);
            providers.save(tenant.id, ProviderSettings.OFF, null);
            assertThat(store.answer(tenant.id, "new"))
                    .as("nobody is asked any more")
                    .isEmpty();
        });
    }

    @Test
    void aServerInTheOperatorsHouseIsAskedOnlyIfTheOperatorNamesIt() {
        for (String url : List.of(
                "http://localhost:2322",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest",
                "http://photon.example.com",
                "file:///etc/passwd")) {
            assertThatThrownBy(() -> tenant.caller.run(() ->
                            providers.save(tenant.id, new ProviderSettings(ProviderKind.Photon, url, 1, 1), null)))
                    .as(url)
                    .isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> tenant.caller.run(
                        () -> providers.save(tenant.id, new ProviderSettings(ProviderKind.Photon, null, 1, 1), null)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void programsAreToldWhatItSays() {
        says(200, "application/json", CENSUS);
        choose(ProviderKind.Census, 10);
        Api api = tenant.api();
        String body = """
                {"address":{"street":"1600 pennsylvania avenue nw","city":"Washington","state":"DC","zip":"20500"}}""";
        JsonNode told = Office.ok(api.post(api.path("callboard/v1", "/addresses/validate"), body));
        assertThat(told.get("checkedBy").valueStream().map(JsonNode::stringValue))
                .hasSize(2)
                .contains("Census");
        assertThat(told.at("/provider/matches/0/latitude").doubleValue()).isEqualTo(38.89869893252);
        assertThat(told.at("/provider/matches/0/precision").stringValue()).isEqualTo("Interpolated");
        says(500, "text/plain", "no");
        JsonNode other =
                Office.ok(api.post(api.path("callboard/v1", "/addresses/validate"), body.replace("1600", "1602")));
        assertThat(other.get("provider").isNull()).isTrue();
        assertThat(other.get("nextAction").stringValue()).isEqualTo("Accept");
    }

    private static final String[] TYPED = {
        "street", "1600 pennsylvania avenue nw", "city", "Washingtn", "state", "DC", "zip", "20500", "country", "USA"
    };

    private static String[] with(String[] fields, String... more) {
        return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
    }

    /** Each with a button; nothing is asked without a geocoder, and nothing changes by an answer. */
    @Test
    void whatItSaysIsOfferedWhereAnAddressIsTyped() {
        Visitor dana = Visitor.signedIn(tenant.user(Role.CSR));
        dana.get("/customers/new");
        assertThat(dana.post("/addresses/check", TYPED).body()).doesNotContain("data-address-lookup");
        assertThat(dana.post("/addresses/lookup", TYPED).body()).isBlank();
        assertThat(asked).isEmpty();

        says(200, "application/json", CENSUS);
        choose(ProviderKind.Census, 10);
        assertThat(dana.post("/addresses/check", TYPED).body()).contains("data-address-lookup");
        assertThat(dana.post("/addresses/check", "zip", "20500").body()).doesNotContain("data-address-lookup");
        assertThat(dana.get("/addresses/own?street=1600+Penn").body()).doesNotContain("data-address-lookup");
        assertThat(asked).as("a check asks nobody").isEmpty();
        assertThat(dana.post("/addresses/lookup", TYPED).body())
                .contains("Use this address", "data-city=\"Washington\"")
                .doesNotContain("data-unit", "data-latitude", "OpenStreetMap");
        String[] right = TYPED.clone();
        right[3] = "Washington";
        assertThat(dana.post("/addresses/lookup", right).body())
                .as("a form without fields for a point")
                .isBlank();
        assertThat(dana.post("/addresses/lookup", with(right, "latitude", "", "longitude", ""))
                        .body())
                .contains("Use these coordinates", "data-latitude=\"38.898699\"", "reckoned along the street");
        assertThat(dana.post("/addresses/lookup", with(right, "latitude", "38.898699", "longitude", "-77.035188"))
                        .body())
                .as("it stands there already")
                .isBlank();
        assertThat(dana.post("/addresses/lookup", "street", "1600 Penn", "typing", "true")
                        .body())
                .as("it is not made for beginnings")
                .isBlank();

        says(200, "application/json", PHOTON);
        choose(ProviderKind.Photon, 10);
        assertThat(dana.get("/addresses/own?street=1600+Penn").body()).contains("data-address-lookup");
        assertThat(dana.post("/addresses/lookup", "street", "1600 Penn", "zip", "20500", "typing", "true")
                        .body())
                .contains("data-street=\"1600 Pennsylvania Ave NW\"", "© OpenStreetMap contributors")
                .containsOnlyOnce("Use this address");
        assertThat(asked.getLast()).contains("q=1600 Penn", "lat=38.8");
        says(500, "text/plain", "no");
        assertThat(dana.post("/addresses/lookup", with(TYPED, "latitude", "")).body())
                .isBlank();
    }

    /** What somebody takes over is the geocoder's word, and verified. */
    @Test
    void aPointThatIsTakenOverIsTheGeocoders() {
        Office office = new Office();
        says(200, "application/json", CENSUS);
        office.tenant.caller.run(() -> providers.save(
                office.tenant.id,
                new ProviderSettings(ProviderKind.Census, url(), ProviderSettings.MAX_A_SECOND, 10),
                null));
        long customer = office.customer("Ann Lee").get("id").longValue();
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(office.tenant.user(Role.CSR));
            page.navigate(browser.url("/customers/" + customer + "/locations/new"));
            // whoever is on record at such a street is said late, while the geocoder is asked
            List<Route> held = new ArrayList<>();
            page.route("**/addresses/own**", held::add);
            page.route("**/addresses/lookup", held::add);
            page.locator("[name='address.street']").fill("1600 Pennsylvania Ave NW");
            page.waitForCondition(() -> held.size() == 1);
            page.locator("[name='address.zip']").fill("20500");
            page.waitForCondition(() -> held.size() == 2);
            page.waitForResponse("**/addresses/own**", held.getFirst()::resume);
            held.getLast().resume();
            Locator use = page.getByText("Use these coordinates");
            assertThat(use).isVisible();
            assertThat(page.locator("[name='address.latitude']")).hasValue("");
            Browser.shot(page, "geocoder-offers");
            use.click();
            assertThat(page.locator("[name='address.latitude']")).hasValue("38.898699");
            assertThat(use).hasCount(0);
            page.keyboard().press("Control+Enter");
            page.waitForURL(Pattern.compile(".*/customers/" + customer + "$"));
        }
        long made = office.ids(office.locations + "?customerId=" + customer).getLast();
        JsonNode told =
                Office.ok(office.api.post(office.api.path("callboard/v1", "/locations/" + made + "/validate"), "{}"));
        assertThat(told.get("coordinatesSource").stringValue()).isEqualTo("System");
        assertThat(told.get("coordinatesVerificationStatus").stringValue()).isEqualTo("Verified");
        assertThat(asked).hasSize(1);
    }

    /** Whoever takes such a point over stores one that is nowhere, and no program reads a number that is none. */
    @Test
    void aPointThatIsNowhereIsLeftOut() {
        String numbers = "\"lat\":\"38.8976\",\"lon\":\"-77.0365\"";
        String place = NOMINATIM.substring(NOMINATIM.indexOf("\"address\""), NOMINATIM.indexOf("}}") + 2);
        choose(ProviderKind.Nominatim, 100);
        int number = 1;
        for (String nowhere : List.of(
                "\"lat\":\"NaN\",\"lon\":\"NaN\"",
                "\"lat\":\"1e999\",\"lon\":\"-77\"",
                "\"lat\":\"138.9\",\"lon\":\"-77\"",
                "\"lat\":\"38.9\",\"lon\":\"-277\"")) {
            says(200, "application/json", "[{%s,%s,{%s,%s]".formatted(nowhere, place, numbers, place));
            Address typed = new Address(number++ + " Main St", null, "Washington", "DC", "20500", "USA");
            assertThat(find(typed))
                    .as(nowhere)
                    .hasValueSatisfying(found -> assertThat(found)
                            .extracting(Candidate::coordinates)
                            .containsExactly(new Coordinates(38.8976, -77.0365)));
            assertThat(tenant.caller
                            .call(() -> providers.tryOut(tenant.id, typed))
                            .candidates())
                    .as(nowhere)
                    .hasSize(1);
        }
        says(200, "application/json", CENSUS.replaceFirst("\"x\": ?-[0-9.]+", "\"x\":1e400"));
        choose(ProviderKind.Census, 100);
        assertThat(find(WHITE_HOUSE))
                .hasValueSatisfying(found -> assertThat(found).isEmpty());
    }

    @Test
    void aManagerChoosesAndTriesIt() {
        Visitor manager = Visitor.signedIn(tenant.user(Role.Manager));
        assertThat(manager.get("/settings/address-lookup").body())
                .contains("None: no address leaves this server")
                .doesNotContain("Look it up");
        assertThat(manager.post(
                                "/settings/address-lookup",
                                "provider",
                                "Photon",
                                "url",
                                "https://192.168.1.5/",
                                "callsASecond",
                                "0",
                                "callsADay",
                                "many")
                        .body())
                .as("what can't be read and what is not allowed, in one answer")
                .contains("This address is private.", "Enter a number from 1 to 50.", "A whole number is expected.")
                .doesNotContain("Enter a number from 1 to 1,000,000.");
        Visitor.Answer refused = manager.post(
                "/settings/address-lookup",
                "provider",
                "Photon",
                "url",
                "https://192.168.1.5/",
                "callsASecond",
                "0",
                "callsADay",
                "9");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"url-error\"", "This address is private.", "Enter a number from 1 to 50.");
        assertThat(manager.post(
                                "/settings/address-lookup",
                                "provider",
                                "Photon",
                                "url",
                                url(),
                                "key",
                                "swordfish-swordfish",
                                "callsASecond",
                                "5",
                                "callsADay",
                                "9")
                        .location())
                .isEqualTo("/settings/address-lookup");
        says(200, "application/json", PHOTON);
        manager.get("/settings/address-lookup");
        String tried = manager.post(
                        "/settings/address-lookup/try", "address", "1600 Pennsylvania Ave NW, Washington, DC 20500")
                .body();
        assertThat(tried)
                .contains("38.89770, -77.03655", "OpenStreetMap", "A key is stored")
                .doesNotContain("swordfish");
        assertThat(asked.getLast()).contains("key=swordfish-swordfish");
        assertThat(Server.holding("swordfish-swordfish")).isEmpty();
        assertThat(manager.post("/settings/address-lookup/try", "address", "home")
                        .status())
                .isEqualTo(422);
    }
}
