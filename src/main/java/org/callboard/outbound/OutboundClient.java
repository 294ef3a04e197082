package org.callboard.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls {@link Destinations} in bounded time: without redirects, which would lead elsewhere, without cookies and without
 * trying again.
 */
public final class OutboundClient implements AutoCloseable {

    private final Duration whole;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch;

    /**
     * A client.
     *
     * @param name of the thread that ends what takes too long
     * @param connect the longest wait for a connection
     * @param silence the longest wait for the next bytes
     * @param whole how long a call may take in all
     */
    public OutboundClient(String name, Destinations destinations, Duration connect, Duration silence, Duration whole) {
        this.whole = whole;
        this.watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name + "-watch").factory());
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(destinations)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(connect))
                                .setSocketTimeout(Timeout.of(silence))
                                .setTimeToLive(Timeout.ofMinutes(1))
                                .build())
                        .setMaxConnPerRoute(16)
                        .setMaxConnTotal(1000)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(whole))
                        .setResponseTimeout(Timeout.of(silence))
                        .setRedirectsEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Callboard")
                .build();
    }

    /** What the handler makes of the answer; {@link Destinations.Refused} for an address that may not be called. */
    public <T> T call(HttpUriRequestBase request, HttpClientResponseHandler<T> handler) throws IOException {
        ScheduledFuture<?> end = watch.schedule(request::abort, whole.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, handler);
        } finally {
            end.cancel(false);
        }
    }

    /** The first bytes of an answer's body: it may have no end. */
    public static byte[] beginning(ClassicHttpResponse response, int most) throws IOException {
        if (response.getEntity() == null) {
            return new byte[0];
        }
        try (InputStream content = response.getEntity().getContent()) {
            return content.readNBytes(most);
        }
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        client.close();
    }
}
