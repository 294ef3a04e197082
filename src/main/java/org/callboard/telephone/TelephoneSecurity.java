package org.callboard.telephone;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Where telephone systems tell of calls that sign what they send: no session and no cookie, nothing that a browser would bring
 * along, and nobody is let in but by the signature, which the handlers check.
 */
@Configuration
class TelephoneSecurity {

    /** What stands before the token of an account of Twilio. */
    static final String TWILIO = "/telephone/twilio/";

    @Bean
    @Order(0)
    SecurityFilterChain signedCalls(HttpSecurity http) throws Exception {
        return http.securityMatcher("/telephone/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(any -> any.anyRequest().permitAll())
                .build();
    }
}
