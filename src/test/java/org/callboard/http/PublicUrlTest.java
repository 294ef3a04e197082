package org.callboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.callboard.database.StartFailure;
import org.callboard.database.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class PublicUrlTest {

    @AfterEach
    void forgetRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @ParameterizedTest
    @CsvSource({
        "https://crm.company.example, https://crm.company.example",
        "HTTPS://CRM.Company.Example/, https://crm.company.example",
        "http://192.0.2.7:8080/, http://192.0.2.7:8080",
        "'https://[2001:db8::7]:8443', 'https://[2001:db8::7]:8443'"
    })
    void whatIsSetHoldsForEverybody(String written, String read) {
        PublicUrl url = url(written);
        requestAt("evil.example");
        assertThat(url.isSet()).isTrue();
        assertThat(url.forAsker("/leads/7")).isEqualTo(read + "/leads/7");
        assertThat(url.forOthers("/leads/7")).isEqualTo(read + "/leads/7");
    }

    @Test
    void withoutItTheHostOfARequestIsBelievedForItsOwnAnswerAlone() {
        PublicUrl url = url(" ");
        requestAt("crm.company.example");
        assertThat(url.isSet()).isFalse();
        assertThat(url.forAsker("/leads/7")).isEqualTo("http://crm.company.example/leads/7");
        assertThat(url.forOthers("/leads/7")).isEqualTo("/leads/7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crm.company.example",
                "ftp://crm.company.example",
                "https://",
                "https://crm.company.example/desk",
                "https://crm.company.example?desk",
                "https://user:hush@crm.company.example",
                "https://crm.company.example:",
                "https://crm company.example"
            })
    void whatIsNoAddressIsRefused(String written) {
        assertThatThrownBy(() -> url(written))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("CALLBOARD_PUBLIC_URL must look like")
                .hasMessageNotContaining("hush");
    }

    private static PublicUrl url(String written) {
        return new PublicUrl(
                Variables.read(Map.of("CALLBOARD_PUBLIC_URL", written), ServerSettings.class), new MockEnvironment());
    }

    private static void requestAt(String host) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setServerName(host);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
}
