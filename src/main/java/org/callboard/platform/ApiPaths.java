package org.callboard.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Which paths belong to the API, and so answer in JSON and want a bearer token. */
public final class ApiPaths {

    /** Patterns of every path of the API. */
    public static final List<String> PATTERNS = List.of(
            "/crm/**", "/jpm/**", "/jbce/**", "/settings/v2/**", "/marketing/**", "/accounting/**", "/callboard/**");

    private static final List<String> PREFIXES =
            PATTERNS.stream().map(pattern -> pattern.replace("**", "")).toList();

    private ApiPaths() {}

    public static boolean matches(HttpServletRequest request) {
        String path = request.getRequestURI();
        return PREFIXES.stream().anyMatch(path::startsWith);
    }
}
