package org.callboard.publicforms;

import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;

/** What a page for the public may load and who may show it. The colors of a page are its one inline style, under a nonce. */
final class ContentPolicy {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String HEADER = "Content-Security-Policy";

    private ContentPolicy() {}

    /** Lets any site show the page in a frame, and gives the nonce of its style. */
    static String openTo(HttpServletResponse response) {
        String nonce = nonce();
        response.setHeader(HEADER, inAnyFrame(" 'nonce-" + nonce + "'"));
        return nonce;
    }

    /** Lets pages of Callboard itself show the page in a frame, and gives the nonce of its style. */
    static String openToOurselves(HttpServletResponse response) {
        String nonce = nonce();
        response.setHeader(HEADER, policy(" 'nonce-" + nonce + "'", "'self'"));
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        return nonce;
    }

    static String inAnyFrame(String style) {
        return policy(style, "*");
    }

    private static String policy(String style, String ancestors) {
        return "default-src 'none'; script-src 'self'; style-src 'self'" + style
                + "; img-src 'self' blob: data:; connect-src 'self'; form-action 'self'; base-uri 'none'"
                + "; frame-ancestors " + ancestors;
    }

    private static String nonce() {
        byte[] random = new byte[18];
        RANDOM.nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}
