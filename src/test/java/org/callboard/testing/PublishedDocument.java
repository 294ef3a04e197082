package org.callboard.testing;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.callboard.refusals.RefusalCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;

/**
 * What {@code /openapi.json} says, held against every answer of every test: an operation may answer with no status that it
 * does not declare, and refuses with no code that is not listed. What no operation answers (a wrong method, a fault of our own) is not its matter.
 */
final class PublishedDocument {

    private static final Set<String> OF_NO_OPERATION = Set.of("HEAD", "OPTIONS");
    private static final int WRONG_METHOD = 405;
    private static final int OWN_FAULT = 500;
    private static final int REFUSED = 400;

    /** Every refusal has one of these. */
    private static final Set<String> CODES = Stream.concat(
                    Stream.of(RefusalCode.values()).map(RefusalCode::word),
                    Stream.of(HttpStatus.values())
                            .map(status -> status.name().toLowerCase().replace('_', '-')))
            .collect(Collectors.toSet());

    private static volatile String server;

    private PublishedDocument() {}

    /** Read when the first answer comes. */
    private static final class Paths {
        private static final Map<PathPattern, JsonNode> ALL = read();
    }

    /** From now on the answers of this server are looked at; a benchmark asks others, and needs none of ours. */
    static void watch(String url) {
        server = url;
    }

    private static Map<PathPattern, JsonNode> read() {
        Map<PathPattern, JsonNode> paths = new TreeMap<>();
        Api.sendUnchecked(HttpRequest.newBuilder(URI.create(server + "/openapi.json"))
                        .build())
                .json()
                .get("paths")
                .properties()
                .forEach(path -> paths.put(PathPatternParser.defaultInstance.parse(path.getKey()), path.getValue()));
        return paths;
    }

    static void check(HttpRequest request, Api.Answer answer) {
        int status = answer.status();
        String method = request.method();
        if (server == null || !request.uri().toString().startsWith(server)) {
            return;
        }
        if (status >= REFUSED && answer.text().startsWith("{\"type\":")) {
            Assertions.assertThat(CODES).as(answer.text()).contains(answer.code());
        }
        if (status == WRONG_METHOD || status >= OWN_FAULT || OF_NO_OPERATION.contains(method)) {
            return;
        }
        PathContainer path = PathContainer.parsePath(request.uri().getRawPath());
        Paths.ALL.entrySet().stream()
                .filter(one -> one.getKey().matches(path))
                .findFirst()
                .map(one -> one.getValue().path(method.toLowerCase()).path("responses"))
                .filter(JsonNode::isObject)
                .ifPresent(declared -> Assertions.assertThat(declared.propertyNames())
                        .as("declared for " + method + " " + request.uri() + ", which answered " + answer.text())
                        .contains(Integer.toString(status)));
    }
}
