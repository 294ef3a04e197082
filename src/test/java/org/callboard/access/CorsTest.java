package org.callboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.callboard.http.OwnHeaders;
import org.callboard.providers.BookingProviderTag;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Browser;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** A page of somebody's website that calls the API by itself. */
class CorsTest {

    private static final String SITE = "https://www.ridgeline.test";

    private final TestTenant tenant = TestTenant.create();
    private final BookingProviderTag provider = tenant.provider("Website");
    private final Api api = tenant.api(provider);
    private final String bookings = api.path("crm/v2", "/booking-provider/" + provider.id() + "/bookings");

    private void allow(Api of, String origins) {
        tenant.caller.run(() -> Server.bean(Apps.class).setOrigins(tenant.id, of.connection.id(), origins));
    }

    private static Api.Answer preflight(String path, String origin, String method) {
        return Api.send(HttpRequest.newBuilder(URI.create(Server.url() + path))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization,st-app-key,content-type,idempotency-key")
                .build());
    }

    private Api.Answer get(Api by, String origin) {
        return Api.send(by.request("GET", bookings, null, "Origin", origin));
    }

    @Test
    void aPreflightIsAnsweredForTheWebsitesOfTheCompany() {
        allow(api, SITE);
        Api.Answer answer = preflight(bookings, SITE, "POST");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(SITE);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("PATCH");
        assertThat(answer.header("Access-Control-Allow-Headers"))
                .isEqualTo("authorization, st-app-key, content-type, idempotency-key");
        assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("600");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(answer.response().headers().allValues("Vary")).contains("Origin");

        assertThat(preflight(bookings, "https://elsewhere.test", "POST").header("Access-Control-Allow-Origin"))
                .isNull();
        Api.Answer nowhere = preflight(bookings, "null", "POST");
        assertThat(nowhere.status()).isEqualTo(403);
        assertThat(nowhere.code()).isEqualTo("origin-forbidden");
        assertThat(preflight(bookings.replace("/" + tenant.id + "/", "/1/"), SITE, "POST")
                        .status())
                .as("another company")
                .isEqualTo(403);
        assertThat(preflight("/connect/token", SITE, "POST").header("Access-Control-Allow-Origin"))
                .as("a secret has no business in a browser")
                .isNull();
    }

    @Test
    void anAnswerIsForTheWebsitesOfItsConnectionAlone() {
        Api other = tenant.api();
        allow(api, SITE);
        allow(other, "https://other.test");
        Api.Answer answer = get(api, SITE);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(SITE);
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .contains("ETag", "Request-Id", "RateLimit", "Idempotent-Replay", "Retry-After")
                .contains(OwnHeaders.ALL);
        for (Api.Answer closed : List.of(get(api, "https://other.test"), get(other, SITE))) {
            assertThat(closed.status()).isEqualTo(200);
            assertThat(closed.header("Access-Control-Allow-Origin")).isNull();
            assertThat(closed.response().headers().allValues("Vary")).contains("Origin");
        }
        assertThat(api.get(bookings).response().headers().allValues("Vary"))
                .as("also without an origin, for the sake of caches")
                .contains("Origin");
    }

    @Test
    void refusalsCanBeReadToo() {
        allow(api, SITE);
        Api.Answer wrong = Api.send(api.request("POST", bookings, "{}", "Origin", SITE));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.header("Access-Control-Allow-Origin")).isEqualTo(SITE);
        Api.Answer noKey = Api.send(api.request("GET", bookings, null, "Origin", SITE, "ST-App-Key", "wrong"));
        assertThat(noKey.status()).isEqualTo(401);
        assertThat(noKey.header("Access-Control-Allow-Origin")).isEqualTo(SITE);
        Api.Answer old = Api.send(api.request("GET", bookings, null, "Origin", SITE, "Authorization", "Bearer old"));
        assertThat(old.status()).isEqualTo(401);
        assertThat(old.header("Access-Control-Allow-Origin")).isEqualTo(SITE);
        HttpRequest twice = HttpRequest.newBuilder(
                        api.request("GET", bookings, null, "Origin", SITE), (name, value) -> true)
                .header("Authorization", "Bearer old")
                .build();
        Api.Answer unclear = Api.send(twice);
        assertThat(unclear.status()).isEqualTo(400);
        assertThat(unclear.header("Access-Control-Allow-Origin")).isEqualTo(SITE);
        try (var node = Server.startNode(1)) {
            String url = "http://localhost:" + Server.port(node) + bookings;
            HttpRequest request = HttpRequest.newBuilder(
                            api.request("GET", bookings, null, "Origin", SITE), (name, value) -> true)
                    .uri(URI.create(url))
                    .build();
            Api.Answer limited = AtOnce.run(8, i -> () -> Api.send(request)).stream()
                    .filter(a -> a.status() == 429)
                    .findFirst()
                    .orElseThrow();
            assertThat(limited.header("Access-Control-Allow-Origin")).isEqualTo(SITE);
            assertThat(limited.header("RateLimit")).isEqualTo("\"calls\";r=0;t=1");
        }
    }

    @Test
    void aManagerNamesTheWebsites() {
        Visitor manager = Visitor.signedIn(tenant.user(Role.Manager));
        String page = "/settings/api-access/connections/" + api.connection.id() + "/origins";
        assertThat(manager.get(page).body()).contains("Websites of");
        Visitor.Answer wrong = manager.post(page, "origins", "https://a.test\n*");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("with an asterisk any website could call", "https://a.test\n*</textarea>");
        assertThat(manager.post(page, "origins", "https://a.test/\nhttps://b.test")
                        .location())
                .isEqualTo("/settings/api-access");
        assertThat(manager.get("/settings/api-access").body()).contains("https://a.test https://b.test");
        assertThat(manager.get("/settings/api-access/connections/1/origins").status())
                .isEqualTo(404);
        assertThat(Visitor.signedIn(tenant.user(Role.CSR)).get(page).status()).isEqualTo(403);
    }

    @Test
    void thePageSaysWhatIsWrongAndKeepsWhatWasTyped() {
        String path = "/settings/api-access/connections/" + api.connection.id() + "/origins";
        for (String look : List.of("light", "dark", "small")) {
            try (Browser browser = look.equals("light")
                    ? Browser.open()
                    : look.equals("dark") ? Browser.openDark() : Browser.openSmall()) {
                Page page = browser.signIn(tenant.owner);
                page.navigate(browser.url(path));
                page.getByLabel("Addresses").fill("https://www.ridgeline.test\nhttp://ridgeline.test");
                page.getByText("Save", new Page.GetByTextOptions().setExact(true))
                        .click();
                assertThat(page.locator("#origins-error").textContent()).contains("https is expected");
                assertThat(page.getByLabel("Addresses").inputValue()).contains("http://ridgeline.test");
                Browser.shot(page, "api-origins-" + look);
                page.getByLabel("Addresses").fill(SITE);
                page.getByText("Save", new Page.GetByTextOptions().setExact(true))
                        .click();
                page.waitForURL("**/settings/api-access");
                Browser.shot(page, "api-access-origins-" + look);
            }
        }
    }

    @Test
    void aBrowserCallsFromAForeignPage() throws IOException {
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody()
                    .write("<!DOCTYPE html><title>Ridgeline</title><link rel=icon href=data:,>".getBytes());
            exchange.close();
        });
        site.start();
        String origin = "http://127.0.0.1:" + site.getAddress().getPort();
        String script = """
                async ({url, token, key, body}) => {
                  const answer = await fetch(url, {method: 'POST', body, headers: {Authorization: 'Bearer ' + token,
                    'ST-App-Key': key, 'Content-Type': 'application/json', 'Idempotency-Key': 'a-form-of-the-page'}});
                  return answer.status + ' ' + (answer.headers.get('Request-Id') || '').length + ' '
                    + (answer.headers.get('ETag') || 'none') + ' ' + ((await answer.json()).name || '');
                }
                """;
        String body = """
                {"source":"Web","name":"Jo","summary":"No heat","isFirstTimeClient":true,"externalId":"e-1",
                 "contacts":[{"type":"Phone","value":"937-555-0142"}]}
                """;
        Map<String, String> call =
                Map.of("url", Server.url() + bookings, "token", api.token(), "key", api.app.appKey(), "body", body);
        allow(api, origin);
        Browser stranger = Browser.open();
        try (Browser browser = Browser.open()) {
            Page page = stranger.page();
            page.navigate(origin.replace("127.0.0.1", "localhost"));
            assertThat(page.evaluate("call => (" + script + ")(call).catch(e => 'blocked')", call))
                    .isEqualTo("blocked");
            assertThatThrownBy(stranger::close).hasMessageContaining("blocked by CORS policy");
            assertThat(api.get(bookings).json().get("data").size()).isZero();

            page = browser.page();
            page.navigate(origin);
            assertThat(page.evaluate(script, call)).isEqualTo("200 32 \"1\" Jo");
            assertThat(page.evaluate(script, call)).as("the same again").isEqualTo("200 32 \"1\" Jo");
            assertThat(api.get(bookings).json().get("data").size()).isEqualTo(1);
        } finally {
            site.stop(0);
        }
    }
}
