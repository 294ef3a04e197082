package org.callboard.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.Set;
import org.callboard.testing.Api;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TokenTest {

    private final TestTenant tenant = TestTenant.create();
    private final Api api = tenant.api();
    private final String tags = api.path("crm/v2", "/booking-provider-tags");

    @Test
    void formAndBasicBothGiveATokenForFifteenMinutes() {
        var form = Api.takeToken("client_secret=" + api.connection.clientSecret() + "&client_id="
                + api.connection.clientId() + "&grant_type=client_credentials");
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.json().get("expires_in").intValue()).isEqualTo(900);
        assertThat(form.json().get("token_type").stringValue()).isEqualTo("Bearer");

        String basic = Base64.getEncoder()
                .encodeToString((api.connection.clientId() + ":" + api.connection.clientSecret()).getBytes());
        assertThat(Api.takeToken("grant_type=client_credentials", "Authorization", "Basic " + basic)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aWrongSecretAndAnUnknownClientGetTheSameAnswer() {
        var wrong = Api.takeToken(
                "grant_type=client_credentials&client_id=" + api.connection.clientId() + "&client_secret=wrong");
        var unknown =
                Api.takeToken("grant_type=client_credentials&client_id=cid_" + tenant.id + "_x&client_secret=wrong");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text()).isEqualTo("{\"error\":\"invalid_client\"}").isEqualTo(unknown.text());
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(Api.takeToken("grant_type=password&client_id=" + api.connection.clientId() + "&client_secret="
                                + api.connection.clientSecret())
                        .text())
                .isEqualTo("{\"error\":\"unsupported_grant_type\"}");
    }

    @Test
    void aRawTokenAndAnyCaseOfTheSchemeAreAccepted() {
        for (String header : new String[] {api.token(), "bearer " + api.token(), "BEARER " + api.token()}) {
            assertThat(Api.send(api.request("GET", tags, null, "Authorization", header))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatIsMissingOrWrongIsSaidInTheContractsShape() {
        HttpRequest bare =
                HttpRequest.newBuilder(URI.create(Server.url() + tags)).build();
        refused(Api.send(bare), 401, "bearer token");
        refused(Api.send(api.request("GET", tags, null, "Authorization", "Bearer nonsense")), 401, "not valid");
        refused(Api.send(api.request("GET", tags, null, "ST-App-Key", " ")), 401, "ST-App-Key");
        refused(Api.send(api.request("GET", tags, null, "ST-App-Key", "ak_other")), 401, "ST-App-Key");
        refused(api.get("/crm/v2/tenant/1/booking-provider-tags"), 403, "another tenant");
        refused(api.get(api.path("crm/v2", "/nothing")), 404, "no GET operation");
        Api reader = tenant.api(Set.of(Scope.BOOKINGS_READ), null);
        refused(reader.get(reader.path("crm/v2", "/booking-provider-tags")), 403, "settings:read");
    }

    private static void refused(Api.Answer answer, int status, String title) {
        assertThat(answer.status()).isEqualTo(status);
        JsonNode body = answer.json();
        assertThat(body.propertyNames())
                .containsExactlyInAnyOrder("type", "title", "status", "traceId", "errors", "data");
        assertThat(body.get("title").stringValue()).contains(title);
        assertThat(body.get("status").intValue()).isEqualTo(status);
        assertThat(body.get("traceId").stringValue()).isEqualTo(answer.header("Request-Id"));
    }
}
