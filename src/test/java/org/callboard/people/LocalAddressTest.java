package org.callboard.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/calls", "/leads/7?owner=me&status=Open", "/customers/new?name=Jos%C3%A9", "/?a=//b.test"})
    void aPageOfThisServerIsLocal(String address) {
        assertThat(LocalAddress.is(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "calls",
                "//evil.test",
                "///evil.test",
                "/\\evil.test",
                "\\/evil.test",
                "/\t/evil.test",
                "/\n/evil.test",
                "https://evil.test/",
                "javascript:alert(1)",
                "/calls\r\nSet-Cookie: a=b",
                "/calls here"
            })
    void whatLeadsElsewhereIsNot(String address) {
        assertThat(LocalAddress.is(address)).isFalse();
    }
}
