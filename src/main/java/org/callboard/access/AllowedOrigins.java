package org.callboard.access;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.callboard.validation.WebAddress;
import org.jspecify.annotations.Nullable;

/** Reads the websites that may call through a connection, and writes them as browsers do in {@code Origin} (RFC 6454). */
final class AllowedOrigins {

    static final int MAX = 20;

    private static final int MAX_LENGTH = 255;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private AllowedOrigins() {}

    /** One origin for each line or word, without those that come twice; Invalid that names every wrong one. */
    static List<String> parse(@Nullable String text) {
        FieldErrors errors = new FieldErrors();
        Set<String> origins = new LinkedHashSet<>();
        for (String word :
                text == null ? new String[0] : VisibleText.strip(text).split("[\\s,]+")) {
            if (!word.isEmpty()) {
                try {
                    origins.add(origin(word));
                } catch (IllegalArgumentException e) {
                    errors.add("origins", shortened(word) + ": " + e.getMessage());
                }
            }
        }
        errors.addIf(origins.size() > MAX, "origins", "At most " + MAX + " are allowed.");
        errors.throwIfAny();
        return List.copyOf(origins);
    }

    private static String origin(String word) {
        if (word.contains("*")) {
            throw new IllegalArgumentException("with an asterisk any website could call. Name each one.");
        }
        URI uri = uri(word);
        String scheme = String.valueOf(uri.getScheme());
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        boolean bare = !host.isEmpty()
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
        if (!bare || uri.getPort() > 65535 || uri.getPort() == 0 || word.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "an address such as https://www.example.com is expected, without a path.");
        }
        if (!scheme.equals("https") && !(scheme.equals("http") && THIS_MACHINE.contains(host))) {
            throw new IllegalArgumentException("https is expected, since a token must not travel in clear.");
        }
        boolean usual = uri.getPort() == -1 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + uri.getPort());
    }

    /** Names of other scripts stand in {@code Origin} as the domain name system has them. */
    private static URI uri(String word) {
        try {
            int start = word.indexOf("://") + 3;
            return WebAddress.read(start < 3 ? word : word.substring(0, start) + IDN.toASCII(word.substring(start)));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("this is no address.", e);
        }
    }

    private static String shortened(String word) {
        return word.length() > 60 ? word.substring(0, 60) + "…" : word;
    }
}
