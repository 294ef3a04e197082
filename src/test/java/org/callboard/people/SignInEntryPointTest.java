package org.callboard.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.callboard.testing.Api;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.callboard.testing.Wire;
import org.junit.jupiter.api.Test;

/** A program that misses the API is told so as programs are, and gets no session. */
class SignInEntryPointTest {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> SIX = Set.of("type", "title", "status", "traceId", "errors", "data");

    private final TestTenant tenant = TestTenant.create();
    private final Api api = tenant.api();
    private final String[] key = {"Authorization", "Bearer " + api.token(), "ST-App-Key", api.app.appKey()};
    private final SoftAssertions all = new SoftAssertions();

    private static String[] and(String[] headers, String... more) {
        return Stream.concat(Arrays.stream(headers), Arrays.stream(more)).toArray(String[]::new);
    }

    private void refused(int status, String method, String path, String... headers) {
        Wire.Answer answer = Wire.send(method, path, method.equals("GET") ? "" : "{}", headers);
        String what = method + " " + path + " " + String.join(" ", headers) + "\n" + answer.head() + answer.body();
        all.assertThat(answer.status()).as(what).isEqualTo(status);
        all.assertThat(answer.head()).as(what).doesNotContain("set-cookie");
        all.assertThat(answer.isJson()).as(what).isTrue();
        if (answer.isJson()) {
            all.assertThat(Set.copyOf(Api.JSON.readTree(answer.body()).propertyNames()))
                    .isEqualTo(SIX);
        }
        if (status == 401) {
            all.assertThat(answer.head()).as(what).contains("www-authenticate: bearer");
        }
    }

    @Test
    void anAddressWithATenantIsAProgramsHoweverItBegins() {
        for (String base : List.of("/v2", "/api/crm/v2", "/MEMBERSHIPS/V2", "/Crm/V2", "", "/a/b/c/d")) {
            String path = base + "/tenant/" + tenant.id + "/customers";
            for (String method : METHODS) {
                String[] type = {"Content-Type", "application/json"};
                refused(404, method, path, and(key, type));
                refused(404, method, path, and(key, and(type, "Accept", "text/html")));
                refused(401, method, path, type);
                refused(401, method, path.replace("tenant", "TENANT"), and(type, "Accept", "text/html"));
            }
        }
        all.assertAll();
    }

    @Test
    void whoSendsATokenToAPageIsTold() {
        for (String path : List.of("/customers", "/v2/customers", "/settings/users", "/nowhere", "/")) {
            for (String method : METHODS) {
                for (String type : List.of("application/json", "application/x-www-form-urlencoded")) {
                    refused(401, method, path, and(key, "Content-Type", type));
                    refused(401, method, path, and(key, "Content-Type", type, "Accept", "*/*"));
                }
            }
            refused(401, "GET", path);
            refused(401, "GET", path, "Accept", "application/json");
        }
        all.assertAll();
    }

    @Test
    void theTokenEndpointMakesNoSessionByAnyMethod() {
        for (String method :
                Stream.concat(METHODS.stream(), Stream.of("HEAD", "OPTIONS")).toList()) {
            Wire.Answer answer = Wire.send(method, "/connect/token", "");
            all.assertThat(answer.head()).as(method).doesNotContain("set-cookie");
            all.assertThat(answer.status()).as(method).isLessThan(500);
        }
        all.assertAll();
    }

    /** What is open to all stays so; a proxy's password in front of everything makes no program of a browser. */
    @Test
    void peopleAndWhatIsOpenToThemAreAsBefore() {
        for (String path : List.of("/openapi.json", "/health", "/metrics")) {
            assertThat(Wire.send("GET", path, "", key).status()).as(path).isEqualTo(200);
        }
        String[] proxy = {"Authorization", "Basic Y2FsbDpib2FyZA==", "Accept", "text/html,*/*"};
        Wire.Answer stranger = Wire.send("GET", "/customers", "", proxy);
        assertThat(stranger.status()).isEqualTo(302);
        assertThat(stranger.head()).contains("location: ").contains("/sign-in");
        String cookie = Visitor.signedIn(tenant.owner).cookie();
        for (String accept : List.of("text/html", "*/*", "application/json")) {
            Wire.Answer person =
                    Wire.send("GET", "/customers", "", "Authorization", "Basic x", "Accept", accept, "Cookie", cookie);
            assertThat(person.status()).as(accept).isEqualTo(200);
        }
        Wire.Answer script = Wire.send("GET", "/customers", "", "HX-Request", "true");
        assertThat(script.status()).isEqualTo(401);
        assertThat(script.head()).doesNotContain("set-cookie");
    }
}
