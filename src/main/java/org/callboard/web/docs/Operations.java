package org.callboard.web.docs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.http.OwnHeaders;
import org.callboard.http.Precondition;
import org.callboard.mergedids.MergedIdArguments;
import org.callboard.validation.Preferences;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation what is not in its signature: the scope it needs, and the answers that all operations share. */
@Component
class Operations implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        operation.setParameters(parameters(operation, handler));
        describeAccess(operation, handler.getMethodAnnotation(ApiAccess.class));
        describeRefusals(operation, handler);
        if (showsOneRecord(handler)) {
            describeTag(operation, handler);
        }
        describeMergedIds(operation, MergedIdArguments.of(handler.getMethod()));
        return operation;
    }

    /** Springdoc would take our records of query parameters apart by Java's rules; they are read by ours. */
    private static List<Parameter> parameters(Operation operation, HandlerMethod handler) {
        List<Parameter> parameters = new ArrayList<>();
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> !"query".equals(parameter.getIn()))
                    .forEach(parameters::add);
        }
        Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(ParameterObject.class))
                .flatMap(parameter -> QueryParameters.of(parameter.getParameterType()).stream())
                .forEach(parameters::add);
        if (repeatable(operation, handler)) {
            parameters.add(new Parameter().$ref(ApiDocument.IDEMPOTENCY_KEY));
        }
        if (conditional(handler)) {
            parameters.add(new Parameter().$ref(ApiDocument.IF_MATCH));
        }
        if (conditional(handler) || (reads(handler) && showsOneRecord(handler))) {
            parameters.add(new Parameter().$ref(ApiDocument.IF_NONE_MATCH));
        }
        MergedIdArguments ids = MergedIdArguments.of(handler.getMethod());
        if (!ids.isEmpty() && !ids.isOneRecord()) {
            parameters.add(new Parameter().$ref(ApiDocument.FOLLOW));
        }
        parameters.forEach(Words::explain);
        return parameters;
    }

    private static void describeTag(Operation operation, HandlerMethod handler) {
        Objects.requireNonNull(operation.getResponses().get("200"))
                .addHeaderObject("ETag", new Header().$ref(ApiDocument.ETAG));
        if (reads(handler)) {
            operation.getResponses().addApiResponse("304", new ApiResponse().$ref(ApiDocument.NOT_MODIFIED));
        }
    }

    private static void describeMergedIds(Operation operation, MergedIdArguments ids) {
        if (!ids.isEmpty()) {
            Objects.requireNonNull(operation.getResponses().get("200"))
                    .addHeaderObject(OwnHeaders.MERGED_INTO, new Header().$ref(ApiDocument.MERGED_INTO))
                    .addHeaderObject(
                            ids.isOneRecord() ? HttpHeaders.LINK : Preferences.APPLIED,
                            new Header().$ref(ids.isOneRecord() ? ApiDocument.CANONICAL : ApiDocument.FOLLOWED));
        }
    }

    /** An answer with the tag of a record's state is one that carries headers beside a body. */
    private static boolean showsOneRecord(HandlerMethod handler) {
        return handler.getMethod().getReturnType() == ResponseEntity.class
                && handler.getReturnType().nested().getNestedParameterType() != Void.class;
    }

    private static boolean conditional(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == Precondition.class);
    }

    private static boolean reads(HandlerMethod handler) {
        return methods(handler).contains(RequestMethod.GET);
    }

    private static void describeAccess(Operation operation, @Nullable ApiAccess access) {
        if (access == null) {
            return;
        }
        List<String> scopes = Arrays.stream(access.value()).map(Scope::word).toList();
        operation.setSecurity(scopes.stream()
                .map(scope -> new SecurityRequirement()
                        .addList(ApiDocument.TOKEN, scope)
                        .addList(ApiDocument.APP_KEY))
                .toList());
        String who = "Needs the scope `" + String.join("` or `", scopes) + "`"
                + (access.merges() ? ", and that the connection may merge." : ".")
                + (access.provider()
                        ? " Open to a connection that is bound to this booking provider."
                        : " Closed to connections that are bound to a booking provider.");
        operation.setDescription(Stream.of(operation.getDescription(), who)
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining(" ")));
    }

    private static void describeRefusals(Operation operation, HandlerMethod handler) {
        ApiResponses responses = operation.getResponses();
        Set<Integer> statuses = new TreeSet<>(List.of(400, 401, 403, 406, 429));
        // what an operation says of itself, with the words that are the same all over
        responses.keySet().stream()
                .map(Integer::valueOf)
                .filter(status -> status >= 400)
                .forEach(statuses::add);
        boolean names = Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class)
                        && !"tenant".equals(parameter.getParameter().getName()));
        boolean body = takesFile(handler)
                || Arrays.stream(handler.getMethodParameters())
                        .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
        if (names) {
            statuses.add(404);
        }
        if (!reads(handler)) {
            statuses.add(409);
        }
        if (conditional(handler)) {
            statuses.add(412);
        }
        if (body) {
            statuses.add(413);
            statuses.add(415);
        }
        if (repeatable(operation, handler)) {
            statuses.add(422);
        }
        statuses.forEach(status -> responses.addApiResponse(
                status.toString(), new ApiResponse().$ref("#/components/responses/" + ApiDocument.refusal(status))));
    }

    /** What reads the request itself does so for a file in it. */
    private static boolean takesFile(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == HttpServletRequest.class);
    }

    /** Whether an Idempotency-Key makes it safe to send again; one that takes a file says so itself. */
    private static boolean repeatable(Operation operation, HandlerMethod handler) {
        return operation.getResponses().containsKey("422")
                || (!takesFile(handler)
                        && (methods(handler).contains(RequestMethod.POST)
                                || methods(handler).contains(RequestMethod.PATCH)));
    }

    private static Set<RequestMethod> methods(HandlerMethod handler) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping == null ? Set.of() : Set.of(mapping.method());
    }
}
