package org.callboard.platform;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Set;

/** Whose word counts about where a request came from: a reverse proxy on this machine, which connects from its loopback. */
final class TrustedProxies {

    private static final Set<InetAddress> LOOPBACK =
            Set.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));

    private TrustedProxies() {}

    static boolean trust(SocketAddress peer) {
        return peer instanceof InetSocketAddress address && trust(address.getAddress());
    }

    static boolean trust(InetAddress address) {
        return LOOPBACK.contains(address);
    }
}
