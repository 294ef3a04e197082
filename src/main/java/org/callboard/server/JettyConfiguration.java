package org.callboard.server;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.callboard.http.ContainerErrors;
import org.callboard.http.ForwardedRequests;
import org.callboard.http.PublicUrl;
import org.callboard.http.ServerSettings;
import org.callboard.http.TrustedProxies;
import org.eclipse.jetty.ee11.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.webapp.AbstractConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** How the web server is set up, but for what {@code application.yaml} says: whom it believes, and what it refuses. */
@Component
class JettyConfiguration implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    /**
     * Addresses that two readers could read differently are let through, so that they are refused in our words: the
     * firewall of the security filters takes none of them.
     */
    private static final UriCompliance ANY_ADDRESS =
            new UriCompliance("ANY_ADDRESS", Set.copyOf(EnumSet.allOf(Violation.class)));

    /** How long nothing of a body may come, or nothing of an answer be taken; between requests it is longer. */
    private static final Duration IDLE_IN_REQUEST = Duration.ofSeconds(30);

    /** The same when Callboard stops, as long as it waits for requests then. */
    private static final Duration IDLE_AT_A_STOP = Duration.ofSeconds(5);

    private final ContainerErrors errors;
    private final TrustedProxies proxies;
    private final PublicUrl url;
    private final MeterRegistry metrics;

    JettyConfiguration(ContainerErrors errors, ServerSettings settings, PublicUrl url, MeterRegistry metrics) {
        this.errors = errors;
        this.proxies = settings.proxies();
        this.url = url;
        this.metrics = metrics;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.setThreadPool(threads());
        factory.addServerCustomizers(this::customize);
        factory.addConfigurations(new ErrorPages());
    }

    /**
     * Connections are taken and listened to by threads of the system, which the processors serve fairly whatever the
     * requests do; each request has a virtual one.
     */
    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("http");
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("request-"));
        return threads;
    }

    private void customize(Server server) {
        server.setErrorHandler(errors);
        for (Connector connector : server.getConnectors()) {
            connector.getConnectionFactories().stream()
                    .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
                    .map(HttpConfiguration.ConnectionFactory.class::cast)
                    .forEach(factory -> customize(factory.getHttpConfiguration()));
        }
        for (ServletContextHandler context : server.getDescendants(ServletContextHandler.class)) {
            context.getServletHandler().setDecodeAmbiguousURIs(true);
        }
        ConnectionBurst burst = new ConnectionBurst();
        RequestQueue queue = new RequestQueue(new ResponseRate(server.getHandler()), burst, metrics);
        // what was refused in the queue is read to its end too
        Connections connections = new Connections(new RequestBodies(queue), proxies, burst);
        server.setHandler(connections);
        for (Connector connector : server.getConnectors()) {
            connector.addEventListener(connections);
            if (connector instanceof ServerConnector lines) {
                // of a burst the usual fifty would wait here; those beyond would knock again after a second
                lines.setAcceptQueueSize(Connections.MAX);
                lines.setShutdownIdleTimeout(IDLE_AT_A_STOP.toMillis());
            }
        }
    }

    private void customize(HttpConfiguration http) {
        http.setUriCompliance(ANY_ADDRESS);
        http.addCustomizer(new ReadablePreferences());
        http.addCustomizer(new ForwardedRequests(proxies, url));
        http.setSendServerVersion(false);
        http.setIdleTimeout(IDLE_IN_REQUEST.toMillis());
    }

    /** Errors are drawn by our own page; where even that fails, by {@link ContainerErrors} and never by the container. */
    private final class ErrorPages extends AbstractConfiguration {

        ErrorPages() {
            super(new Builder());
        }

        @Override
        public void configure(WebAppContext context) {
            ErrorPageErrorHandler pages = new ErrorPageErrorHandler() {
                @Override
                public boolean errorPageForMethod(String method) {
                    return true;
                }

                @Override
                protected void generateResponse(
                        Request request,
                        Response response,
                        int code,
                        String message,
                        Throwable cause,
                        Callback callback) {
                    errors.write(request, response, code, callback);
                }
            };
            pages.addErrorPage(ErrorPageErrorHandler.GLOBAL_ERROR_PAGE, "/error");
            context.setErrorHandler(pages);
        }
    }
}
