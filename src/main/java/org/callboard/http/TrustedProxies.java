package org.callboard.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Whose word counts about where a request came from: those that {@code CALLBOARD_TRUSTED_PROXIES} names, or else a reverse
 * proxy on this machine, which connects from its loopback.
 *
 * @param named whether somebody named them; only then are they believed about host and port too
 */
public record TrustedProxies(InetAddressSet addresses, boolean named) {

    private static final List<String> LOOPBACK = List.of("127.0.0.1", "::1");

    /** No names, which would have to be looked up. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+(/[0-9]+)?|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(/[0-9]+)?");

    /** Those that are named. Throws {@link IllegalArgumentException} with a word that is neither address nor network. */
    public static TrustedProxies of(List<String> named) {
        InetAddressSet addresses = new InetAddressSet();
        for (String word : named.isEmpty() ? LOOPBACK : named) {
            if (!ADDRESS.matcher(word).matches()) {
                throw new IllegalArgumentException(word);
            }
            try {
                addresses.add(word);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(word, e);
            }
        }
        return new TrustedProxies(addresses, !named.isEmpty());
    }

    public boolean trust(SocketAddress peer) {
        return peer instanceof InetSocketAddress address && trust(address.getAddress());
    }

    public boolean trust(InetAddress address) {
        return addresses.test(address);
    }
}
