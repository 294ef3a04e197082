package org.callboard.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import org.springframework.web.context.request.RequestAttributes;

/**
 * Our own addresses in an answer that is kept to be given again, perhaps to somebody who knows us by another name: what
 * stands in front of their paths is left open, and filled in for whoever asks.
 */
public final class UrlPlaceholders {

    private static final String WANTED = UrlPlaceholders.class.getName();

    /** JSON holds it nowhere else: in its texts it is escaped. */
    private static final char OPEN = '\u0001';

    private UrlPlaceholders() {}

    /** Has our addresses in the answer left open. */
    public static void leaveOpen(HttpServletRequest request) {
        request.setAttribute(WANTED, true);
    }

    static boolean wanted(RequestAttributes request) {
        return request.getAttribute(WANTED, RequestAttributes.SCOPE_REQUEST) != null;
    }

    /** A path as JSON, which needs no escapes in it. */
    static String open(String path) {
        return "\"" + OPEN + path + "\"";
    }

    public static byte[] fill(byte[] kept, String address) {
        ByteArrayOutputStream filled = new ByteArrayOutputStream(kept.length + address.length());
        for (byte one : kept) {
            if (one == OPEN) {
                filled.writeBytes(address.getBytes(UTF_8));
            } else {
                filled.write(one);
            }
        }
        return filled.toByteArray();
    }
}
