package org.callboard.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.callboard.http.SingletonHeader;
import org.callboard.secrets.TokenKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Verifies access tokens. A token that was verified is remembered for as long as it lives, since clients reuse it. */
@Component
class AccessTokens {

    /**
     * What a verified token says. What its connection may do is looked up, so that it can change while the token lives.
     *
     * @param scopes those that it was asked for with; null where it was asked for without any, and means all
     */
    record Verified(
            long tenantId, long connectionId, @Nullable Set<Scope> scopes, Instant expiresOn) {

        /** What is left of the connection's scopes in this token. */
        Set<Scope> within(Set<Scope> granted) {
            return scopes == null
                    ? granted
                    : granted.stream().filter(scopes::contains).collect(Collectors.toSet());
        }
    }

    static final String TENANT = "tenant";
    static final String CONNECTION = "connection";

    private static final Pattern BEARER = Pattern.compile("(?i:bearer)\\s+(\\S+)\\s*");

    private final TokenKeys keys;
    private final JwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(15))
            .build();

    AccessTokens(TokenKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.decoder = NimbusJwtDecoder.withJwkSource((selector, context) -> selector.select(keys.verifying()))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
    }

    /** The token in the {@code Authorization} header, null where there is none; some clients leave the word Bearer out. */
    static @Nullable String in(HttpServletRequest request) {
        String header = SingletonHeader.of(request, HttpHeaders.AUTHORIZATION);
        if (header == null || header.isBlank()) {
            return null;
        }
        Matcher bearer = BEARER.matcher(header);
        return bearer.matches() ? bearer.group(1) : header.strip();
    }

    /** Throws {@link JwtException} for a token that is malformed, forged or expired. */
    Verified verify(String token) {
        Verified known = verified.getIfPresent(token);
        if (known == null) {
            known = read(decode(token));
            verified.put(token, known);
        }
        if (known.expiresOn.isBefore(clock.instant())) {
            throw new JwtException("The token has expired.");
        }
        return known;
    }

    private Jwt decode(String token) {
        requireKeys();
        try {
            return decoder.decode(token);
        } catch (JwtException e) {
            keys.reread(); // perhaps signed by a key that another node made a moment ago
            requireKeys();
            return decoder.decode(token);
        }
    }

    /** Where the database does not answer, that is no fault of the token, as the decoder would have it. */
    private void requireKeys() {
        keys.verifying();
    }

    private static Verified read(Jwt jwt) {
        try {
            return new Verified(
                    Long.parseLong(jwt.getClaimAsString(TENANT)),
                    Long.parseLong(jwt.getClaimAsString(CONNECTION)),
                    scopes(jwt),
                    Objects.requireNonNull(jwt.getExpiresAt()));
        } catch (NumberFormatException e) {
            throw new JwtException("The token names no connection.", e);
        }
    }

    private static @Nullable Set<Scope> scopes(Jwt jwt) {
        List<String> words = jwt.getClaimAsStringList(OAuth2ParameterNames.SCOPE);
        return words == null
                ? null
                : words.stream().map(Scope::of).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }
}
