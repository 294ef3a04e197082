package org.callboard.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.callboard.http.ApiBodies;
import org.callboard.http.ApiErrors;
import org.callboard.http.ApiPaths;
import org.callboard.idempotency.IdempotentRequests;
import org.callboard.secrets.Secrets;
import org.callboard.secrets.TokenKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** How programs come in: the token endpoint, and the chain in front of the API. Both are stateless. */
@Configuration
class ApiSecurity {

    /** One observation a request, the server's own, is enough; one for every filter costs about a tenth of the read rate. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * Spring's, but for what {@code ReadableRequests} has judged before, and for letters beyond ASCII in a header, which are
     * no danger: a proxy writes the name of a city so, and refusing what nobody reads would refuse its every request.
     */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(name -> true);
        firewall.setAllowedHeaderValues(value -> true);
        return firewall;
    }

    @Bean
    @Order(1)
    SecurityFilterChain tokenEndpoint(
            HttpSecurity http, Clients clients, Secrets secrets, TokenKeys keys, ApiErrors errors) throws Exception {
        JwtGenerator generator =
                new JwtGenerator(new NimbusJwtEncoder((selector, context) -> selector.select(keys.signing())));
        generator.setJwtCustomizer(context -> {
            context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
            context.getClaims()
                    .issuer("callboard") // it would be the host that the request names
                    .claim(AccessTokens.TENANT, Long.toString(Clients.tenantOf(context.getRegisteredClient())))
                    .claim(AccessTokens.CONNECTION, Long.toString(Clients.connectionOf(context.getRegisteredClient())));
        });
        return stateless(http, PathPatternRequestMatcher.withDefaults().matcher("/connect/token"))
                // the server brings its own, which would make a session for every other method than POST
                .csrf(csrf -> csrf.ignoringRequestMatchers(AnyRequestMatcher.INSTANCE))
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server -> server.registeredClientRepository(clients)
                                .authorizationService(new NothingKept())
                                .authorizationServerSettings(AuthorizationServerSettings.builder()
                                        .tokenEndpoint("/connect/token")
                                        .build())
                                .tokenGenerator(generator)
                                .clientAuthentication(client -> client.errorResponseHandler(
                                                (request, response, e) -> refuse(response, errors, e))
                                        .authenticationProviders(providers -> providers.forEach(provider -> {
                                            if (provider instanceof ClientSecretAuthenticationProvider secret) {
                                                secret.setPasswordEncoder(new Clients.SecretEncoder(secrets));
                                            }
                                        })))
                                .tokenEndpoint(token -> token.accessTokenRequestConverters(
                                                converters -> converters.addFirst(ApiSecurity::requireOneScope))
                                        .accessTokenResponseHandler(namingScopes())
                                        .errorResponseHandler((request, response, e) -> refuse(response, errors, e))))
                .authorizeHttpRequests(any -> any.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http,
            AccessTokens tokens,
            Apps apps,
            RateLimits limits,
            ApiErrors errors,
            ApiCors cors,
            IdempotentRequests idempotentRequests)
            throws Exception {
        return stateless(http, ApiPaths::matches)
                .addFilter(cors.filter())
                .addFilterBefore(new ApiAuthentication(tokens, apps, limits, errors), AuthorizationFilter.class)
                .addFilterAfter(new ApiBodies(), AuthorizationFilter.class)
                .addFilterAfter(idempotentRequests, ApiBodies.class)
                .authorizeHttpRequests(any -> any.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll() // a refusal is drawn for whom it was made
                        .anyRequest()
                        .authenticated())
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http, RequestMatcher requests) throws Exception {
        return http.securityMatcher(requests)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    /** Of two, an empty first one would pass for none, and give a token for everything. */
    private static @Nullable Authentication requireOneScope(HttpServletRequest request) {
        String[] scopes = request.getParameterValues(OAuth2ParameterNames.SCOPE);
        if (scopes != null && scopes.length > 1) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        return null;
    }

    /**
     * A token that was asked for without scopes holds none, since it means all that the connection has at each call. The
     * answer names them, as RFC 6749, section 5.1 wants where a client got others than it asked for.
     */
    private static OAuth2AccessTokenResponseAuthenticationSuccessHandler namingScopes() {
        OAuth2AccessTokenResponseAuthenticationSuccessHandler handler =
                new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
        handler.setAccessTokenResponseCustomizer(context -> {
            OAuth2AccessTokenAuthenticationToken issued = context.getAuthentication();
            if (issued.getAccessToken().getScopes().isEmpty()) {
                context.getAccessTokenResponse()
                        .scopes(Scope.inOrder(issued.getRegisteredClient().getScopes()));
            }
        });
        return handler;
    }

    /** OAuth 2.0 asks for 401 where the client is unknown; existing clients of this trade rely on 400 for everything. */
    private static void refuse(HttpServletResponse response, ApiErrors errors, AuthenticationException e)
            throws IOException {
        String error = e instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : "invalid_client";
        errors.writeOAuth(response, error);
    }

    /** Tokens carry everything themselves, so none is kept: the server's default would keep them all in memory. */
    private static final class NothingKept implements OAuth2AuthorizationService {
        @Override
        public void save(OAuth2Authorization authorization) {}

        @Override
        public void remove(OAuth2Authorization authorization) {}

        @Override
        public @Nullable OAuth2Authorization findById(String id) {
            return null;
        }

        @Override
        public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
            return null;
        }
    }

    /** It belongs into the chain of the API, behind authentication, and nowhere else. */
    @Bean
    FilterRegistrationBean<IdempotentRequests> notInFrontOfEverything(IdempotentRequests filter) {
        FilterRegistrationBean<IdempotentRequests> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
