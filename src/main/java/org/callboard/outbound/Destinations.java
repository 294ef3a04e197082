package org.callboard.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.callboard.validation.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses may be called: public ones, over TLS. A receiver's name is resolved here and nowhere else, and the
 * connection is made to the address that was looked at, so that a name which leads elsewhere a moment later gains nothing.
 * An operator may trust hosts, as programs in the same house: they may be private and be called over plain HTTP.
 */
public final class Destinations implements DnsResolver {

    /** The name leads to an address that may not be called. */
    public static final class Refused extends UnknownHostException {
        Refused(String message) {
            super(message);
        }
    }

    /** How long an address may be. */
    public static final int MAX_LENGTH = 2000;

    private final Predicate<String> trusted;

    /** @param trusted whether the operator trusts a host, by its name as it stands in the URL */
    public Destinations(Predicate<String> trusted) {
        this.trusted = trusted;
    }

    /** A sentence about what is wrong with an address, or null where it may be called. Looks no name up. */
    public @Nullable String problem(@Nullable String url) {
        if (url == null || !VisibleText.in(url)) {
            return "This field is required.";
        }
        if (url.length() > MAX_LENGTH) {
            return FieldErrors.tooLong(MAX_LENGTH);
        }
        URI address;
        try {
            address = WebAddress.read(VisibleText.strip(url));
        } catch (URISyntaxException e) {
            return "This is not a URL.";
        }
        String scheme = String.valueOf(address.getScheme());
        String host = address.getHost();
        if (!scheme.equals("https") && !(scheme.equals("http") && host != null && trusted.test(host))) {
            return "A URL that begins with https:// is expected.";
        }
        if (host == null) {
            return "This is not a URL.";
        }
        if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
            return "Leave user, password and fragment out of the URL.";
        }
        if (isLiteral(host)) {
            try {
                resolve(host);
            } catch (UnknownHostException e) {
                return "This address is private. The operator can allow such addresses.";
            }
        }
        return null;
    }

    private static boolean isLiteral(String host) {
        return host.startsWith("[") || host.matches("[0-9.xXa-fA-F]*\\d") || host.equalsIgnoreCase("localhost");
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (InetAddress one : all) {
            if (!isPublic(one) && !trusted.test(host)) {
                throw new Refused("The name leads to a private address.");
            }
        }
        return all;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** By the registries of special-purpose addresses (RFC 6890, RFC 8190). */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet6Address) {
            // only the global unicast range, without its documentation, benchmarking, tunnel and translation parts
            boolean global = (first & 0xe0) == 0x20;
            boolean special = first == 0x20 && (second == 0x02 || second == 0x01 && bytes[2] < 2 && bytes[2] >= 0)
                    || first == 0x20 && second == 0x01 && (bytes[2] & 0xff) == 0x0d && (bytes[3] & 0xff) == 0xb8;
            return global && !special;
        }
        int third = bytes[2] & 0xff;
        return first != 0
                && first < 224
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0 && (third == 0 || third == 2))
                && !(first == 192 && second == 88 && third == 99)
                && !(first == 198 && (second == 18 || second == 19))
                && !(first == 198 && second == 51 && third == 100)
                && !(first == 203 && second == 0 && third == 113);
    }
}
