package org.callboard.tenants;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.callboard.platform.RequestPath;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Remembers in the session which page a browser wanted before somebody signed in: its path and query, and neither the host
 * that the request named nor its headers, as the usual caches do.
 */
final class WantedPage implements RequestCache {

    private static final String PAGE = WantedPage.class.getName();

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String page = RequestPath.of(request).value() + (query == null ? "" : "?" + query);
        if (request.getMethod().equals("GET") && NoSession.goesToPage(request) && LocalAddress.is(page)) {
            request.getSession().setAttribute(PAGE, page);
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(PAGE) instanceof String page
                ? new SimpleSavedRequest(page)
                : null;
    }

    /** Nobody but the sign-in asks for it. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(PAGE);
        }
    }
}
