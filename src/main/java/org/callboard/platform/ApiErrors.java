package org.callboard.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place where a refusal becomes an answer: the contract's {@code ApiErrorResponse} (modelled on RFC 9457) with all
 * six keys. What nobody expected becomes a 500 that says nothing but its trace id; the cause is in the log under the same.
 */
@RestControllerAdvice
@Component
public class ApiErrors {

    /** The wire form. {@code errors} is for people, {@code data} for programs. */
    public record ApiErrorResponse(
            String type,
            String title,
            int status,
            String traceId,
            Map<String, List<String>> errors,
            Map<String, Object> data) {}

    /** In seconds: about as long as it takes to notice that the database is back. */
    /** In {@code Retry-After}: seconds. */
    static final String SOON = "2";

    private static final String REFUSAL = ApiErrors.class.getName() + ".refusal";

    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

    private final JsonMapper json;

    ApiErrors(JsonMapper json) {
        this.json = json;
    }

    /** The wire form of a refusal, under the trace id of this request. */
    public static ApiErrorResponse body(ApiProblem problem) {
        return body(problem, RequestIds.traceId());
    }

    static ApiErrorResponse body(ApiProblem problem, String traceId) {
        HttpStatus status = problem.status();
        return new ApiErrorResponse(
                "https://www.rfc-editor.org/rfc/rfc9110#status." + status.value(),
                problem.title(),
                status.value(),
                traceId,
                new TreeMap<>(problem.errors()),
                problem.data());
    }

    /** Writes a refusal from outside of a controller, such as a security filter. */
    public void write(HttpServletResponse response, ApiProblem problem) throws IOException {
        head(response, problem.status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(body(problem)));
    }

    /** Sets the status, and for 503 when to come again. */
    public static void head(HttpServletResponse response, HttpStatus status) {
        response.setStatus(status.value());
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
        }
    }

    /** Refuses a request in front of every handler. Whoever draws errors then finds the {@link #refusal}. */
    static void refuse(HttpServletRequest request, HttpServletResponse response, ApiProblem problem)
            throws IOException {
        request.setAttribute(REFUSAL, problem);
        response.sendError(problem.status().value());
    }

    /** What a request was refused with in front of every handler. */
    public static Optional<ApiProblem> refusal(HttpServletRequest request) {
        return Optional.ofNullable((ApiProblem) request.getAttribute(REFUSAL));
    }

    /** Writes a refusal of the token endpoint, 400 in the form of OAuth 2.0 (RFC 6749, section 5.2). */
    public void writeOAuth(HttpServletResponse response, String error) throws IOException {
        writeOAuth(response, HttpStatus.BAD_REQUEST, error);
    }

    /** The same with another status. */
    public void writeOAuth(HttpServletResponse response, HttpStatus status, String error) throws IOException {
        head(response, status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(Map.of("error", error)));
    }

    /** 415: a body of a type that is not taken at this address, with what is. */
    public static ApiProblem wrongType(HttpServletRequest request) {
        return ApiProblem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, Uploads.expected(request));
    }

    @ExceptionHandler
    ResponseEntity<?> problem(ApiProblem e) {
        return answer(e);
    }

    @ExceptionHandler
    ResponseEntity<?> unreadable(HttpMessageNotReadableException e) {
        return answer(ApiProblem.invalid("body", "A JSON object is expected."));
    }

    @ExceptionHandler
    ResponseEntity<?> wrongMediaType(HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        return answer(wrongType(request));
    }

    @ExceptionHandler
    ResponseEntity<?> wrongPathVariable(MethodArgumentTypeMismatchException e) {
        return answer(ApiProblem.invalid(
                e.getName(),
                e.getRequiredType() == UUID.class ? "A UUID is expected." : "A whole number below 2^63 is expected."));
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<?> noRoute(HttpServletRequest request) {
        return answer(ApiProblem.of(
                HttpStatus.NOT_FOUND, "There is no " + request.getMethod() + " operation at this address."));
    }

    /** A constraint of the database held what a check before it could not: somebody else was faster. */
    @ExceptionHandler({DataIntegrityViolationException.class, PessimisticLockingFailureException.class})
    ResponseEntity<?> raced(RuntimeException e) {
        log.warn("refused by a constraint: {}", e.getMessage());
        return answer(
                ApiProblem.conflict("Somebody else changed this at the same moment; nothing was saved. Try again."));
    }

    /** 503: the database is away for a moment, so that a client knows to come again. */
    public static ApiProblem noDatabase(Throwable e) {
        OutageLog.refused(e);
        return ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "The database can't be reached. Try again in a moment.");
    }

    /** The client went away; there is nobody to answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException e) {
        log.debug("the client went away: {}", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<?> unexpected(Exception e, HttpServletRequest request) {
        if (DatabaseOutage.isBehind(e)) {
            return answer(noDatabase(e));
        }
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return ResponseEntity.status(status)
                    .headers(known.getHeaders())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body(ApiProblem.of(status, sentence(status, request))));
        }
        if (e instanceof BeanInstantiationException && e.getCause() instanceof ApiProblem problem) {
            return answer(problem); // a form or a filter that refuses what it is given
        }
        log.error("unexpected failure", e);
        return answer(ApiProblem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong in Callboard. The operator finds it in the log by the trace id."));
    }

    /** Our own words; those of a library speak of its classes. */
    private static String sentence(HttpStatus status, HttpServletRequest request) {
        return switch (status) {
            case METHOD_NOT_ALLOWED ->
                "There is no " + request.getMethod() + " operation at this address; Allow names those that there are.";
            case NOT_ACCEPTABLE -> "There is no answer in a form that the header Accept names.";
            default -> "The request can't be read.";
        };
    }

    private static ResponseEntity<?> answer(ApiProblem problem) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.status());
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, SOON);
        }
        return answer.contentType(MediaType.APPLICATION_JSON).body(body(problem));
    }
}
