package org.callboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.callboard.refusals.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {

    @Test
    void addressesAreWrittenAsBrowsersDo() {
        assertThat(AllowedOrigins.parse(
                        " https://WWW.Example.com/ \n\nhttps://www.example.com:443, https://a.test:8443\r\n"))
                .isEqualTo(List.of("https://www.example.com", "https://a.test:8443"));
        assertThat(AllowedOrigins.parse("http://localhost:3000 http://127.0.0.1:80 http://[::1]:5000"))
                .isEqualTo(List.of("http://localhost:3000", "http://127.0.0.1", "http://[::1]:5000"));
        assertThat(AllowedOrigins.parse("https://bücher.example")).isEqualTo(List.of("https://xn--bcher-kva.example"));
        assertThat(AllowedOrigins.parse("")).isEmpty();
        assertThat(AllowedOrigins.parse(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*.example.com",
                "http://www.example.com",
                "http://localhost.example.com",
                "null",
                "www.example.com",
                "https://www.example.com/page",
                "https://www.example.com?x",
                "https://www.example.com#x",
                "https://me@www.example.com",
                "https://www.example.com:99999",
                "https://",
                "https://a b",
                "ftp://www.example.com",
                "javascript:alert(1)",
                "https://%zz",
            })
    void whatIsNoOriginIsNamed(String word) {
        Refusal problem = refused("https://good.test\n" + word);
        assertThat(problem.errors()).containsOnlyKeys("origins");
        assertThat(problem.errors().get("origins").getFirst()).contains(": ");
    }

    @Test
    void everyWrongOneIsNamedAtOnceAndAnAsteriskWithTheReason() {
        assertThat(refused("* https://good.test http://a.test").errors().get("origins"))
                .containsExactly(
                        "*: with an asterisk any website could call. Name each one.",
                        "http://a.test: https is expected, since a token must not travel in clear.");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i <= AllowedOrigins.MAX; i++) {
            many.append("https://site").append(i).append(".test ");
        }
        assertThat(refused(many.toString()).errors().get("origins")).containsExactly("At most 20 are allowed.");
    }

    private static Refusal refused(String text) {
        return catchThrowableOfType(Refusal.class, () -> AllowedOrigins.parse(text));
    }
}
