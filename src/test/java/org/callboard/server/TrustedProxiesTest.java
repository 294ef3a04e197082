package org.callboard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.callboard.database.StartFailure;
import org.callboard.database.Variables;
import org.callboard.http.ForwardedRequests;
import org.callboard.http.PublicUrl;
import org.callboard.http.ServerSettings;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.mock.env.MockEnvironment;

/** What an operator may say about proxies, and what follows: here each connection comes from this machine. */
class TrustedProxiesTest {

    private static final String URL = "https://crm.company.example";

    @ParameterizedTest
    @CsvSource({
        "'10.0.0.0/8, 192.0.2.7', 10.1.2.3, true",
        "'10.0.0.0/8, 192.0.2.7', 192.0.2.7, true",
        "'10.0.0.0/8, 192.0.2.7', 192.0.2.8, false",
        "'10.0.0.0/8, 192.0.2.7', 127.0.0.1, false",
        "'2001:db8::/32 127.0.0.1', 2001:db8::7, true",
        "'2001:db8::/32 127.0.0.1', 127.0.0.1, true",
        "'', 127.0.0.1, true",
        "'', ::1, true",
        "'', 127.0.0.2, false"
    })
    void theyAreNamedByAddressOrNetwork(String named, String peer, boolean trusted) {
        assertThat(settings(named, "").proxies().trust(InetAddress.ofLiteral(peer)))
                .isEqualTo(trusted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.300", "10.0.0.1-10.0.0.9", "::1/x", "all"})
    void whatIsNeitherIsRefused(String named) {
        assertThatThrownBy(() -> settings(named, ""))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("CALLBOARD_TRUSTED_PROXIES must be")
                .hasMessageContaining(named);
    }

    @Test
    void aNamedOneIsBelievedAboutHostAndPortToo() throws Exception {
        try (Seen seen = new Seen("127.0.0.1", "")) {
            String[] all = {
                "X-Forwarded-For", "203.0.113.9",
                "X-Forwarded-Proto", "https",
                "X-Forwarded-Host", "a.example, crm.company.example"
            };
            assertThat(seen.as(all)).isEqualTo("https://crm.company.example:443 203.0.113.9");
            assertThat(seen.as("X-Forwarded-Host", "crm.company.example:8443", "X-Forwarded-Port", "9"))
                    .isEqualTo("http://crm.company.example:8443 127.0.0.1");
            assertThat(seen.as("X-Forwarded-Port", "8443", "X-Forwarded-Proto", "https"))
                    .isEqualTo("https://127.0.0.1:8443 127.0.0.1");
            assertThat(seen.as("X-Forwarded-Host", "[::", "X-Forwarded-Port", "x"))
                    .isEqualTo("http://" + seen.address() + " 127.0.0.1");
        }
    }

    @Test
    void anotherOneIsBelievedAboutNothing() throws Exception {
        try (Seen seen = new Seen("10.0.0.0/8", "")) {
            String[] all = {
                "X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "crm.example"
            };
            assertThat(seen.as(all)).isEqualTo("http://" + seen.address() + " 127.0.0.1");
        }
    }

    @Test
    void aProxyThatDoesNotTellWhomItSpeaksForIsLoggedOnce() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(ForwardedRequests.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try (Seen open = new Seen("", "");
                Seen behindProxy = new Seen("", URL)) {
            open.as();
            behindProxy.at("/health/live");
            behindProxy.at("/metrics");
            behindProxy.as("X-Forwarded-For", "203.0.113.9");
            assertThat(log.list).isEmpty();
            behindProxy.as();
            behindProxy.as("Host", "crm.company.example");
            assertThat(log.list).singleElement().asString().contains("X-Forwarded-For", "README");
        } finally {
            logger.detachAppender(log);
        }
    }

    private static ServerSettings settings(String proxies, String url) {
        return Variables.read(
                Map.of("CALLBOARD_TRUSTED_PROXIES", proxies, "CALLBOARD_PUBLIC_URL", url), ServerSettings.class);
    }

    /** A server that answers with what it takes a request for: the address that was asked, and who asks. */
    private static final class Seen implements AutoCloseable {

        private static final HttpClient HTTP = HttpClient.newHttpClient();

        private final Server server = new Server();
        private final ServerConnector connector;

        Seen(String proxies, String url) throws Exception {
            ServerSettings settings = settings(proxies, url);
            HttpConfiguration configuration = new HttpConfiguration();
            configuration.addCustomizer(
                    new ForwardedRequests(settings.proxies(), new PublicUrl(settings, new MockEnvironment())));
            connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
            server.setHandler(new Handler.Abstract() {
                @Override
                public boolean handle(Request request, Response response, Callback callback) {
                    String seen = request.getHttpURI().getScheme() + "://" + Request.getServerName(request) + ":"
                            + Request.getServerPort(request) + " " + Request.getRemoteAddr(request);
                    response.write(true, StandardCharsets.UTF_8.encode(seen), callback);
                    return true;
                }
            });
            server.start();
        }

        String address() {
            return "127.0.0.1:" + connector.getLocalPort();
        }

        String as(String... headers) throws IOException, InterruptedException {
            return at("/", headers);
        }

        String at(String path, String... headers) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + address() + path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return HTTP.send(request.build(), BodyHandlers.ofString()).body();
        }

        @Override
        public void close() throws Exception {
            server.stop();
        }
    }
}
