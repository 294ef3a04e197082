package org.callboard.web.layout;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.callboard.database.DatabaseOutage;
import org.callboard.http.ApiErrorResponse;
import org.callboard.http.ApiErrors;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.core.Ordered;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Turns a failure on a page into a page, and one behind an htmx request into a sentence for a toast. It comes before
 * {@code ApiErrors} and leaves the API, and every client that wants no HTML, to that.
 */
@Component
class PageErrors implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(PageErrors.class);

    private final ErrorPages pages;

    PageErrors(ErrorPages pages) {
        this.pages = pages;
    }

    @Override
    public int getOrder() {
        return -10;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (response.isCommitted()
                && request.getDispatcherType() == DispatcherType.REQUEST
                && !(e instanceof IOException)) {
            // A refusal written behind half an answer would make it look whole. Thrown on, this ends the connection.
            throw new IllegalStateException("failed in the middle of an answer", e);
        }
        if (!pages.wanted(request) || e instanceof AsyncRequestNotUsableException) {
            return null;
        }
        if (DatabaseOutage.isBehind(e)) {
            // the frame of a page asks the database; who stands around all handlers draws one without it
            throw e instanceof RuntimeException outage ? outage : new IllegalStateException(e);
        }
        return pages.page(request, response, problem(e));
    }

    private static ApiErrorResponse problem(Exception e) {
        if (e instanceof Refusal known) {
            return ApiErrorResponse.of(known);
        }
        if (e instanceof BeanInstantiationException && e.getCause() instanceof Refusal known) {
            return ApiErrorResponse.of(known); // a form or a filter that refuses what it is given
        }
        if (e instanceof NoHandlerFoundException
                || e instanceof NoResourceFoundException
                || e instanceof MethodArgumentTypeMismatchException) {
            return ApiErrorResponse.of(NotFound.page());
        }
        if (e instanceof DataIntegrityViolationException || e instanceof CannotAcquireLockException) {
            return ApiErrorResponse.of(ApiErrors.raced(e));
        }
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return ApiErrorResponse.of(status, status.getReasonPhrase() + ".");
        }
        log.error("unexpected failure", e);
        return ApiErrorResponse.of(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong in Callboard.");
    }
}
