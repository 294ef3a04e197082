package org.callboard.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.SoftAssertions;
import org.callboard.testing.Eventually;
import org.callboard.testing.Server;
import org.callboard.testing.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jetty.JettyWebServer;

/** Who finds no place in line is told so at once, in the form that they expect, and when to come again. */
class RequestQueueTest {

    private static final String SENTENCE = "Too many ask at once. Wait a few seconds and try again.";
    private static final String TOKEN = "authorization: Bearer some-token";

    private final RequestQueue queue =
            ((JettyWebServer) Server.webServer()).getServer().getDescendant(RequestQueue.class);
    private final CountDownLatch end = new CountDownLatch(1);
    private final SoftAssertions all = new SoftAssertions();

    /** All turns are taken, and all places that this machine has in line. */
    @BeforeEach
    void crowd() {
        int many = RequestQueue.AT_ONCE + Connections.MOST_OF_A_NETWORK;
        for (Turns line : queue.lines()) {
            for (int i = 0; i < many; i++) {
                Thread.startVirtualThread(() -> waitIn(line));
            }
            Eventually.is(Connections.MOST_OF_A_NETWORK, line::waiting);
        }
    }

    private void waitIn(Turns line) {
        try {
            line.await("127.0.0.1");
            end.await();
            line.over();
        } catch (Turns.NoneLeft e) {
            // somebody else came
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void go() {
        end.countDown();
        queue.lines().forEach(line -> Eventually.is(0, line::waiting));
    }

    @Test
    void eachKindOfClientLearnsThatItMayComeAgain() {
        double before = refused();
        for (String more : List.of("X: x", TOKEN, "cookie: callboard=x", "cookie: a=b; callboard-device=x")) {
            Wire.Answer page = refused("GET /calls", "Accept: text/html", more);
            all.assertThat(page.body()).contains("<h1>" + SENTENCE);
            Wire.Answer htmx = refused("GET /calls", "HX-Request: true", more);
            all.assertThat(htmx.head()).contains("content-type: text/plain");
            all.assertThat(htmx.body()).isEqualTo(SENTENCE);
            for (String target :
                    List.of("GET /crm/v2/tenant/1/customers", "GET /assets/app.css", "GET /health/ready")) {
                Wire.Answer program = refused(target, "Accept: */*", more);
                all.assertThat(program.isJson()).as(program.head()).isTrue();
                all.assertThat(program.body()).contains(SENTENCE);
            }
            all.assertThat(refused("POST /connect/token", "Accept: */*", more).body())
                    .isEqualTo("{\"error\":\"temporarily_unavailable\"}");
        }
        all.assertThat(refused() - before).isEqualTo(24);
        all.assertThat(Wire.send("GET", "/health/live", "").status()).isEqualTo(200);
        all.assertAll();
    }

    /** Else a client that is still sending meets a broken pipe, and never learns why. */
    @Test
    void whatIsOnItsWayIsReadToItsEnd() {
        String body = "x".repeat(1_900_000);
        assertThat(Wire.send("POST", "/crm/v2/tenant/1/customers", body, "Content-Type", "application/json")
                        .status())
                .isEqualTo(503);
    }

    private Wire.Answer refused(String target, String... headers) {
        Wire.Answer answer = Wire.sendRaw(target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n");
        all.assertThat(answer.status()).as(target).isEqualTo(503);
        all.assertThat(answer.head()).as(target).contains("\r\nretry-after: 2");
        return answer;
    }

    private static double refused() {
        return Server.bean(MeterRegistry.class)
                .get("callboard.work.refused")
                .tag("kind", "strangers")
                .counter()
                .count();
    }
}
