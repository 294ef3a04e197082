package org.callboard.platform;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Believes a {@link TrustedProxies trusted proxy} about whose request it passes on ({@code X-Forwarded-For}) and whether
 * that came over TLS ({@code X-Forwarded-Proto}); nobody else, and about nothing else.
 */
final class ForwardedRequests implements HttpConfiguration.Customizer {

    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";

    /** An address, maybe with a port, which some proxies add. */
    private static final Pattern HOP =
            Pattern.compile("(?:\\[(?<bracketed>[^]]+)](?::\\d+)?|(?<v4>[0-9.]+)(?::\\d+)?|(?<v6>[0-9a-fA-F:.]+))");

    /** Nobody's: whoever is named in a way that can't be read is surely not this machine. */
    private static final InetAddress UNREADABLE = InetAddress.ofLiteral("0.0.0.0");

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (!TrustedProxies.trust(request.getConnectionMetaData().getRemoteSocketAddress())) {
            return request;
        }
        HttpFields headers = request.getHeaders();
        boolean secure = headers.getCSV(PROTO, false).stream()
                .reduce((first, last) -> last)
                .filter(HttpScheme.HTTPS::is)
                .isPresent();
        Optional<InetSocketAddress> client = client(headers.getCSV(FOR, false));
        return secure || client.isPresent() ? new Forwarded(request, client, secure) : request;
    }

    /** Each proxy adds whom it heard at the end, so that the last one who is no proxy is the client. */
    private static Optional<InetSocketAddress> client(List<String> chain) {
        @Nullable InetAddress client = null;
        for (String hop : chain.reversed()) {
            client = address(hop);
            if (!TrustedProxies.trust(client)) {
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

        Forwarded(Request request, Optional<InetSocketAddress> client, boolean secure) {
            super(request);
            this.secure = secure;
            this.uri = secure
                    ? HttpURI.build(request.getHttpURI())
                            .scheme(HttpScheme.HTTPS)
                            .asImmutable()
                    : request.getHttpURI();
            this.connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return client.<SocketAddress>map(address -> address).orElseGet(super::getRemoteSocketAddress);
                }
            };
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
