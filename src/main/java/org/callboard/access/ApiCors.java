package org.callboard.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.callboard.http.ApiErrors;
import org.callboard.http.ApiPaths;
import org.callboard.http.OwnHeaders;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.Preferences;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/**
 * Which websites' pages may call the API (Fetch standard, CORS). An answer to a connection is for the origins of that
 * connection. A preflight has no token, so it is allowed what some connection of the company allows; so is the refusal of
 * a call whose token nobody knows.
 */
@Component
class ApiCors implements CorsConfigurationSource {

    /** How long a browser may remember a preflight, and so how long a website that was taken out may still send. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    private static final List<String> ACCEPTED = List.of(
            "Authorization",
            "ST-App-Key",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Prefer",
            "traceparent",
            "tracestate");

    private static final List<String> SHOWN = Stream.concat(
                    Stream.of(
                            "ETag",
                            "Request-Id",
                            "RateLimit",
                            "RateLimit-Policy",
                            "Retry-After",
                            "WWW-Authenticate",
                            "Idempotent-Replay",
                            HttpHeaders.LINK,
                            Preferences.APPLIED),
                    OwnHeaders.ALL.stream())
            .toList();

    private final AccessTokens tokens;
    private final Apps apps;
    private final ApiErrors errors;

    ApiCors(AccessTokens tokens, Apps apps, ApiErrors errors) {
        this.tokens = tokens;
        this.apps = apps;
        this.errors = errors;
    }

    /** The filter for the chain of the API. */
    CorsFilter filter() {
        CorsFilter filter = new CorsFilter(this);
        filter.setCorsProcessor(new Answers());
        return filter;
    }

    /** Null where the origin is not allowed: a preflight is then refused, and any other answer has no word of CORS in it. */
    @Override
    public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !allowed(request).contains(origin)) {
            return null;
        }
        CorsConfiguration configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(List.of(origin));
        configuration.setAllowedMethods(METHODS);
        configuration.setAllowedHeaders(ACCEPTED);
        configuration.setExposedHeaders(SHOWN);
        configuration.setMaxAge(REMEMBERED);
        return configuration;
    }

    /** Spring's own, which would let a preflight through that nobody allows, and hide from caches that origins count. */
    private final class Answers extends DefaultCorsProcessor {
        @Override
        public boolean processRequest(
                @Nullable CorsConfiguration configuration, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            if (configuration != null) {
                return super.processRequest(configuration, request, response);
            }
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            if (CorsUtils.isPreFlightRequest(request)) {
                errors.write(
                        response,
                        RefusalCode.ORIGIN_FORBIDDEN.refuse("No connection of this company is open to this website."));
                return false;
            }
            return true;
        }
    }

    private Collection<String> allowed(HttpServletRequest request) {
        try {
            String given = AccessTokens.in(request);
            if (given != null) {
                AccessTokens.Verified token = tokens.verify(given);
                var live = apps.live(token.tenantId(), token.connectionId());
                if (live.isPresent()) {
                    return live.get().origins();
                }
            }
        } catch (JwtException | Invalid e) {
            // the call is refused, and the page may read why
        }
        return ApiPaths.tenant(request)
                .filter(tenant -> tenant.matches("\\d{1,16}"))
                .<Collection<String>>map(tenant -> apps.origins(Long.parseLong(tenant)))
                .orElse(Set.of());
    }
}
