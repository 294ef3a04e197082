package org.callboard.server;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.callboard.http.TrustedProxies;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps connections from using the server up: so many of one network, so many in all, and ten seconds for the headers of
 * each request. When all are taken, the oldest goes that nobody has admitted, for it is a flood's rather than anybody's
 * work.
 */
final class Connections extends Handler.Wrapper implements Connection.Listener {

    static final int MAX_OF_A_NETWORK = 300;
    static final int MAX = 2000;

    private static final long HEADERS_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final String ATTRIBUTE = Connections.class.getName();

    private static final Logger log = LoggerFactory.getLogger(Connections.class);

    /** In the order in which they were opened. */
    private final Map<Connection, Line> lines = new LinkedHashMap<>();

    private final TrustedProxies proxies;
    private final ConnectionBurst burst;
    private final Map<String, Integer> ofNetwork = new HashMap<>();
    private long closed;
    private long told;

    Connections(Handler handler, TrustedProxies proxies, ConnectionBurst burst) {
        super(handler);
        this.proxies = proxies;
        this.burst = burst;
    }

    /** Marks the connection of a request as that of a known sender. */
    static void admit(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Line line) {
            line.admitted = true;
        }
    }

    /** Whether the connection is a known sender's; one of a trusted proxy is everybody's. */
    static boolean isAdmitted(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof Line line && line.admitted && !line.proxy;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        lookAgain();
    }

    private void lookAgain() {
        getServer().getScheduler().schedule(this::look, 1, TimeUnit.SECONDS);
    }

    private void look() {
        if (!isRunning()) {
            return;
        }
        List<Connection> late;
        long dropped;
        long now = System.nanoTime();
        synchronized (lines) {
            late = lines.entrySet().stream()
                    .filter(entry -> entry.getValue().isLate(entry.getKey(), now))
                    .map(Map.Entry::getKey)
                    .toList();
            dropped = closed - told;
            told = closed;
        }
        late.forEach(Connections::cut);
        if (dropped > 0) {
            log.warn("closed {} connections: too many of one network, or in all", dropped);
        }
        lookAgain();
    }

    @Override
    public void onOpened(Connection connection) {
        burst.add();
        InetAddress address = address(connection.getEndPoint().getRemoteSocketAddress());
        Line line = new Line(
                address == null ? null : ClientAddress.network(address), address != null && proxies.trust(address));
        Connection victim = null;
        synchronized (lines) {
            lines.put(connection, line);
            int same = line.network == null ? 1 : ofNetwork.merge(line.network, 1, Integer::sum);
            if (same > MAX_OF_A_NETWORK && !line.proxy) {
                victim = connection;
            } else if (lines.size() > MAX) {
                victim = lines.entrySet().stream()
                        .filter(entry -> !entry.getValue().admitted)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(connection);
            }
            if (victim != null) {
                closed++;
                forget(victim);
            }
        }
        if (victim != null) {
            cut(victim);
        }
    }

    /** At once. To close the connection itself would tell it that its request has failed, which answers with a 500. */
    private static void cut(Connection connection) {
        connection.getEndPoint().close();
    }

    @Override
    public void onClosed(Connection connection) {
        synchronized (lines) {
            forget(connection);
        }
    }

    private void forget(Connection connection) {
        Line line = lines.remove(connection);
        if (line != null && line.network != null) {
            ofNetwork.computeIfPresent(line.network, (network, count) -> count > 1 ? count - 1 : null);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Connection connection = request.getConnectionMetaData().getConnection();
        Line line;
        synchronized (lines) {
            line = lines.getOrDefault(connection, new Line(null, false)); // it may be forgotten by now
        }
        line.busy = true;
        request.setAttribute(ATTRIBUTE, line);
        return super.handle(request, response, Callback.from(() -> line.rest(connection), callback));
    }

    private static @Nullable InetAddress address(SocketAddress peer) {
        return peer instanceof InetSocketAddress internet ? internet.getAddress() : null;
    }

    /** What is known of a connection. */
    private static final class Line {

        private final @Nullable String network;
        private final boolean proxy;
        private volatile boolean admitted;
        private volatile boolean busy;
        /** How much had come when the last request was answered: what is more is the beginning of the next. */
        private volatile long bytesBefore;

        /** Since when the headers of a request are on their way; 0 where none are. */
        private volatile long since = System.nanoTime();

        Line(@Nullable String network, boolean proxy) {
            this.network = network;
            this.proxy = proxy;
        }

        void rest(Connection connection) {
            bytesBefore = connection.getBytesIn();
            since = 0;
            busy = false;
        }

        boolean isLate(Connection connection, long now) {
            if (busy) {
                return false;
            }
            if (since == 0) {
                if (connection.getBytesIn() > bytesBefore) {
                    since = now;
                }
                return false;
            }
            return now - since > HEADERS_NANOS;
        }
    }
}
