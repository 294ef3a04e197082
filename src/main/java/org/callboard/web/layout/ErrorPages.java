package org.callboard.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.callboard.http.ApiErrorResponse;
import org.callboard.http.ApiErrors;
import org.callboard.http.ApiPaths;
import org.callboard.http.OutagePages;
import org.callboard.http.ReadingMethods;
import org.callboard.http.RequestPath;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.ResourceUrlProviderExposingInterceptor;
import org.springframework.web.util.pattern.PathPattern;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Draws a refusal for people: a page, or for htmx a plain sentence. */
@Component
class ErrorPages implements OutagePages {

    private static final List<PathPattern> FOR_PROGRAMS = RequestPath.patterns("/connect/token");
    private static final String NO_DATABASE =
            "Where this is stored can't be reached at the moment, usually for a few seconds only.";
    private static final List<PathPattern> FOR_THE_PUBLIC = RequestPath.patterns("/book/**", "/lead-form/**");

    private final Shells shells;
    private final ITemplateEngine templates;
    private final ObjectProvider<ResourceUrlProvider> assets;

    ErrorPages(Shells shells, ITemplateEngine templates, ObjectProvider<ResourceUrlProvider> assets) {
        this.shells = shells;
        this.templates = templates;
        this.assets = assets;
    }

    /** Whether the client is a browser, or htmx in one, and asked for a page. */
    @Override
    public boolean wanted(HttpServletRequest request) {
        if (RequestPath.matches(request, FOR_PROGRAMS) || ApiPaths.matches(request)) {
            return false;
        }
        String accept = request.getHeader("Accept");
        return isHtmx(request) || accept != null && accept.contains("text/html");
    }

    static boolean isHtmx(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    ModelAndView page(HttpServletRequest request, HttpServletResponse response, ApiErrorResponse problem) {
        HttpStatus status = HttpStatus.valueOf(problem.status());
        String sentence = Forms.sentence(problem.title(), problem.errors());
        ApiErrors.head(response, status);
        if (isHtmx(request)) {
            return new ModelAndView(new Sentence(sentence));
        }
        ModelAndView page = new ModelAndView(forThePublic(request) ? "book/trouble" : "error", status);
        // a page's links learn where the assets are from whoever handles the request, and there may be nobody
        request.setAttribute(ResourceUrlProviderExposingInterceptor.RESOURCE_URL_PROVIDER_ATTR, assets.getObject());
        page.addObject("shell", shells.shell(request));
        page.addObject("status", problem.status());
        page.addObject("heading", heading(status));
        page.addObject("sentence", sentence);
        page.addObject("traceId", status.is5xxServerError() ? problem.traceId() : null);
        return page;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isHtmx(request)) {
            Sentence.write(NO_DATABASE + " Wait a few seconds and try again.", response);
            return;
        }
        Context context = new Context(Locale.US);
        context.setVariable("heading", heading(HttpStatus.SERVICE_UNAVAILABLE));
        context.setVariable("sentence", NO_DATABASE);
        context.setVariable("sent", !ReadingMethods.contain(request.getMethod()));
        context.setVariable("forThePublic", forThePublic(request));
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(templates.process("outage", context).getBytes(StandardCharsets.UTF_8));
    }

    /** A company's customers are not to land in its office. */
    private static boolean forThePublic(HttpServletRequest request) {
        return RequestPath.matches(request, FOR_THE_PUBLIC);
    }

    private static String heading(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "Not found";
            case FORBIDDEN -> "Not allowed";
            case UNAUTHORIZED -> "Sign in first";
            case CONFLICT -> "That has changed meanwhile";
            case BAD_REQUEST -> "That request does not fit";
            case TOO_MANY_REQUESTS -> "One moment, please";
            case CONTENT_TOO_LARGE -> "That is too large";
            case SERVICE_UNAVAILABLE -> "Not available right now";
            default -> status.is5xxServerError() ? "Something went wrong" : "That did not work";
        };
    }

    private record Sentence(String text) implements View {
        @Override
        public String getContentType() {
            return MediaType.TEXT_PLAIN_VALUE;
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            write(text, response);
        }

        static void write(String text, HttpServletResponse response) throws IOException {
            response.setContentType("text/plain;charset=UTF-8");
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
