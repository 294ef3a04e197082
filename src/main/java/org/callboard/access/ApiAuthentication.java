package org.callboard.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.callboard.http.ApiErrors;
import org.callboard.http.ApiPaths;
import org.callboard.http.SingletonHeader;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.TooMany;
import org.callboard.refusals.Refusal.Unauthenticated;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.IgnoredFields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Admits a call of the API: a bearer token (also without the word Bearer, as some clients send it), the app key of the
 * same connection in {@code ST-App-Key}, and the token's own tenant in the path.
 */
class ApiAuthentication extends OncePerRequestFilter {

    private final AccessTokens tokens;
    private final Apps apps;
    private final RateLimits limits;
    private final ApiErrors errors;

    ApiAuthentication(AccessTokens tokens, Apps apps, RateLimits limits, ApiErrors errors) {
        this.tokens = tokens;
        this.apps = apps;
        this.limits = limits;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConnectedApp app;
        try {
            app = authenticate(request);
            count(app, response);
            requireOwnTenant(request, app);
        } catch (Refusal e) {
            if (e instanceof Unauthenticated) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            } else if (e instanceof TooMany) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            }
            errors.write(response, e);
            return;
        }
        if (app.strict()) {
            request.setAttribute(IgnoredFields.STRICT, true);
        }
        var authentication = UsernamePasswordAuthenticationToken.authenticated(app, null, List.of());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        app.caller().<ServletException, IOException>follow(() -> chain.doFilter(request, response));
    }

    /**
     * Says in every answer what the limit is and what is left of it, in the fields of the IETF's draft
     * (draft-ietf-httpapi-ratelimit-headers); 429 where nothing is.
     */
    private void count(ConnectedApp app, HttpServletResponse response) {
        RateLimits.Decision decision = app.caller().call(() -> limits.take(app.tenantId(), app.connectionId()));
        if (decision == null) {
            return;
        }
        response.setHeader("RateLimit-Policy", "\"calls\";q=" + decision.limit() + ";w=1");
        response.setHeader("RateLimit", "\"calls\";r=" + decision.left() + ";t=1");
        if (!decision.admitted()) {
            throw RefusalCode.TOO_MANY_CALLS.refuse(
                    "This connection may make " + decision.limit() + " calls a second. Wait a second and try again.");
        }
    }

    private ConnectedApp authenticate(HttpServletRequest request) {
        AccessTokens.Verified token = verify(AccessTokens.in(request));
        AppStore.Live live = apps.live(token.tenantId(), token.connectionId())
                .orElseThrow(() -> RefusalCode.CONNECTION_REVOKED.refuse("The connection of this token was revoked."));
        String appKey = SingletonHeader.of(request, "ST-App-Key");
        if (appKey == null || appKey.isBlank()) {
            throw RefusalCode.APP_KEY_WRONG.refuse("The app key is missing. Check the ST-App-Key header.");
        }
        if (!apps.appKeyMatches(appKey.strip(), live)) {
            throw RefusalCode.APP_KEY_WRONG.refuse(
                    "The app key does not belong to this token's app. Check the ST-App-Key header.");
        }
        return new ConnectedApp(
                token.tenantId(),
                live.connectionId(),
                live.appName(),
                token.within(live.scopes()),
                live.bookingProviderId(),
                live.strict(),
                live.mayActivate(),
                live.mayMerge());
    }

    private static void requireOwnTenant(HttpServletRequest request, ConnectedApp app) {
        String own = Long.toString(app.tenantId());
        if (!ApiPaths.tenant(request).orElse(own).equals(own)) {
            throw RefusalCode.OTHER_TENANT.refuse("This token is for another tenant.");
        }
    }

    private AccessTokens.Verified verify(@Nullable String token) {
        if (token == null) {
            throw RefusalCode.UNAUTHENTICATED.refuse(
                    "Send a bearer token from /connect/token in the Authorization header.");
        }
        try {
            return tokens.verify(token);
        } catch (JwtException e) {
            throw RefusalCode.TOKEN_INVALID.refuse(
                    "The token is not valid, or has expired. Take a new one from /connect/token.");
        }
    }
}
