package org.callboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that repeats itself. */
class IdempotencyTest {

    private static final String BOOKING = """
            {"source":"W","name":"Jordan","summary":"","isFirstTimeClient":true,"externalId":"e-1",
             "contacts":[{"type":"Phone","value":"937-555-0142"}]}
            """;

    private final Shop shop = new Shop();
    private final Api api = shop.tenant.api();
    private final String bookings = api.path("crm/v2", "/booking-provider/" + shop.provider.id() + "/bookings");

    @Test
    void fiftyAtOnceMakeOneBooking() {
        api.token();
        List<Api.Answer> answers = AtOnce.run(50, i -> () -> api.post(bookings, BOOKING, "Idempotency-Key", "once"));
        assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 409);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .allMatch(answer -> "1".equals(answer.header("Retry-After")))
                .allMatch(answer -> "request-running".equals(answer.code()));
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 200)
                        .map(Api.Answer::text)
                        .distinct())
                .hasSize(1);
        assertThat(api.get(bookings).json().get("data").size()).isEqualTo(1);
        Api.Answer replay = api.post(bookings, BOOKING, "Idempotency-Key", "once");
        assertThat(replay.status()).isEqualTo(200);
        assertThat(replay.header("Idempotent-Replay")).isEqualTo("true");
    }

    @Test
    void aKeyStandsForOneRequestOfOneConnection() {
        assertThat(api.post(bookings, BOOKING, "Idempotency-Key", "k").status()).isEqualTo(200);
        assertThat(api.post(bookings, BOOKING.replace("e-1", "e-2"), "Idempotency-Key", "k")
                        .status())
                .isEqualTo(422);
        Api other = shop.tenant.api();
        assertThat(other.post(bookings, BOOKING.replace("e-1", "e-3"), "Idempotency-Key", "k")
                        .status())
                .isEqualTo(200);
    }

    /** Who sends two tokens or keys means one of them, and nobody can say which. */
    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "ST-App-Key", "Idempotency-Key"})
    void aHeaderWithTwoValuesIsRefused(String name) {
        HttpRequest once = api.request("POST", bookings, BOOKING, "Idempotency-Key", "k");
        String value = once.headers().firstValue(name).orElseThrow();
        for (List<String> values : List.of(List.of(value, "other"), List.of("other", value))) {
            Api.Answer refused = Api.send(with(once, name, values));
            assertThat(refused.status()).as(refused.text()).isEqualTo(400);
            assertThat(refused.json().get("errors").propertyNames()).containsExactly(name);
        }
        assertThat(api.get(bookings).json().get("data")).isEmpty();
        assertThat(Api.send(with(once, name, List.of(value, value))).status())
                .as("the same twice")
                .isEqualTo(200);
    }

    private static HttpRequest with(HttpRequest request, String name, List<String> values) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request, (header, value) -> !header.equals(name));
        values.forEach(value -> builder.header(name, value));
        return builder.build();
    }

    @Test
    void aRefusedRequestMayBeCorrectedUnderTheSameKey() {
        Api.Answer wrong = api.post(bookings, BOOKING.replace("Jordan", ""), "Idempotency-Key", "k");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("errors").propertyNames()).containsExactly("name");
        assertThat(api.post(bookings, BOOKING, "Idempotency-Key", "k").status()).isEqualTo(200);
    }
}
