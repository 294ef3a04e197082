package org.callboard.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what the web server refuses by itself, before any filter sees it: a header without an end, a cookie that can't be
 * read, a method in small letters, one more where too many wait. Programs get the one shape of an error, or OAuth's, and
 * people a plain page, or for htmx a sentence.
 */
@Component
public class ContainerErrors implements Request.Handler {

    private static final List<PathPattern> OF_OAUTH = RequestPath.patterns("/connect/token");

    /** What the server calls an address that it could not read. */
    private static final Set<String> UNKNOWN = Set.of("/badMessage", "/badURI");

    private final JsonMapper json;

    ContainerErrors(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException known
                ? known.getCode()
                : response.getStatus();
        write(request, response, status, callback);
        return true;
    }

    public void write(Request request, Response response, int code, Callback callback) {
        HttpStatus status = HttpStatus.resolve(code);
        if (status == null || !status.isError()) {
            status = HttpStatus.INTERNAL_SERVER_ERROR;
        }
        String trace = RequestIds.newId();
        ApiErrorResponse problem = ApiErrorResponse.of(status, sentence(status), trace);
        PathContainer path = RequestPath.parse(path(request));
        byte[] body;
        String type = MediaType.APPLICATION_JSON_VALUE;
        if (RequestPath.matches(path, OF_OAUTH)) {
            body = json.writeValueAsBytes(Map.of("error", oauth(status)));
            status = isOfTheClient(status) ? HttpStatus.BAD_REQUEST : status;
        } else if (ApiPaths.matches(path)) {
            body = json.writeValueAsBytes(problem);
        } else if (request.getHeaders().contains("HX-Request")) {
            type = "text/plain;charset=UTF-8";
            body = problem.title().getBytes(UTF_8);
        } else if (wantsPage(request)) {
            type = "text/html;charset=UTF-8";
            body = page(problem).getBytes(UTF_8);
        } else {
            body = json.writeValueAsBytes(problem);
        }
        response.reset();
        response.setStatus(status.value());
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, ApiErrors.SOON);
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("Request-Id", trace);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private static String path(Request request) {
        String path = request.getHttpURI().getPath();
        return path == null ? "" : path;
    }

    /** Where headers can't be read none are known; then a page is for people, and no page for whatever it may be. */
    private static boolean wantsPage(Request request) {
        if (request.getHeaders().size() == 0) {
            return !UNKNOWN.contains(path(request));
        }
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    private static boolean isOfTheClient(HttpStatus status) {
        return status.is4xxClientError() || status == HttpStatus.HTTP_VERSION_NOT_SUPPORTED;
    }

    /** RFC 6749, section 4.1.2.1, as there is no better list of words for what is not of the client. */
    private static String oauth(HttpStatus status) {
        if (isOfTheClient(status)) {
            return "invalid_request";
        }
        return status == HttpStatus.SERVICE_UNAVAILABLE ? "temporarily_unavailable" : "server_error";
    }

    private static String sentence(HttpStatus status) {
        return switch (status) {
            case REQUEST_HEADER_FIELDS_TOO_LARGE -> "The headers of a request may have at most 32 KB.";
            case SERVICE_UNAVAILABLE -> "Too many ask at once. Wait a few seconds and try again.";
            case REQUEST_TIMEOUT -> "The request came too slowly.";
            case BAD_REQUEST -> "The request can't be read: its first line or a header is not as HTTP wants it.";
            default -> isOfTheClient(status) ? status.getReasonPhrase() + "." : "Something went wrong in Callboard.";
        };
    }

    private static String page(ApiErrorResponse problem) {
        return """
                <!doctype html>
                <html lang="en"><meta charset="utf-8"><title>%s</title>
                <body style="font-family: sans-serif; margin: 3rem"><h1>%s</h1><p>Request %s</p></body></html>
                """.formatted(problem.title(), problem.title(), problem.traceId());
    }
}
