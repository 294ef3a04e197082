package org.callboard.bench.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request that is right at first, and then spoiled here and there. */
final class Draft {

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/*",
            "*/*",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16",
            "a",
            "/",
            ";",
            "application/xml",
            "image/jpeg",
            "text/csv",
            "application/json; charset=nothing",
            "");
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Prefer",
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "Range",
            "Origin",
            "Cookie",
            "Host",
            "traceparent",
            "Accept-Language",
            "Accept-Encoding",
            "Content-Encoding",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Port",
            "Forwarded",
            "HX-Request",
            "HX-Target",
            "Last-Event-ID",
            "Expect",
            "X-HTTP-Method-Override",
            "If-Modified-Since",
            "Authorization",
            "ST-App-Key",
            "Access-Control-Request-Method");
    private static final List<String> VALUES = List.of(
            "handling=strict",
            "handling=",
            "\"1\"",
            "\"",
            "*",
            "W/\"x\"",
            "bytes=0-1,5-",
            "null",
            "https://a.example",
            "a=b; c",
            "x\u0000y",
            "SESSION=\u0000",
            "SESSION=%00; =; ;;",
            "Bearer x.y.z",
            "Bearer",
            "Basic %%%",
            "gzip",
            "00-0-0-0",
            "100-continue",
            "evil.example",
            "for=\"[::1\"",
            "99999999999999999999",
            "\u00e9\u00ff",
            "DELETE",
            "Sat, 99 Foo 2026",
            "application/*",
            "text/html",
            "q=;q=9,,,",
            "application/json;q=x");
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO", "get");

    private final HostileValues values;
    private final String route;
    private String method;
    private String path;
    private final List<String> query = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();
    private String contentType;
    private JsonNode json;
    private String body = "";
    private @Nullable Twilio twilio;

    Draft(Operation operation, String path, List<String> access, HostileValues values) {
        this.values = values;
        route = operation.route();
        method = operation.method();
        this.path = path;
        headers.addAll(access);
        contentType = operation.contentType();
        for (var parameter : operation.query().entrySet()) {
            if (values.oneIn(operation.api() ? 6 : 3)) {
                String value = values.oneIn(3) ? parameter.getValue() : values.text();
                query.add(encode(parameter.getKey()) + "=" + encode(value));
            }
        }
    }

    void json(JsonNode example) {
        json = example;
    }

    void form(List<String> fields, String csrf) {
        List<String> pairs = new ArrayList<>();
        for (int i = values.below(8); i > 0 && !fields.isEmpty(); i--) {
            pairs.add(encode(values.oneOf(fields)) + "=" + encode(values.text()));
        }
        pairs.add("_csrf=" + encode(csrf));
        body = String.join("&", pairs);
    }

    /** What Twilio tells of a call, signed as it is sent, for whatever number. */
    void event(Twilio account) {
        twilio = account;
        body = account.event(values);
        if (values.oneIn(2)) {
            query.add("line=" + account.line());
        }
        for (String name : List.of("from", "to", "voicemail")) {
            if (values.oneIn(4)) {
                query.add(name + "=" + encode(values.text()));
            }
        }
    }

    void text(String text) {
        body = text;
    }

    void spoil() {
        switch (values.below(12)) {
            case 0 -> path = spoiled(path);
            case 1 ->
                query.add(encode(values.oneOf(List.of("ids[]", "x", "page", "", "\u0000", "sort"))) + "="
                        + encode(values.text()));
            case 2 -> query.add(values.oneIn(2) ? "name=" + values.escape() : values.escape() + "=1");
            case 3 -> repeat();
            case 4 -> query.add("q=" + "y".repeat(values.oneIn(2) ? 9_000 : 3_000));
            case 5 -> contentType = values.oneOf(TYPES);
            case 6 -> headers.add(values.oneOf(HEADERS) + ": " + values.oneOf(VALUES));
            case 7 -> method = values.oneOf(METHODS);
            case 8 -> headers.removeIf(line -> values.oneIn(2));
            default -> spoilBody();
        }
    }

    private void repeat() {
        if (!query.isEmpty()) {
            String name = values.oneOf(query).split("=", 2)[0];
            query.add(name + "=" + encode(values.text()));
        }
    }

    private String spoiled(String whole) {
        int at = values.below(whole.length());
        return switch (values.below(5)) {
            case 0 -> whole.substring(0, at) + values.escape() + whole.substring(at);
            case 1 -> whole.substring(0, at) + "%%%02x".formatted((int) whole.charAt(at)) + whole.substring(at + 1);
            case 2 -> whole + "/";
            case 3 -> whole.substring(0, whole.lastIndexOf('/') + 1) + encode(values.text());
            default -> "/" + whole;
        };
    }

    private void spoilBody() {
        if (json instanceof ObjectNode || json instanceof ArrayNode) {
            if (values.oneIn(6)) {
                body = brokenJson();
                json = null;
            } else {
                spoil(json);
            }
        } else {
            body = spoiled("/" + body);
        }
    }

    /** Puts another value, of any type, somewhere into an object or array, or takes one away. */
    private void spoil(JsonNode node) {
        List<String> names = node.propertyNames().stream().toList();
        if (node instanceof ObjectNode object && !names.isEmpty()) {
            String name = values.oneOf(names);
            JsonNode child = object.get(name);
            if (child.isContainer() && !child.isEmpty() && values.oneIn(2)) {
                spoil(child);
            } else {
                switch (values.below(5)) {
                    case 0 -> object.remove(name);
                    case 1 -> object.set(name, object.deepCopy());
                    case 2 -> object.put(values.text().substring(0, 0) + "unknown" + values.below(9), 1);
                    default -> object.set(name, anything(object));
                }
            }
        } else if (node instanceof ArrayNode array) {
            if (!array.isEmpty() && values.oneIn(2)) {
                spoil(array.get(0));
            } else {
                array.add(anything(array));
            }
        }
    }

    private JsonNode anything(JsonNode of) {
        ObjectNode factory = (ObjectNode) org.callboard.testing.Api.JSON.readTree("{}");
        switch (values.below(8)) {
            case 0 -> factory.putNull("v");
            case 1 -> factory.put("v", values.number());
            case 2 -> factory.put("v", 1.5);
            case 3 -> factory.put("v", values.oneIn(2));
            case 4 -> factory.putArray("v");
            case 5 -> factory.putObject("v");
            default -> factory.put("v", values.text().replace("\ud83d", "\ud83d\udd25"));
        }
        return factory.get("v");
    }

    private String brokenJson() {
        String whole = json.toString();
        return switch (values.below(9)) {
            case 0 -> whole.substring(0, values.below(whole.length()));
            case 1 -> whole + "}";
            case 2 -> "[".repeat(5_000);
            case 3 -> "";
            case 4 -> values.text();
            case 5 -> whole.replaceFirst("\\{", "{\"a\":1,\"a\":2,");
            case 6 -> whole.replaceFirst(":", ":1e99999,\"b\":");
            case 7 -> whole.replaceFirst("\"[^\"]*\"(?=[,}])", "\"\\\\ud83d\\\\u0000\"");
            default -> whole.replaceFirst("\"[^\"]*\"(?=[,}])", "\"\u00c3\"");
        };
    }

    /** Half of the bodies that hold broken JSON go out as bytes that are no UTF-8. */
    RawRequest request() {
        List<String> lines = new ArrayList<>(headers);
        if (lines.stream().noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("host:"))) {
            lines.addFirst("Host: localhost");
        }
        String content = json == null ? body : json.toString();
        if (contentType != null && !contentType.isEmpty()) {
            lines.add("Content-Type: " + contentType);
        }
        String target = path + (query.isEmpty() ? "" : query.stream().collect(Collectors.joining("&", "?", "")));
        if (twilio != null && !values.oneIn(8)) {
            lines.add(twilio.signature(target, content));
        }
        return new RawRequest(
                route, method, target, lines, content.getBytes(values.oneIn(2) && json == null ? ISO_8859_1 : UTF_8));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
