package org.callboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.callboard.http.TrustedProxies;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.server.Handler;
import org.junit.jupiter.api.Test;

/** How many connections one sender may have, whatever addresses it has. */
class ConnectionsTest {

    private final Connections connections =
            new Connections(new Handler.Wrapper(), TrustedProxies.of(List.of("2001:db8:9::1")), new ConnectionBurst());

    private boolean staysOpen(String address) {
        ByteArrayEndPoint line = new ByteArrayEndPoint() {
            @Override
            public SocketAddress getRemoteSocketAddress() {
                return new InetSocketAddress(InetAddress.ofLiteral(address), 40_000);
            }
        };
        connections.onOpened(new AbstractConnection(line, Runnable::run) {
            @Override
            public void onFillable() {
                // nothing comes
            }
        });
        return line.isOpen();
    }

    @Test
    void whoHasMoreAddressesHasNoMoreConnections() {
        for (int i = 0; i < Connections.MAX_OF_A_NETWORK; i++) {
            assertThat(staysOpen("2001:db8:1:2::" + Integer.toHexString(i))).isTrue();
            assertThat(staysOpen("192.0.2.1")).isTrue();
            assertThat(staysOpen("2001:db8:9::1")).isTrue();
        }
        assertThat(staysOpen("2001:db8:1:2:ffff::1")).isFalse();
        assertThat(staysOpen("192.0.2.1")).isFalse();
        assertThat(staysOpen("2001:db8:9::1")).isTrue();
        assertThat(staysOpen("2001:db8:1:3::1")).isTrue();
        assertThat(staysOpen("192.0.2.2")).isTrue();
    }
}
