package org.callboard.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.testing.Eventually;
import org.callboard.testing.Routes;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;

/** How every stream of events ends. */
class EventStreamsTest {

    private final TestTenant tenant = TestTenant.create();
    private final SignedInUser user = tenant.user(Role.CSR);

    static List<String> streams() {
        return Routes.all().stream()
                .map(Routes.Route::path)
                .filter(path -> path.endsWith("/stream"))
                .toList();
    }

    @Test
    void everyStreamIsHere() {
        assertThat(streams()).hasSameSizeAs(Server.beans(EventStreams.class));
    }

    /** A browser that holds a stream. */
    private static final class Listening implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;

        Listening(int port, String path, Visitor visitor) throws IOException {
            socket = new Socket("localhost", port);
            socket.setSoTimeout(15_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + visitor.cookie() + "\r\n\r\n")
                            .getBytes(ISO_8859_1));
            in = socket.getInputStream();
            assertThat(new String(in.readNBytes(12), ISO_8859_1)).isEqualTo("HTTP/1.1 200");
        }

        /** What comes until the stream ends, which must be soon. */
        String rest() throws IOException {
            StringBuilder rest = new StringBuilder();
            long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
            byte[] piece = new byte[1 << 14];
            try {
                for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                    rest.append(new String(piece, 0, length, ISO_8859_1));
                    assertThat(System.nanoTime()).as("it goes on and on").isLessThan(end);
                }
            } catch (SocketException e) {
                return rest.toString(); // reset
            }
            return rest.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private int open(Collection<?> streams) {
        return streams.stream()
                .mapToInt(one -> ((EventStreams<?>) one).count(tenant.id))
                .sum();
    }

    private int open() {
        return open(Server.beans(EventStreams.class));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void itEndsBeforeTheServerDoes(String path) throws IOException {
        Visitor visitor = Visitor.signedIn(user);
        ConfigurableApplicationContext node = Server.startNode();
        try (Listening stream = new Listening(Server.port(node), path, visitor)) {
            Collection<?> streams = node.getBeansOfType(EventStreams.class).values();
            Eventually.is(1, () -> open(streams));
            node.close();
            assertThat(stream.rest())
                    .as("as a whole answer: a server that had waited for it in vain would cut it off")
                    .endsWith("0\r\n\r\n");
            Eventually.is(0, () -> open(streams));
        } finally {
            node.close();
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void itEndsWithTheSession(String path) throws IOException {
        Visitor visitor = Visitor.signedIn(user);
        visitor.get("/account");
        try (Listening stream = new Listening(Server.port(), path, visitor)) {
            Eventually.is(1, this::open);
            visitor.post("/sign-out");
            assertThat(stream.rest()).as("cut off").doesNotEndWith("0\r\n\r\n");
            Eventually.is(0, this::open);
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void itEndsWithItsLine(String path) throws IOException {
        try (Listening stream = new Listening(Server.port(), path, Visitor.signedIn(user))) {
            Eventually.is(1, this::open);
            stream.close();
            Eventually.is(0, this::open);
        }
    }

    @Test
    void theServerMayNoticeFirstThatABrowserLeft() {
        Logger logger = (Logger) LoggerFactory.getLogger(EventStreams.class);
        Level level = logger.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.DEBUG);
        try {
            for (EventStreams<?> streams : Server.beans(EventStreams.class)) {
                log.list.clear();
                streams.open(user, new MockHttpServletResponse()).complete();
                Eventually.is(
                        List.of(Level.DEBUG),
                        () -> List.copyOf(log.list).stream()
                                .filter(event -> event.getFormattedMessage().startsWith("company " + tenant.id + ":"))
                                .map(ILoggingEvent::getLevel)
                                .toList());
            }
            assertThat(open()).isZero();
        } finally {
            logger.setLevel(level);
            logger.detachAppender(log);
        }
    }
}
