package org.callboard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.callboard.database.Caller;
import org.callboard.database.CompanyPlaces;
import org.callboard.database.CompanyPlaces.Place;
import org.callboard.refusals.Refusal;
import org.callboard.testing.Api;
import org.callboard.testing.Office;
import org.callboard.testing.Routes;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What answers hold while slow clients take them. */
class BufferedResponsesTest {

    private static final String TEXT = "0123456789".repeat(10_000);

    @Test
    void aWholeAnswerComesOutAsItWasWritten() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        ResponseBuffer buffer = new ResponseBuffer(response, false);
        Caller.system(1).call(() -> writeInTwoParts(buffer));
        assertThat(response.isCommitted()).isFalse();
        buffer.send();
        assertThat(response.getContentAsString()).isEqualTo(TEXT);
        assertThat(response.getContentLength()).isEqualTo(100_000);
    }

    /** So slow readers of the published document keep no page's files from others. */
    @Test
    void whatBelongsToNoCompanyDrawsFromNothing() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        ResponseBuffer buffer = new ResponseBuffer(response, false);
        writeInTwoParts(buffer);
        assertThat(buffer.isStreamed()).isTrue();
        buffer.flushWriter();
        assertThat(response.getContentAsString()).isEqualTo(TEXT);

        ResponseBuffer more = new ResponseBuffer(new MockHttpServletResponse(), false);
        for (long bytes = 0; bytes < Runtime.getRuntime().maxMemory() / 4; bytes += 1 << 20) {
            write(more, new byte[1 << 20]);
        }
        assertThat(more.refused()).isEmpty();
    }

    private static boolean writeInTwoParts(ResponseBuffer buffer) throws IOException {
        buffer.getWriter().write(TEXT, 0, 40_000);
        buffer.flushBuffer();
        buffer.getWriter().write(TEXT, 40_000, 60_000);
        buffer.flushBuffer();
        return true;
    }

    @Test
    void nothingIsLeftOfWhatWasTakenBack() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        ResponseBuffer buffer = new ResponseBuffer(response, false);
        buffer.getWriter().write("half a page");
        buffer.resetBuffer();
        buffer.getWriter().write("an error");
        buffer.send();
        assertThat(response.getContentAsString()).isEqualTo("an error");
    }

    /** Half of what there is, as slow readers of one company would have it. */
    @Test
    void aCompanyThatLeavesItsAnswersUnreadIsRefusedMoreAndNobodyElse() throws IOException {
        Office greedy = officeWithLongList();
        Office other = officeWithLongList();
        ResponseBuffer held = new ResponseBuffer(new MockHttpServletResponse(), false);
        byte[] megabyte = new byte[1 << 20];
        greedy.tenant.caller.run(() -> {
            while (held.refused().isEmpty()) {
                write(held, megabyte);
            }
        });
        ResponseBuffer again = new ResponseBuffer(new MockHttpServletResponse(), false);
        long half = Runtime.getRuntime().maxMemory() / 16 - megabyte.length;
        greedy.tenant.caller.run(() -> {
            for (long bytes = 0; bytes < half; bytes += megabyte.length) {
                write(again, megabyte);
            }
        });
        assertThat(again.refused()).as("what was refused gave all back").isEmpty();

        Api.Answer refused = greedy.api.get(greedy.customers + "?pageSize=200");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotNull();
        assertThat(refused.json().get("title").stringValue()).contains("smaller pages");
        assertThat(greedy.api.get(greedy.customers + "?pageSize=1").status()).isEqualTo(200);
        assertThat(other.api.get(other.customers + "?pageSize=200").status()).isEqualTo(200);

        again.clear();
        assertThat(greedy.api.get(greedy.customers + "?pageSize=200").status()).isEqualTo(200);
    }

    @Test
    void aPlaceIsOfACompanyAndOfAll() {
        CompanyPlaces places = new CompanyPlaces(2, 3, Duration.ZERO, "full");
        Place first = places.take(1);
        places.take(1);
        assertThatThrownBy(() -> places.take(1)).isInstanceOf(Refusal.class).hasMessageContaining("full");
        Place other = places.take(2);
        assertThatThrownBy(() -> places.take(3)).isInstanceOf(Refusal.class);
        first.close();
        places.take(3);
        assertThatThrownBy(() -> places.take(1)).isInstanceOf(Refusal.class);
        other.close();
        places.take(1);
    }

    /** Whatever writes by itself is known as such; all else goes through the buffer. */
    @Test
    void everyRouteThatWritesPieceByPieceSaysSo() {
        List<Method> streams = Routes.all().stream()
                .filter(route -> route.ours() && route.method().equals("GET"))
                .map(route -> route.handler().getMethod())
                .filter(BufferedResponsesTest::writesByItself)
                .toList();
        assertThat(streams)
                .hasSizeGreaterThan(8)
                .allSatisfy(method -> assertThat(method.isAnnotationPresent(Streamed.class))
                        .as("%s", method)
                        .isTrue());
    }

    private static boolean writesByItself(Method method) {
        Class<?> type = method.getReturnType();
        return ResponseBodyEmitter.class.isAssignableFrom(type)
                || StreamingResponseBody.class.isAssignableFrom(type)
                || type == void.class
                        && Arrays.asList(method.getParameterTypes()).contains(HttpServletResponse.class);
    }

    private static void write(ResponseBuffer buffer, byte[] bytes) {
        try {
            buffer.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Office officeWithLongList() {
        Office office = new Office();
        office.tenant.caller.run(() -> Server.bean(JdbcClient.class)
                .sql("""
                insert into customer (tenant_id, name, street, city, state, zip, country, created_on, modified_on)
                select :tenant, repeat('x', 12000), '', '', '', '', '', now(), now() from generate_series(1, 200)
                """)
                .param("tenant", office.tenant.id)
                .update());
        return office;
    }
}
