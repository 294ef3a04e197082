package org.callboard.people;

import java.util.regex.Pattern;

/** Tells addresses of this server's own pages from those that a browser would leave it by. */
final class LocalAddress {

    // Browsers read \\ as / and leave out tabs and line breaks, and // at the front names another server.
    private static final Pattern LOCAL = Pattern.compile("/(?!/)[\\x21-\\x7e&&[^\\\\]]*");

    private LocalAddress() {}

    static boolean is(String address) {
        return LOCAL.matcher(address).matches();
    }
}
