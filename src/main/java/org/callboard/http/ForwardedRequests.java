package org.callboard.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HostPortHttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Believes a {@link TrustedProxies trusted proxy} about whose request it passes on ({@code X-Forwarded-For}) and whether
 * that came over TLS ({@code X-Forwarded-Proto}); one that the operator named also about the host and port that were asked
 * for ({@code X-Forwarded-Host}, {@code X-Forwarded-Port}). Nobody else is believed, and about nothing else.
 */
public final class ForwardedRequests implements HttpConfiguration.Customizer {

    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";
    private static final String HOST = "X-Forwarded-Host";
    private static final String PORT = "X-Forwarded-Port";

    private static final Logger log = LoggerFactory.getLogger(ForwardedRequests.class);

    /** Programs on this machine ask for these without a proxy. */
    private static final Pattern FOR_THIS_MACHINE = Pattern.compile("/(health|metrics)(/.*)?");

    /** An address, maybe with a port, which some proxies add. */
    private static final Pattern HOP =
            Pattern.compile("(?:\\[(?<bracketed>[^]]+)](?::\\d+)?|(?<v4>[0-9.]+)(?::\\d+)?|(?<v6>[0-9a-fA-F:.]+))");

    /** Nobody's: whoever is named in a way that can't be read is surely not this machine. */
    private static final InetAddress UNREADABLE = InetAddress.ofLiteral("0.0.0.0");

    private final TrustedProxies proxies;
    private final PublicUrl url;
    private final AtomicBoolean told = new AtomicBoolean();

    public ForwardedRequests(TrustedProxies proxies, PublicUrl url) {
        this.proxies = proxies;
        this.url = url;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
        boolean trusted = proxies.trust(peer);
        HttpFields headers = request.getHeaders();
        Optional<InetSocketAddress> client = trusted ? client(headers.getCSV(FOR, false)) : Optional.empty();
        if (client.isEmpty() && url.isSet()) {
            lookForSilentProxy(peer, request);
        }
        boolean secure =
                trusted && last(headers, PROTO).filter(HttpScheme.HTTPS::is).isPresent();
        Optional<HostPort> host = trusted && proxies.named() ? host(request) : Optional.empty();
        return secure || client.isPresent() || host.isPresent()
                ? new Forwarded(request, client, secure, host)
                : request;
    }

    /** Behind a proxy that does not tell whom it speaks for, all the world is this machine; said once. */
    private void lookForSilentProxy(SocketAddress peer, Request request) {
        if (peer instanceof InetSocketAddress address
                && address.getAddress().isLoopbackAddress()
                && !FOR_THIS_MACHINE
                        .matcher(String.valueOf(request.getHttpURI().getPath()))
                        .matches()
                && told.compareAndSet(false, true)) {
            log.warn(
                    "a request came from this machine without an X-Forwarded-For that is believed. If a reverse proxy sent"
                            + " it, all visitors count as this machine: limits are shared, and /metrics is open to everybody. The"
                            + " README has the lines for nginx, Caddy and haproxy. This is said once.");
        }
    }

    /** What the nearest proxy says. */
    private static Optional<String> last(HttpFields headers, String name) {
        return headers.getCSV(name, false).stream().reduce((first, last) -> last);
    }

    /** The host and port that somebody asked for; empty where the proxy says neither, or nothing that can be read. */
    private static Optional<HostPort> host(Request request) {
        Optional<String> host = last(request.getHeaders(), HOST);
        Optional<String> port = last(request.getHeaders(), PORT);
        try {
            HostPort asked = new HostPort(host.orElseGet(() -> Request.getServerName(request)));
            return host.isEmpty() && port.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            asked.getPort() > 0 || port.isEmpty()
                                    ? asked
                                    : new HostPort(asked.getHost(), HostPort.parsePort(port.get())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Each proxy adds whom it heard at the end, so that the last one who is no proxy is the client. */
    private Optional<InetSocketAddress> client(List<String> chain) {
        @Nullable InetAddress client = null;
        for (String hop : chain.reversed()) {
            client = address(hop);
            if (!proxies.trust(client)) {
                break;
            }
        }
        return Optional.ofNullable(client).map(address -> new InetSocketAddress(address, 0));
    }

    private static InetAddress address(String hop) {
        Matcher matcher = HOP.matcher(hop);
        try {
            return matcher.matches()
                    ? InetAddress.ofLiteral(Stream.of("bracketed", "v4", "v6")
                            .map(matcher::group)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElseThrow())
                    : UNREADABLE;
        } catch (IllegalArgumentException e) {
            return UNREADABLE;
        }
    }

    private static final class Forwarded extends Request.Wrapper {

        private final ConnectionMetaData connection;
        private final boolean secure;
        private final HttpURI uri;
        private final HttpFields headers;

        Forwarded(Request request, Optional<InetSocketAddress> client, boolean secure, Optional<HostPort> host) {
            super(request);
            this.secure = secure;
            HttpURI.Mutable asked = HttpURI.build(request.getHttpURI());
            if (secure) {
                asked.scheme(HttpScheme.HTTPS);
            }
            host.ifPresent(known -> asked.authority(known.getHost(), known.getPort()));
            this.uri = asked.asImmutable();
            this.headers = host.map(
                            known -> // the two must say the same
                            HttpFields.build(request.getHeaders())
                                    .put(new HostPortHttpField(known))
                                    .asImmutable())
                    .orElseGet(request::getHeaders);
            this.connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return client.<SocketAddress>map(address -> address).orElseGet(super::getRemoteSocketAddress);
                }
            };
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }

        @Override
        public HttpURI getHttpURI() {
            return uri;
        }

        @Override
        public boolean isSecure() {
            return secure || super.isSecure();
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }
    }
}
