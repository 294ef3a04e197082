package org.callboard.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds the handler of a request as Spring does, but passes over routes with other words in their paths before it looks at
 * them closely. Spring compares every route with a variable in its path in full, which took a fifth of a read's time. What is
 * found is called by {@link HandlerCalls}: of registrations Spring Boot takes one bean or none.
 */
@Component
class QuickRoutes implements WebMvcRegistrations {

    private final Supplier<HandlerCalls> calls;

    QuickRoutes(ObjectProvider<HandlerCalls> calls) {
        this.calls = SingletonSupplier.of(calls::getObject);
    }

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Mapping();
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod method) {
                return calls.get().of(method);
            }
        };
    }

    private static final class Mapping extends RequestMappingHandlerMapping {

        private final ThreadLocal<String[]> asked = new ThreadLocal<>();
        private final Map<RequestMappingInfo, Shape> shapes = new ConcurrentHashMap<>();

        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
                throws Exception {
            asked.set(segments(request));
            try {
                return super.lookupHandlerMethod(path, request);
            } finally {
                asked.remove();
            }
        }

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
            String[] path = asked.get();
            return path == null || shapes.computeIfAbsent(info, Shape::of).mayBe(path)
                    ? super.getMatchingMapping(info, request)
                    : null;
        }

        private static String[] segments(HttpServletRequest request) {
            return ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().elements().stream()
                    .filter(PathContainer.PathSegment.class::isInstance)
                    .map(element -> ((PathContainer.PathSegment) element).valueToMatch())
                    .toArray(String[]::new);
        }
    }

    /**
     * The words of a route's path, null where anything may stand.
     *
     * @param words null for a route that only Spring can judge
     */
    record Shape(String @Nullable [] words) {

        private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]+");
        private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");

        static Shape of(RequestMappingInfo info) {
            PathPatternsRequestCondition condition = info.getPathPatternsCondition();
            List<PathPattern> patterns = condition == null ? List.of() : List.copyOf(condition.getPatterns());
            return patterns.size() == 1 ? of(patterns.getFirst().getPatternString()) : new Shape(null);
        }

        static Shape of(String pattern) {
            if (!pattern.startsWith("/") || pattern.endsWith("/")) {
                return new Shape(null);
            }
            String[] words = pattern.substring(1).split("/", -1);
            for (int i = 0; i < words.length; i++) {
                if (VARIABLE.matcher(words[i]).matches()) {
                    words[i] = null;
                } else if (!WORD.matcher(words[i]).matches()) {
                    return new Shape(null);
                }
            }
            return new Shape(words);
        }

        /** False only where the path is surely another one. Routes differ at their ends. */
        boolean mayBe(String[] path) {
            if (words == null) {
                return true;
            }
            if (words.length != path.length) {
                return false;
            }
            for (int i = words.length - 1; i >= 0; i--) {
                if (words[i] != null && !words[i].equals(path[i])) {
                    return false;
                }
            }
            return true;
        }
    }
}
