package org.callboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.callboard.testing.Api;
import org.callboard.testing.Wire;
import org.junit.jupiter.api.Test;

/** What the web server refuses by itself, in front of everything of ours, looks like any other refusal. */
class ContainerErrorsTest {

    private static final String HOST = "Host: localhost\r\nConnection: close\r\n";

    /** What follows the target. */
    private static final List<String> BROKEN = List.of(
            " HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(40_000) + "\r\n\r\n",
            " HTTP/1.1\r\nConnection: close\r\n\r\n",
            " HTTP/1.1\r\n" + HOST + "Host: other\r\n\r\n",
            " HTTP/1.1\r\n" + HOST + "no colon\r\n\r\n",
            " HTTP/1.1\r\n" + HOST + "X\0: x\r\n\r\n",
            " HTTP/1.1\r\n" + HOST + "X: a\0b\r\n\r\n",
            " HTTP/1.1\r\n" + HOST + "Content-Length: many\r\n\r\n",
            " HTTP/1.1\r\n" + HOST + "Content-Length: -1\r\n\r\n",
            " HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
            " HTTP/1.1\r\n" + HOST + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            " HTTP/1.1\r\n" + HOST + "Transfer-Encoding: rot13\r\n\r\n",
            " HTTP/1.1\r\n" + HOST + "Expect: miracles\r\n\r\n",
            " HTTP/9.9\r\n" + HOST + "\r\n",
            " HTTP\r\n" + HOST + "\r\n",
            "?" + "x".repeat(40_000) + " HTTP/1.1\r\n" + HOST + "\r\n");

    private final SoftAssertions all = new SoftAssertions();

    @Test
    void aProgramGetsTheOneShapeOfAnError() {
        for (String broken : BROKEN) {
            for (String method : List.of("GET ", "POST ", "get ")) {
                String text =
                        method + "/crm/v2/tenant/1/customers" + broken.replace(HOST, HOST + "Accept: text/html\r\n");
                Wire.Answer answer = refused(text);
                all.assertThat(answer.isJson())
                        .as(text.lines().toList().getFirst())
                        .isTrue();
                if (answer.isJson()) {
                    all.assertThat(Set.copyOf(Api.JSON.readTree(answer.body()).propertyNames()))
                            .as(answer.body())
                            .containsExactlyInAnyOrder("type", "title", "status", "traceId", "errors", "data");
                }
            }
        }
        all.assertAll();
    }

    @Test
    void theTokenEndpointAnswersAsOAuthWants() {
        for (String broken : BROKEN) {
            if (!broken.startsWith(" HTTP/1.1")) {
                continue; // then the server does not learn the address
            }
            Wire.Answer answer = refused("POST /connect/token" + broken);
            all.assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_request\"}");
        }
        all.assertAll();
    }

    @Test
    void aPersonGetsAPage() {
        for (String broken : BROKEN) {
            refused("GET /calls" + broken.replace(HOST, HOST + "Accept: text/html\r\n"));
        }
        Wire.Answer answer = refused("GET /calls" + BROKEN.getFirst().replace(HOST, HOST + "Accept: text/html\r\n"));
        all.assertThat(answer.status()).isEqualTo(431);
        all.assertThat(answer.head()).contains("content-type: text/html");
        all.assertAll();
    }

    @Test
    void whatIsNoRequestAtAllIsAnsweredToo() {
        for (String text : List.of(
                "nonsense\r\n\r\n",
                "GET\r\n\r\n",
                "GET /\r\n\r\n",
                "GET  HTTP/1.1\r\n" + HOST + "\r\n",
                "GET nowhere HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /%zz/%00/../.. HTTP/1.1\r\n" + HOST + "\r\n",
                "GET http://[/ HTTP/1.1\r\n" + HOST + "\r\n",
                "OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n",
                "CONNECT localhost:1 HTTP/1.1\r\n" + HOST + "\r\n",
                "TRACE / HTTP/1.1\r\n" + HOST + "\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\u0016\u0003\u0001\u0002\0\u0001\0\r\n\r\n")) {
            refused(text);
        }
        all.assertAll();
    }

    private Wire.Answer refused(String text) {
        Wire.Answer answer = Wire.sendRaw(text);
        String what = text.substring(0, Math.min(100, text.length())) + " -> " + answer.head();
        assertThat(answer.status()).as(what + answer.body()).isBetween(400, 599).isNotEqualTo(500);
        all.assertThat(answer.head())
                .as(what)
                .doesNotContainIgnoringCase("jetty")
                .doesNotContain("\r\nserver:");
        all.assertThat(answer.body()).as(what).doesNotContainIgnoringCase("jetty");
        return answer;
    }
}
