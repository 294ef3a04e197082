package org.callboard.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.callboard.database.DatabaseOutage;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.RefusalCode;
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
 * The one place where a refusal becomes an answer: the contract's {@link ApiErrorResponse}. What nobody expected becomes a 500 that says nothing but its trace id; the cause is in the log under the same.
 */
@RestControllerAdvice
@Component
public class ApiErrors {

    /** In {@code Retry-After}, in seconds: about as long as it takes to notice that the database is back. */
    static final String SOON = "2";

    private static final String REFUSAL = ApiErrors.class.getName() + ".refusal";

    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

    private final JsonMapper json;

    public ApiErrors(JsonMapper json) {
        this.json = json;
    }

    /** Writes a refusal from outside of a controller, such as a security filter. */
    public void write(HttpServletResponse response, Refusal refusal) throws IOException {
        write(response, ApiErrorResponse.of(refusal));
    }

    public void write(HttpServletResponse response, ApiErrorResponse body) throws IOException {
        head(response, HttpStatus.valueOf(body.status()));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    /** Sets the status, and for 503 when to come again. */
    public static void head(HttpServletResponse response, HttpStatus status) {
        response.setStatus(status.value());
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
        }
    }

    /** Refuses a request in front of every handler. Whoever draws errors then finds the {@link #refusal}. */
    public static void refuse(HttpServletRequest request, HttpServletResponse response, ApiErrorResponse body)
            throws IOException {
        request.setAttribute(REFUSAL, body);
        response.sendError(body.status());
    }

    /** What a request was refused with in front of every handler. */
    public static Optional<ApiErrorResponse> refusal(HttpServletRequest request) {
        return Optional.ofNullable((ApiErrorResponse) request.getAttribute(REFUSAL));
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
    public static Refusal wrongType(HttpServletRequest request) {
        return RefusalCode.WRONG_TYPE.refuse(Uploads.expected(request));
    }

    @ExceptionHandler
    ResponseEntity<?> problem(Refusal e) {
        return answer(e);
    }

    @ExceptionHandler
    ResponseEntity<?> unreadable(HttpMessageNotReadableException e) {
        return answer(new Invalid("body", "A JSON object is expected."));
    }

    @ExceptionHandler
    ResponseEntity<?> wrongMediaType(HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        return answer(wrongType(request));
    }

    @ExceptionHandler
    ResponseEntity<?> wrongPathVariable(MethodArgumentTypeMismatchException e) {
        return answer(new Invalid(
                e.getName(),
                e.getRequiredType() == UUID.class ? "A UUID is expected." : "A whole number below 2^63 is expected."));
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<?> noRoute(HttpServletRequest request) {
        return answer(RefusalCode.NO_SUCH_ADDRESS.refuse(
                "There is no " + request.getMethod() + " operation at this address."));
    }

    @ExceptionHandler({DataIntegrityViolationException.class, PessimisticLockingFailureException.class})
    ResponseEntity<?> changedMeanwhile(RuntimeException e) {
        return answer(raced(e));
    }

    /** A constraint of the database held what a check before it could not: somebody else was faster. */
    public static Refusal raced(Exception e) {
        log.warn("refused by a constraint: {}", e.getMessage());
        return RefusalCode.CHANGED_MEANWHILE.refuse(
                "Somebody else changed this at the same moment; nothing was saved. Try again.");
    }

    /** 503: the database is away for a moment, so that a client knows to come again. */
    public static Refusal noDatabase(Throwable e) {
        OutageLog.refused(e);
        return RefusalCode.DATABASE_AWAY.refuse("The database can't be reached. Try again in a moment.");
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
                    .body(ApiErrorResponse.of(status, sentence(status, request)));
        }
        if (e instanceof BeanInstantiationException && e.getCause() instanceof Refusal problem) {
            return answer(problem); // a form or a filter that refuses what it is given
        }
        log.error("unexpected failure", e);
        return answer(ApiErrorResponse.of(
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

    /** A refusal as a handler's own answer. */
    public static ResponseEntity<ApiErrorResponse> answer(Refusal refusal) {
        return answer(ApiErrorResponse.of(refusal));
    }

    private static ResponseEntity<ApiErrorResponse> answer(ApiErrorResponse body) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(body.status());
        if (body.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, SOON);
        }
        return answer.contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
