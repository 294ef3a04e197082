package org.callboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Contract;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A program that calls too often, through two nodes. */
class RateLimitTest {

    private static final int LIMIT = 30;

    private final TestTenant tenant = TestTenant.create();
    private final Api api = tenant.api();

    private Api.Answer get(int port) {
        return Api.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + api.path("crm/v2", "/bookings")))
                .header("Authorization", "Bearer " + api.token())
                .header("ST-App-Key", api.app.appKey())
                .build());
    }

    @Test
    void twoNodesTogetherAdmitNoMoreThanTheLimit() {
        try (ConfigurableApplicationContext one = Server.startNode(LIMIT);
                ConfigurableApplicationContext two = Server.startNode(LIMIT)) {
            int[] ports = {Server.port(one), Server.port(two)};
            Api.Answer first = get(ports[0]);
            assertThat(first.header("RateLimit-Policy")).isEqualTo("\"calls\";q=30;w=1");
            assertThat(first.header("RateLimit")).isEqualTo("\"calls\";r=29;t=1");

            long start = System.nanoTime();
            List<Api.Answer> answers = AtOnce.run(160, i -> () -> get(ports[i % 2]));
            double seconds = (System.nanoTime() - start) / 1e9;
            long admitted =
                    answers.stream().filter(answer -> answer.status() == 200).count();
            long held = LIMIT / 6; // what the first node took with its first call and did not need
            assertThat(admitted).isBetween(LIMIT - 2L, held + (long) (LIMIT * (1 + seconds)));
            Api.Answer refused = answers.stream()
                    .filter(answer -> answer.status() == 429)
                    .findFirst()
                    .orElseThrow();
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.header("RateLimit")).isEqualTo("\"calls\";r=0;t=1");
            assertThat(refused.code()).isEqualTo("too-many-calls");
            assertThat(Contract.check("Bookings_GetList", refused)
                            .json()
                            .get("title")
                            .stringValue())
                    .contains("30 calls a second");

            eventuallyAdmitted(ports[1]);
            assertThat(tenant.api().get(api.path("crm/v2", "/bookings")).status())
                    .as("another connection has an allowance of its own")
                    .isEqualTo(200);
        }
    }

    private void eventuallyAdmitted(int port) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (get(port).status() != 200) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    @Test
    void withoutALimitNothingIsSaidOfOne() {
        Api.Answer answer = api.get(api.path("crm/v2", "/bookings"));
        assertThat(answer.header("RateLimit")).isNull();
    }
}
