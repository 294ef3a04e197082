package org.callboard.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.callboard.database.Caller;
import org.callboard.refusals.RefusalCode;
import org.callboard.server.Admission;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Holds every route of Callboard to its access annotation, before anything of the request is read. */
@Configuration
class AccessRules implements WebMvcConfigurer, HandlerInterceptor {

    private final OpenResponses openResponses;

    AccessRules(OpenResponses openResponses) {
        this.openResponses = openResponses;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(0);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getPackageName().startsWith("org.callboard")) {
            return true;
        }
        ApiAccess api = method.getMethodAnnotation(ApiAccess.class);
        PageAccess page = method.getMethodAnnotation(PageAccess.class);
        Object principal = principal();
        if (api != null) {
            ConnectedApp app = requireApp(request, api, principal);
            openResponses.watch(request, app, app.require(api.value()));
        } else if (page != null) {
            openResponses.watch(request, requirePerson(page, principal), page.value());
        } else if (method.getMethodAnnotation(OpenAccess.class) == null) {
            throw RefusalCode.FORBIDDEN.refuse("This address is open to nobody.");
        } else {
            return true;
        }
        Admission.connection(request);
        return true;
    }

    private static @Nullable Object principal() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? null : authentication.getPrincipal();
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
        openResponses.end(request);
    }

    private static ConnectedApp requireApp(HttpServletRequest request, ApiAccess access, @Nullable Object principal) {
        if (!(principal instanceof ConnectedApp app)) {
            throw RefusalCode.UNAUTHENTICATED.refuse("Send a bearer token from /connect/token.");
        }
        app.require(access.value());
        Long bound = app.bookingProviderId();
        if (access.merges() && !Caller.current().may(Caller.Right.MERGE)) {
            throw RefusalCode.MERGE_FORBIDDEN.refuse(
                    "This connection may not merge customers or locations, nor undo that. The right to do so is off unless it"
                            + " was given to the connection.");
        }
        if (bound == null) {
            return app;
        }
        if (!access.provider()) {
            throw RefusalCode.OTHER_PROVIDER.refuse(
                    "This connection is restricted to its booking provider, and reaches only" + " booking-provider/"
                            + bound + "/….");
        }
        @SuppressWarnings("unchecked")
        Map<String, String> path =
                (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (!bound.toString().equals(path.get("booking_provider"))) {
            throw RefusalCode.OTHER_PROVIDER.refuse("This connection is restricted to another booking provider.");
        }
        return app;
    }

    private static SignedInUser requirePerson(PageAccess access, @Nullable Object principal) {
        if (!(principal instanceof SignedInUser user)) {
            throw RefusalCode.UNAUTHENTICATED.refuse("Sign in first.");
        }
        if (!user.role().includes(access.value())) {
            throw RefusalCode.FORBIDDEN.refuse("This needs the role " + access.value() + ".");
        }
        return user;
    }
}
