package org.callboard.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.callboard.database.Caller;
import org.callboard.database.CompanyPlaces;
import org.callboard.database.CompanyPlaces.Place;
import org.callboard.http.RequestPath;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.util.WebUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Has routes that are {@link Streamed} write to the client at once, and lets only so many requests for long pages read at
 * the same time as the memory has room for: the rows of one are some ten megabytes until they are written to the buffer.
 */
@Configuration
class LargeResponses implements WebMvcConfigurer, HandlerInterceptor {

    /** What a page of the most rows may take while it is read and written, from the database's bytes to JSON. */
    private static final long A_PAGE = 60 << 20;

    /** What goes on for as long as somebody listens; nobody does to a HEAD. */
    private static final Class<?> EMITTER = ResponseBodyEmitter.class;

    private static final int LARGE = 500;

    /** Feeds, whose pages have a size of their own. */
    private static final List<PathPattern> FEEDS = RequestPath.patterns("/*/*/tenant/{tenant}/export/**");

    private static final String ATTRIBUTE = LargeResponses.class.getName();

    private final CompanyPlaces places = new CompanyPlaces(
            2,
            (int) Math.max(1, Runtime.getRuntime().maxMemory() / 4 / A_PAGE),
            Duration.ofSeconds(10),
            "Too many long pages are being read. Read them one after the other, or ask for smaller ones.");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(40);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        ResponseBuffer buffer = WebUtils.getNativeResponse(response, ResponseBuffer.class);
        if (buffer == null || !(handler instanceof HandlerMethod method)) {
            return true;
        }
        if (method.hasMethodAnnotation(Streamed.class)) {
            buffer.stream();
            return !(buffer.wantsHeadersAlone()
                    && EMITTER.isAssignableFrom(method.getMethod().getReturnType()));
        }
        Long tenant = Caller.currentTenant();
        if (tenant != null && isLarge(request)) {
            request.setAttribute(ATTRIBUTE, places.take(tenant));
        }
        return true;
    }

    private static boolean isLarge(HttpServletRequest request) {
        String size = request.getParameter("pageSize");
        if (size == null) {
            return RequestPath.matches(request, FEEDS);
        }
        try {
            return Integer.parseInt(size) > LARGE;
        } catch (NumberFormatException e) {
            return false; // refused when it is read
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
        if (request.getAttribute(ATTRIBUTE) instanceof Place place) {
            request.removeAttribute(ATTRIBUTE);
            place.close();
        }
    }
}
