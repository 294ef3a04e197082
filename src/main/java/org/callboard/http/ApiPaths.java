package org.callboard.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which paths belong to the API, and so answer in JSON and want a bearer token. */
public final class ApiPaths {

    /** Patterns of every path that has operations. */
    public static final List<String> PATTERNS = List.of(
            "/crm/**",
            "/jpm/**",
            "/jbce/**",
            "/dispatch/**",
            "/settings/v2/**",
            "/marketing/**",
            "/accounting/**",
            "/telecom/**",
            "/callboard/**");

    /** An address that looks like one of the API, with an area that we don't have, is a program's too. */
    private static final String OTHER_AREA = "/{area}/{version:v[0-9]+}/**";

    private static final List<PathPattern> PREFIXES = RequestPath.patterns(
            Stream.concat(PATTERNS.stream(), Stream.of(OTHER_AREA)).toArray(String[]::new));

    private static final PathPattern OF_A_TENANT =
            PathPatternParser.defaultInstance.parse("/{area}/{version}/tenant/{tenant}/**");

    private ApiPaths() {}

    /** Whether a program asks; also for the refusal of such a request. No page has a tenant in its path. */
    public static boolean matches(HttpServletRequest request) {
        return matches(RequestPath.of(request));
    }

    static boolean matches(PathContainer path) {
        return RequestPath.matches(path, PREFIXES) || namesTenant(path);
    }

    /** As with a base URL that lacks a part, or has one too much. */
    private static boolean namesTenant(PathContainer path) {
        return path.elements().stream()
                .anyMatch(element -> element instanceof PathContainer.PathSegment segment
                        && segment.valueToMatch().equalsIgnoreCase("tenant"));
    }

    /** The company that the path names, as it stands there. */
    public static Optional<String> tenant(HttpServletRequest request) {
        return Optional.ofNullable(OF_A_TENANT.matchAndExtract(RequestPath.of(request)))
                .map(path -> path.getUriVariables().get("tenant"));
    }
}
