package org.callboard.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.secrets.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * Tokens against forged forms. Who has a session has the token there; for everybody else a sealed one stands in a cookie and
 * in the form, so that showing the sign-in form to a stranger stores nothing. Another site can neither read nor set it.
 */
@Component
class CsrfTokens implements CsrfTokenRepository {

    private static final BrowserCookie COOKIE = new BrowserCookie("callboard-form", BrowserCookie.WHILE_OPEN);
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,13}\\.[\\w-]{22})\\.([\\w-]{43})");

    /** As long as a session that nobody uses. */
    private static final Duration MAX_AGE = Duration.ofHours(12);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final HttpSessionCsrfTokenRepository ofSessions = new HttpSessionCsrfTokenRepository();
    private final BytesKeyGenerator random = KeyGenerators.secureRandom(16);
    private final Secrets secrets;
    private final Clock clock;

    CsrfTokens(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    private static boolean hasSession(HttpServletRequest request) {
        return request.getSession(false) != null;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        CsrfToken token = ofSessions.generateToken(request);
        if (hasSession(request)) {
            return token;
        }
        String text = clock.millis() + "." + BASE64.encodeToString(random.generateKey());
        return named(token, text + "." + seal(text));
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (hasSession(request)) {
            ofSessions.saveToken(token, request, response);
        }
        if (token == null || hasSession(request)) {
            COOKIE.remove(request, response);
        } else {
            COOKIE.write(request, response, token.getToken());
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return hasSession(request)
                ? ofSessions.loadToken(request)
                : COOKIE.read(request)
                        .filter(this::isSealed)
                        .map(text -> named(ofSessions.generateToken(request), text))
                        .orElse(null);
    }

    private boolean isSealed(String token) {
        Matcher parts = SHAPE.matcher(token);
        if (!parts.matches()) {
            return false;
        }
        String text = parts.group(1);
        Instant shownOn = Instant.ofEpochMilli(Long.parseLong(text.substring(0, text.indexOf('.'))));
        return shownOn.plus(MAX_AGE).isAfter(clock.instant())
                && MessageDigest.isEqual(seal(text).getBytes(), parts.group(2).getBytes());
    }

    private String seal(String text) {
        return BASE64.encodeToString(secrets.hash("form of a stranger\n" + text));
    }

    private static CsrfToken named(CsrfToken like, String text) {
        return new DefaultCsrfToken(like.getHeaderName(), like.getParameterName(), text);
    }
}
