package org.callboard.validation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Web addresses as people type them: {@code HTTPS://} is {@code https://} (RFC 3986, section 3.1). */
public final class WebAddress {

    private WebAddress() {}

    /** Reads an address; its scheme is in small letters then, whatever it was written in. */
    public static URI read(String typed) throws URISyntaxException {
        URI address = new URI(typed);
        String scheme = address.getScheme();
        return scheme == null ? address : new URI(scheme.toLowerCase(Locale.ROOT) + typed.substring(scheme.length()));
    }

    /** Whether an address leads to a host; hosts have no capitals either. */
    public static boolean leadsTo(String address, String host) {
        try {
            return host.equalsIgnoreCase(new URI(address).getHost());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
