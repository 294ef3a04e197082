package org.callboard.requests;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.requests.RecordBinder.Source;
import org.callboard.server.Admission;
import org.callboard.server.WorkQueue;
import org.callboard.validation.CheckedQuery;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.IgnoredFields;
import org.callboard.validation.Submission;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads bodies and queries into records: types first, then the constraints that stand on the record's components. A
 * request with wrong fields is refused with all of them named at once.
 */
@Component
public class RequestReader {

    /** In bytes: what is shorter is parsed within a few milliseconds, on the spot. */
    private static final int LONG = 256 << 10;

    private static final Pattern HOLDERS = Pattern.compile("\\b(customer|details|customData|person)\\.");

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength((int) Admission.JSON)
                            .maxNumberLength(400)
                            .maxNestingDepth(50)
                            .maxNameLength(1000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final Validator validator;
    private final WorkQueue jsonQueue;

    RequestReader(Validator validator, WorkQueue jsonQueue) {
        this.validator = validator;
        this.jsonQueue = jsonQueue;
    }

    /** Reads a JSON object into a record. Throws an Invalid or, for a body beyond 2 MB, a TooLarge. */
    public <T extends Record> T body(InputStream body, Class<T> type) throws IOException {
        Submission<T> sent = submission(body, type);
        sent.noted().throwIfAny();
        return sent.request();
    }

    /** The same for an operation that has more to say. Throws an Invalid where this is no JSON object, or a TooLarge as above. */
    <T extends Record> Submission<T> submission(InputStream body, Class<T> type) throws IOException {
        JsonNode tree = object(body);
        FieldErrors errors = new FieldErrors();
        List<String> ignored = new ArrayList<>();
        T value = new RecordBinder(errors, ignored, Source.BODY).bind(tree, type, "");
        check(value, errors);
        IgnoredFields.report(ignored, IgnoredFields.UNKNOWN, errors);
        return new Submission<>(value, errors);
    }

    /** Reads a JSON object into an inquiry, which says itself what is wrong with it. Throws an Invalid or TooLarge as above. */
    <T extends Record> Inquiry<T> inquiry(InputStream body, Class<T> type) throws IOException {
        FieldErrors errors = new FieldErrors();
        List<String> unknown = new ArrayList<>();
        return new Inquiry<>(
                new RecordBinder(errors, unknown, Source.INQUIRY).bind(object(body), type, ""), errors, unknown, this);
    }

    /** Reads the parameters of the query that the record knows, and notes what is wrong; the others are {@link IgnoredFields}' matter. */
    <T> T query(HttpServletRequest request, Class<T> type, FieldErrors errors) {
        ObjectNode values = QueryValues.of(request).of(type, errors);
        T value = new RecordBinder(errors, new ArrayList<>(), Source.QUERY).bind(values, type, "");
        check(value, errors);
        if (value instanceof CheckedQuery query) {
            query.check(errors);
        }
        return value;
    }

    /** Notes what the constraints on the record's components find, each under its path. */
    public <T> void check(T value, FieldErrors errors, Class<?>... groups) {
        violations(value, groups).forEach(violation -> note(pathOf(violation), violation, errors));
    }

    /** The same of a record that holds what it is by itself as its details; the holders are no step of a path. */
    public <T> void checkDetails(T value, FieldErrors errors) {
        violations(value)
                .forEach(violation -> note(HOLDERS.matcher(pathOf(violation)).replaceAll(""), violation, errors));
    }

    /** One sentence is enough for a field: that it is missing or too long, rather than what else our own rules say of it. */
    private <T> List<ConstraintViolation<T>> violations(T value, Class<?>... groups) {
        return validator.validate(value, groups).stream()
                .sorted(Comparator.comparing(violation -> violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getName()))
                .toList();
    }

    /** The same, but of a list that is too long the elements beyond its end are wrong, and not the list. */
    <T> void checkParts(T value, FieldErrors errors) {
        for (ConstraintViolation<T> violation : violations(value)) {
            String path = pathOf(violation);
            Object most = violation.getConstraintDescriptor().getAttributes().get("max");
            if (violation.getInvalidValue() instanceof List<?> list && most instanceof Integer max) {
                for (int i = max; i < list.size(); i++) {
                    if (list.get(i) != null) {
                        note(path + "[" + i + "]", violation, errors);
                    }
                }
            } else {
                note(path, violation, errors);
            }
        }
    }

    private static void note(String path, ConstraintViolation<?> violation, FieldErrors errors) {
        if (!errors.has(path)) {
            errors.add(path, sentence(violation));
        }
    }

    private static String sentence(ConstraintViolation<?> violation) {
        return violation.getInvalidValue() instanceof CharSequence
                        && violation.getConstraintDescriptor().getAnnotation() instanceof Size size
                ? FieldErrors.tooLong(size.max())
                : violation.getMessage();
    }

    /** A constraint on the elements of a list has a step of its own behind the element's place. */
    private static String pathOf(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString().replace(".<list element>", "");
    }

    private JsonNode object(InputStream body) throws IOException {
        JsonNode tree = parse(body);
        if (!tree.isObject()) {
            throw new Invalid(FieldErrors.WHOLE, "A JSON object is expected.");
        }
        return tree;
    }

    /** First all of it comes in, since a tree is much larger, and a thread that parses must not wait for a sender. */
    private JsonNode parse(InputStream body) throws IOException {
        byte[] all = body.readAllBytes();
        return all.length <= LONG ? parse(all) : jsonQueue.call(() -> parse(all));
    }

    private JsonNode parse(byte[] body) {
        try (JsonParser parser = json.createParser(body)) {
            try {
                JsonNode tree = json.readTree(parser);
                if (tree == null || tree.isMissingNode()) {
                    throw new Invalid(FieldErrors.WHOLE, "A JSON object is expected, and the body is empty.");
                }
                return tree;
            } catch (StreamConstraintsException e) {
                throw new Invalid(pathOf(parser), "The value is too long or too deeply nested.");
            } catch (JacksonException e) {
                String path = pathOf(parser);
                throw new Invalid(path, problem(e, path));
            } catch (NumberFormatException e) { // an exponent beyond an int: such as 1e9999999999
                throw new Invalid(pathOf(parser), RecordBinder.OUT_OF_RANGE);
            }
        }
    }

    /** Our own words; the parser's speak of its classes and settings. */
    private static String problem(JacksonException e, String path) {
        if (e instanceof UnexpectedEndOfInputException) {
            return "The JSON ends before it is complete.";
        }
        if (e instanceof MismatchedInputException) {
            return path.equals(FieldErrors.WHOLE)
                    ? "Something follows the end of the JSON."
                    : "This name is there twice.";
        }
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1 || at.getColumnNr() < 1
                ? "This is not valid JSON."
                : "This is not valid JSON (line " + at.getLineNr() + ", column " + at.getColumnNr() + ").";
    }

    private static String pathOf(JsonParser parser) {
        String pointer = parser.streamReadContext().pathAsPointer().toString();
        return pointer.isEmpty()
                ? FieldErrors.WHOLE
                : pointer.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
    }
}
