package org.callboard.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The path that a client asked for, read as the router reads it: letters that are escaped count as those letters
 * (RFC 3986, section 6.2.2.2). Whoever decides by a path asks here, since the raw one can spell every route in many ways.
 */
public final class RequestPath {

    private static final String PARSED = RequestPath.class.getName();

    private RequestPath() {}

    /** The parsed path; while a refusal is drawn, that of the request that was refused. */
    public static PathContainer of(HttpServletRequest request) {
        if (request.getAttribute(PARSED) instanceof PathContainer known) {
            return known;
        }
        Object refused = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        PathContainer path = parse(refused == null ? request.getRequestURI() : refused.toString());
        request.setAttribute(PARSED, path);
        return path;
    }

    /** The same of a path as it was sent. */
    static PathContainer parse(String raw) {
        try {
            return PathContainer.parsePath(raw);
        } catch (IllegalArgumentException e) {
            return PathContainer.parsePath(raw.replace("%", "%25")); // a broken escape is no route's letter
        }
    }

    /** The same with every escape undone, for comparing two requests. */
    public static String decoded(HttpServletRequest request) {
        return of(request).elements().stream()
                .map(element ->
                        element instanceof PathContainer.PathSegment segment ? segment.valueToMatch() : element.value())
                .collect(Collectors.joining());
    }

    /** Whether every escape of the path stands for a letter. */
    public static boolean isReadable(HttpServletRequest request) {
        return QuerySyntax.isReadable(request.getRequestURI());
    }

    /** How long the address is as it was sent, the query included. */
    public static int length(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI().length() + (query == null ? 0 : query.length());
    }

    /** Patterns as routes have them, such as {@code /book/{token}}. */
    public static List<PathPattern> patterns(String... patterns) {
        return Arrays.stream(patterns)
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    /** Whether one of the patterns stands for the path. */
    public static boolean matches(HttpServletRequest request, List<PathPattern> patterns) {
        return matches(of(request), patterns);
    }

    static boolean matches(PathContainer path, List<PathPattern> patterns) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
