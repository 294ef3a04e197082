package org.callboard.people;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Something that a browser keeps for us, out of reach of scripts and of other sites. */
record BrowserCookie(String name, Duration kept) {

    /** For {@link #kept}: until the browser is closed. */
    static final Duration WHILE_OPEN = Duration.ofSeconds(-1);

    Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
    }

    void write(HttpServletRequest request, HttpServletResponse response, String value) {
        set(request, response, value, kept);
    }

    void remove(HttpServletRequest request, HttpServletResponse response) {
        if (read(request).isPresent()) {
            set(request, response, "", Duration.ZERO);
        }
    }

    private void set(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .maxAge(age)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
