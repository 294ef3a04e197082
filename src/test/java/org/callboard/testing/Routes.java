package org.callboard.testing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.access.ApiAccess;
import org.callboard.access.OpenAccess;
import org.callboard.access.PageAccess;
import org.callboard.access.Scope;
import org.callboard.http.ApiPaths;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every route as Spring has registered it: Callboard's own, and the few that libraries bring. */
public final class Routes {

    /** The access of a route that nothing opens to anybody. */
    public static final String CLOSED = "CLOSED";

    /** One method on one path. */
    public record Route(String method, String path, HandlerMethod handler) {

        @Override
        public String toString() {
            return method + " " + path;
        }

        /** Whether it is Callboard's own. */
        public boolean ours() {
            return handler.getBeanType().getPackageName().startsWith("org.callboard");
        }

        /** Whether it belongs to the API by its path. */
        public boolean ofTheApi() {
            PathContainer parsed = PathContainer.parsePath(path);
            return API.stream().anyMatch(pattern -> pattern.matches(parsed));
        }

        /** What a list can't be asked without, as the query of its address; empty for nearly all. */
        public String query() {
            if (path.endsWith("/jobs/cancel-reasons") || path.endsWith("/jobs/hold-reasons")) {
                return "?ids=1";
            }
            return path.endsWith("/contacts") ? "?modifiedOnOrAfter=2020-01-01" : "";
        }

        /** Who may call it, in one word or two: {@link #CLOSED} where nothing says so. */
        public String access() {
            ApiAccess api = handler.getMethodAnnotation(ApiAccess.class);
            PageAccess page = handler.getMethodAnnotation(PageAccess.class);
            OpenAccess open = handler.getMethodAnnotation(OpenAccess.class);
            if (api != null) {
                String scopes = Arrays.stream(api.value()).map(Scope::word).collect(Collectors.joining("|"));
                return "scope " + scopes + (api.merges() ? " +merge" : "") + (api.provider() ? " +provider" : "");
            } else if (page != null) {
                return "role " + page.value();
            } else if (open != null) {
                return (open.signed() ? "signed: " : "open: ") + open.value();
            }
            return ours() ? CLOSED : "library: " + handler.getBeanType().getName();
        }
    }

    private static final List<PathPattern> API = ApiPaths.PATTERNS.stream()
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private Routes() {}

    public static List<Route> all() {
        return Server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream().flatMap(path -> {
                    var methods = entry.getKey().getMethodsCondition().getMethods();
                    return methods.isEmpty()
                            ? Stream.of(new Route("ANY", path, entry.getValue()))
                            : methods.stream().map(method -> new Route(method.name(), path, entry.getValue()));
                }))
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList();
    }

    /** Those that belong to the API by their path. */
    public static List<Route> api() {
        return all().stream().filter(Route::ofTheApi).toList();
    }

    /** Those that a signed-in person visits. */
    public static List<Route> pages() {
        return all().stream()
                .filter(route -> route.access().startsWith("role "))
                .toList();
    }
}
