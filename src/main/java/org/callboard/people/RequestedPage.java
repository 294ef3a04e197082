package org.callboard.people;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.Optional;
import org.callboard.http.RequestPath;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Remembers in a cookie which page a browser wanted before somebody signed in: its path and query, and neither the host
 * that the request named nor its headers, as the usual caches do.
 */
final class RequestedPage implements RequestCache {

    private static final BrowserCookie COOKIE = new BrowserCookie("callboard-page", BrowserCookie.WHILE_OPEN);

    /** What browsers keep of a cookie is little more, and no page has such an address. */
    private static final int MAX_LENGTH = 2000;

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String page = RequestPath.of(request).value() + (query == null ? "" : "?" + query);
        if (request.getMethod().equals("GET")
                && SignInEntryPoint.goesToPage(request)
                && page.length() <= MAX_LENGTH
                && LocalAddress.is(page)) {
            COOKIE.write(
                    request, response, Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(US_ASCII)));
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return COOKIE.read(request)
                .flatMap(RequestedPage::decoded)
                .filter(LocalAddress::is)
                .map(SimpleSavedRequest::new)
                .orElse(null);
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), US_ASCII));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Nobody but the sign-in asks for it. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        COOKIE.remove(request, response);
    }
}
