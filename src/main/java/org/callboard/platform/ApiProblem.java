package org.callboard.platform;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;

/**
 * A refusal that a client can understand: a status, a title for people, the wrong fields with what is wrong about each,
 * and facts for programs. Rendered once, by {@link ApiErrors}, in the contract's {@code ApiErrorResponse} form.
 */
public final class ApiProblem extends RuntimeException {

    private final HttpStatus status;
    private final transient Map<String, List<String>> errors;
    private final transient Map<String, Object> data;

    private ApiProblem(
            HttpStatus status, String title, Map<String, List<String>> errors, Map<String, ? extends Object> data) {
        super(title, null, false, false);
        this.status = status;
        this.errors = new TreeMap<>(errors);
        this.data = new TreeMap<>(data);
    }

    /** 400: each wrong field by its path (such as {@code contacts[0].value}), with one or more sentences. */
    public static ApiProblem invalid(Map<String, List<String>> errors) {
        return invalid(errors, Map.of());
    }

    private static ApiProblem invalid(Map<String, List<String>> errors, Map<String, ? extends Object> data) {
        String title = errors.size() == 1
                ? "The request has a wrong field: " + errors.keySet().iterator().next() + "."
                : "The request has wrong fields: " + String.join(", ", new TreeMap<>(errors).keySet()) + ".";
        return new ApiProblem(HttpStatus.BAD_REQUEST, title, errors, data);
    }

    /** 400 for a single field. */
    public static ApiProblem invalid(String field, String message) {
        return invalid(field, message, Map.of());
    }

    /** 400 for a single field, with facts for programs. */
    public static ApiProblem invalid(String field, String message, Map<String, ? extends Object> data) {
        return invalid(Map.of(field, List.of(message)), data);
    }

    /** 404. The same words whether the record does not exist, belongs to another tenant or to another provider. */
    public static ApiProblem notFound(String noun, Object id) {
        return new ApiProblem(HttpStatus.NOT_FOUND, noun + " " + id + " was not found.", Map.of(), Map.of());
    }

    /** 409: the state of the record does not allow it. */
    public static ApiProblem conflict(String title) {
        return conflict(title, Map.of());
    }

    /** 409 with facts for programs, such as the id of the record that is in the way. */
    public static ApiProblem conflict(String title, Map<String, ? extends Object> data) {
        return new ApiProblem(HttpStatus.CONFLICT, title, Map.of(), data);
    }

    /** 403. */
    public static ApiProblem forbidden(String title) {
        return new ApiProblem(HttpStatus.FORBIDDEN, title, Map.of(), Map.of());
    }

    /** Any other status with a title. */
    public static ApiProblem of(HttpStatus status, String title) {
        return new ApiProblem(status, title, Map.of(), Map.of());
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return String.valueOf(getMessage());
    }

    /** Wrong fields, sorted by name. */
    public Map<String, List<String>> errors() {
        return errors;
    }

    public Map<String, Object> data() {
        return data;
    }
}
