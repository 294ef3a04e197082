package org.callboard.server;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.callboard.database.Caller;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where a request came from, as far as limits go by it: the address, and of IPv6 the /64 that a household or office has. */
public final class ClientAddress {

    private static final String KNOWN = ClientAddress.class.getName() + ".known";

    private ClientAddress() {}

    /** The address whose uses count together. */
    public static String network(String address) {
        try {
            return network(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /** The same of an address that is read already. */
    static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8))
                : address.getHostAddress();
    }

    /** Lets a request go before those of strangers, though nobody is signed in: it comes from a device that is known. */
    public static void know(HttpServletRequest request) {
        request.setAttribute(KNOWN, true);
    }

    /** Who sent the request that runs on this thread. Whoever is signed in, a person or a program, is known. */
    static WorkQueue.Requester requester() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current)) {
            return WorkQueue.Requester.CALLBOARD;
        }
        HttpServletRequest request = current.getRequest();
        boolean known = request.getAttribute(KNOWN) != null || Caller.isSignedIn();
        return new WorkQueue.Requester(network(request.getRemoteAddr()), known);
    }
}
