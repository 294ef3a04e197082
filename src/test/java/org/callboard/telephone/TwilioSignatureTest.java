package org.callboard.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures as Twilio documents them. */
class TwilioSignatureTest {

    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final List<Entry<String, String>> FIELDS = List.of(
            Map.entry("CallSid", "CA1234567890ABCDE"),
            Map.entry("Caller", "+14158675310"),
            Map.entry("Digits", "1234"),
            Map.entry("From", "+14158675310"),
            Map.entry("To", "+18005551212"));

    @Test
    void theDocumentedRequestIsSigned() {
        assertThat(TwilioSignature.BY_TOKEN.sign(URL, FIELDS, "12345")).isEqualTo("GvWf1cFY/Q7PnoempGyD5oXAezc=");
        assertThat(TwilioSignature.BY_SHARED_KEY.sign(URL, FIELDS, "12345"))
                .isEqualTo("/Px0ZZziCxf9Zt7wehmYS+fbCh+oLQi2VrfCqcV1vPM=");
        List<Entry<String, String>> turned = new ArrayList<>(FIELDS);
        Collections.reverse(turned);
        assertThat(TwilioSignature.BY_TOKEN.isOn(
                        List.of("https://other.test", URL),
                        turned,
                        List.of("former", "12345"),
                        "GvWf1cFY/Q7PnoempGyD5oXAezc="))
                .isTrue();
    }

    @Test
    void anotherAddressFieldOrKeyIsNot() {
        String signature = "GvWf1cFY/Q7PnoempGyD5oXAezc=";
        TwilioSignature token = TwilioSignature.BY_TOKEN;
        assertThat(token.isOn(List.of(URL + "3"), FIELDS, List.of("12345"), signature))
                .isFalse();
        assertThat(token.isOn(List.of(URL), FIELDS.subList(1, 5), List.of("12345"), signature))
                .isFalse();
        assertThat(token.isOn(List.of(URL), FIELDS, List.of("12346"), signature))
                .isFalse();
        assertThat(token.isOn(List.of(URL), FIELDS, List.of("12345"), "")).isFalse();
        assertThat(TwilioSignature.BY_SHARED_KEY.isOn(List.of(URL), FIELDS, List.of("12345"), signature))
                .isFalse();
    }

    @Test
    void valuesAreTakenLetterByLetter() {
        String bare = TwilioSignature.BY_TOKEN.sign(URL, List.of(Map.entry("A", "ü +")), "k");
        assertThat(TwilioSignature.BY_TOKEN.sign(URL, List.of(Map.entry("A", " ü + ")), "k"))
                .isNotEqualTo(bare);
        assertThat(TwilioSignature.BY_TOKEN.sign(URL, List.of(Map.entry("A", "")), "k"))
                .isEqualTo(TwilioSignature.BY_TOKEN.sign(URL + "A", List.of(), "k"));
        List<Entry<String, String>> twice = List.of(Map.entry("A", "2"), Map.entry("A", "1"), Map.entry("A", "2"));
        assertThat(TwilioSignature.BY_TOKEN.sign(URL, twice, "k"))
                .isEqualTo(TwilioSignature.BY_TOKEN.sign(URL + "A1A2", List.of(), "k"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key=CK1,algorithm=HMAC_SHA256",
                "algorithm=HMAC-SHA256;key=x",
                " Algorithm = hmac_sha256 , key=y",
                "algorithm=\"HMAC-SHA256\""
            })
    void theHeaderOfSettingsAsksForTheSharedKey(String settings) {
        assertThat(TwilioSignature.of(settings)).isEqualTo(TwilioSignature.BY_SHARED_KEY);
    }

    @Test
    void anotherAlgorithmIsNone() {
        assertThat(TwilioSignature.of(null)).isEqualTo(TwilioSignature.BY_TOKEN);
        for (String settings : List.of("", "key=x", "algorithm=MD5", "algorithm")) {
            assertThat(TwilioSignature.of(settings)).as(settings).isNull();
        }
    }

    @Test
    void theAddressMayHaveItsPortOrNot() {
        assertThat(TwilioSignature.urls("https://a.test", "/t/1", null))
                .containsExactly("https://a.test/t/1", "https://a.test:443/t/1");
        assertThat(TwilioSignature.urls("https://a.test:8443/sub", "/t", "a=%20"))
                .containsExactly(
                        "https://a.test:8443/sub/t?a=%20",
                        "https://a.test:8443/sub/t?a= ", "https://a.test/sub/t?a=%20", "https://a.test/sub/t?a= ");
        assertThat(TwilioSignature.urls("https://[::1]", "/t", null))
                .containsExactly("https://[::1]/t", "https://[::1]:443/t");
    }
}
