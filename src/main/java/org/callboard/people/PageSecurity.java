package org.callboard.people;

import static org.springframework.security.web.access.IpAddressAuthorizationManager.hasIpAddress;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.access.SignedInUser;
import org.callboard.http.ApiErrors;
import org.callboard.http.ApiPaths;
import org.callboard.http.RequestPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;

/** How people come in: a form, a session in PostgreSQL, a CSRF token in every form. */
@Configuration
class PageSecurity {

    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; worker-src 'self';"
                    + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** The Calls screen alone shows pictures of other sites, each when somebody asks for it. */
    private static final RequestMatcher WITH_FOREIGN_PICTURES =
            PathPatternRequestMatcher.withDefaults().matcher("/calls/**");

    private static final HeaderWriter ON_CALLS = new ContentSecurityPolicyHeaderWriter(
            CONTENT_POLICY.replace("img-src 'self' data:", "img-src 'self' data: https:"));
    private static final HeaderWriter ELSEWHERE = new ContentSecurityPolicyHeaderWriter(CONTENT_POLICY);

    /** What needs nobody's session goes on while the database is away; the API has its tokens. */
    private static final List<PathPattern> WITHOUT_SESSION = RequestPath.patterns(
            "/health/**",
            "/metrics",
            "/connect/token",
            "/openapi.json",
            "/assets/**",
            "/webjars/**",
            "/favicon.ico",
            "/telephone/**");

    private static final Pattern SESSION_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final String[] OPEN = {
        "/sign-in/**",
        "/setup",
        "/error",
        "/health/**",
        "/openapi.json",
        "/docs/**",
        "/webjars/**",
        "/assets/**",
        "/favicon.ico"
    };
    private static final String METRICS = "/metrics";

    /** Two requests of one person may set the same attribute of their session at once; the later one wins, none fails. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionAttributes() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /**
     * A cookie that can't be a session's is like none: its letters would go into SQL, and may be any, NUL included. So is
     * one where no session is used.
     */
    @Bean
    CookieSerializer sessionCookies() {
        DefaultCookieSerializer cookies = new DefaultCookieSerializer() {
            @Override
            public List<String> readCookieValues(HttpServletRequest request) {
                if (ApiPaths.matches(request) || RequestPath.matches(request, WITHOUT_SESSION)) {
                    return List.of();
                }
                return super.readCookieValues(request).stream()
                        .filter(id -> SESSION_ID.matcher(id).matches())
                        .toList();
            }
        };
        cookies.setCookieName("callboard");
        cookies.setUseHttpOnlyCookie(true);
        cookies.setSameSite("Lax");
        return cookies;
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http,
            PasswordSignIn signIn,
            KnownDevices devices,
            Users users,
            CsrfTokens csrfTokens,
            ApiErrors errors)
            throws Exception {
        SignInEntryPoint stranger = new SignInEntryPoint(errors);
        RequestedPage wanted = new RequestedPage();
        SignInResponses answers = new SignInResponses(devices, wanted);
        return http.authenticationManager(new ProviderManager(signIn)) // the usual one asks each provider twice
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(METRICS)
                        .access(AuthorizationManagers.anyOf(hasIpAddress("127.0.0.0/8"), hasIpAddress("::1")))
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("email")
                        .passwordParameter("password")
                        .authenticationDetailsSource(signIn::place)
                        .successHandler(answers)
                        .failureHandler(answers))
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-out"))
                        .logoutSuccessUrl("/sign-in?out"))
                .requestCache(cache -> cache.requestCache(wanted))
                .exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(stranger))
                .headers(headers -> headers.addHeaderWriter(
                                new DelegatingRequestMatcherHeaderWriter(WITH_FOREIGN_PICTURES, ON_CALLS))
                        .addHeaderWriter(ELSEWHERE) // where no other policy stands
                        .referrerPolicy(referrer -> {}))
                .addFilterBefore(
                        stranger.forPrograms(Stream.concat(Arrays.stream(OPEN), Stream.of(METRICS))
                                .toArray(String[]::new)),
                        CsrfFilter.class)
                .addFilterBefore(new LiveUser(users), AuthorizationFilter.class)
                .build();
    }

    /** Holds a session to what the user is now, not to what they were at sign-in, and acts as that user. */
    private static final class LiveUser extends OncePerRequestFilter {
        private final Users users;

        LiveUser(Users users) {
            this.users = users;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication == null || !(authentication.getPrincipal() instanceof SignedInUser atSignIn)) {
                chain.doFilter(request, response);
                return;
            }
            Optional<SignedInUser> now = users.live(atSignIn);
            if (now.isEmpty()) {
                HttpSession session = request.getSession(false);
                if (session != null) {
                    session.invalidate();
                }
                SecurityContextHolder.clearContext();
                chain.doFilter(request, response);
                return;
            }
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(now.get(), null, List.of()));
            SecurityContextHolder.setContext(context);
            now.get().caller().<ServletException, IOException>follow(() -> chain.doFilter(request, response));
        }
    }
}
