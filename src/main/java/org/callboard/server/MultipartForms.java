package org.callboard.server;

import jakarta.servlet.http.HttpServletRequest;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Invalid;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.StandardMultipartHttpServletRequest;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Reads a form with files when its handler asks for the first of it, after its sender was let in. Where that fails the
 * {@link Refusal} is thrown that says why: Spring guesses from the words of an exception whether a form is too long.
 */
@Component(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
class MultipartForms extends StandardServletMultipartResolver {

    @Override
    public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
        return new StandardMultipartHttpServletRequest(request, true) {
            @Override
            protected void handleParseFailure(Throwable e) {
                throw problem(request, e);
            }
        };
    }

    private static Refusal problem(HttpServletRequest request, Throwable e) {
        return e instanceof Refusal known
                ? known
                : Body.of(request)
                        .flatMap(Body::refusal)
                        .orElseGet(() ->
                                new Invalid("body", "A form as multipart/form-data is expected, and this is not one."));
    }
}
