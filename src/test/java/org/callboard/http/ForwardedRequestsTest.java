package org.callboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.callboard.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests come from the loopback, as a reverse proxy does; the metrics are for this machine alone. */
class ForwardedRequestsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.9",
                "203.0.113.9:4711",
                "2001:db8::1",
                "[2001:db8::1]",
                "[2001:db8::1]:4711",
                "127.0.0.1, 203.0.113.9",
                "203.0.113.9, 127.0.0.1",
                "203.0.113.9,::1 , 127.0.0.1",
                "unknown",
                "127.0.0.1.example",
                "_hidden",
                ":",
                "999.1.1.1"
            })
    void whoComesThroughAProxyIsNotThisMachine(String chain) {
        assertThat(Wire.send("GET", "/metrics", "", "X-Forwarded-For", chain).status())
                .isNotEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "127.0.0.1, ::1"})
    void thisMachineIsItselfThroughAProxyToo(String chain) {
        assertThat(Wire.send("GET", "/metrics", "", "X-Forwarded-For", chain).status())
                .isEqualTo(200);
    }

    /** A browser is told to come by TLS only where it did. */
    @Test
    void theProxySaysWhetherTlsCarriedTheRequest() {
        assertThat(Wire.send("GET", "/sign-in", "").head()).doesNotContain("strict-transport-security");
        assertThat(Wire.send("GET", "/sign-in", "", "X-Forwarded-Proto", "http").head())
                .doesNotContain("strict-transport-security");
        assertThat(Wire.send("GET", "/sign-in", "", "X-Forwarded-Proto", "https")
                        .head())
                .contains("strict-transport-security");
    }

    @Test
    void nothingElseIsBelieved() {
        Wire.Answer answer = Wire.send(
                "GET",
                "/calls",
                "",
                "Accept",
                "text/html",
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Port",
                "4711",
                "X-Forwarded-Prefix",
                "/evil",
                "Forwarded",
                "host=evil.example");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.head()).doesNotContain("evil").doesNotContain("4711");
    }
}
