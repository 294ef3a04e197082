package org.callboard.publicforms;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The pages for a company's public stand outside of everything that signing in brings: no session and no cookie, so
 * nothing that a forged request could misuse, and no reason to keep other sites from showing them in a frame.
 */
@Configuration
class PublicFormSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain publicForms(HttpSecurity http) throws Exception {
        return http.securityMatcher("/book/**", "/lead-form/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(any -> any.anyRequest().permitAll())
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(ContentPolicy.inAnyFrame("")))
                        .referrerPolicy(referrer -> {}))
                .build();
    }
}
