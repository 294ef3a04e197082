package org.callboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.callboard.secrets.TokenKeys;
import org.callboard.testing.Api;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
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

    /** Keys are {@link TokenKeys}; what the authorization server brings would cost a start the making of an RSA key. */
    @Test
    void tokensAreSignedWithOurOwnKeysAlone() throws Exception {
        JWSHeader header = JWSHeader.parse(
                Base64URL.from(api.token().substring(0, api.token().indexOf('.'))));
        assertThat(header.getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(Server.bean(TokenKeys.class).verifying().getKeyByKeyId(header.getKeyID()))
                .isNotNull();
        assertThat(Server.beans(JWKSource.class)).isEmpty();
        assertThat(Server.beans(JwtDecoder.class)).isEmpty();
        for (String document : List.of("/oauth2/jwks", "/.well-known/oauth-authorization-server")) {
            assertThat(Visitor.signedIn(tenant.owner).get(document).status())
                    .as(document)
                    .isEqualTo(404);
        }
    }

    @Test
    void aNewKeyTakesOverAndTokensUnderTheOldOneLiveOn() {
        String before = api.token();
        TokenKeys keys = Server.bean(TokenKeys.class);
        assertThat(keys.rotateIfOlderThan(java.time.Duration.ofDays(1))).isFalse();
        keys.rotate();
        String after = tenant.api().token();
        assertThat(kid(after)).isNotEqualTo(kid(before));
        assertThat(api.get(tags).status()).isEqualTo(200);
    }

    private static String kid(String token) {
        byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        return Api.JSON.readTree(header).get("kid").stringValue();
    }

    @Test
    void aStrictConnectionIsToldOfWhatNobodyKnows() {
        assertThat(api.get(tags + "?color=red").status()).isEqualTo(200);
        tenant.caller.run(() -> Server.bean(Apps.class).setStrict(tenant.id, api.connection.id(), true));
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(4))
                .until(() -> api.get(tags + "?color=red").status() == 400);
        assertThat(api.get(tags).status()).isEqualTo(200);
    }

    @Test
    void aRevokedConnectionIsOutWithinSeconds() {
        assertThat(api.get(tags).status()).isEqualTo(200);
        tenant.caller.run(() -> Server.bean(Apps.class).revoke(tenant.id, api.connection.id()));
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(4))
                .until(() -> api.get(tags).status() == 401);
        assertThat(api.get(tags).code()).isEqualTo("connection-revoked");
        assertThat(Api.takeToken("grant_type=client_credentials&client_id=" + api.connection.clientId()
                                + "&client_secret=" + api.connection.clientSecret())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anExpiredOrForgedTokenIsNoToken() throws Exception {
        String[] parts = api.token().split("\\.", -1);
        String other = tenant.api().token();
        for (String token : new String[] {
            parts[0] + "." + parts[1] + "." + other.split("\\.", -1)[2],
            Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes()) + "." + parts[1]
                    + ".",
            parts[0] + "." + parts[1],
            expired()
        }) {
            refused(Api.send(api.request("GET", tags, null, "Authorization", "Bearer " + token)), 401, "not valid");
        }
    }

    private String expired() throws Exception {
        var key = (com.nimbusds.jose.jwk.ECKey)
                Server.bean(TokenKeys.class).signing().getKeys().getFirst();
        var jwt = new com.nimbusds.jwt.SignedJWT(
                new com.nimbusds.jose.JWSHeader.Builder(com.nimbusds.jose.JWSAlgorithm.ES256)
                        .keyID(key.getKeyID())
                        .build(),
                new com.nimbusds.jwt.JWTClaimsSet.Builder()
                        .claim("tenant", Long.toString(tenant.id))
                        .claim("connection", Long.toString(api.connection.id()))
                        .expirationTime(new java.util.Date(System.currentTimeMillis() - 5_000))
                        .build());
        jwt.sign(new com.nimbusds.jose.crypto.ECDSASigner(key));
        return jwt.serialize();
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
