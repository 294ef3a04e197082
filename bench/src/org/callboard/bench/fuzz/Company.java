package org.callboard.bench.fuzz;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.access.Apps;
import org.callboard.testing.Api;
import org.callboard.testing.Visitor;
import tools.jackson.databind.JsonNode;

/** The demonstration company under test: how to get in, and the ids that it has. */
final class Company {

    private static final Pattern CSRF = Pattern.compile("<meta name=\"csrf-token\" content=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("(?:href|action|hx-get|hx-post)=\"(/[^\"?#]*)");
    private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea)[^>]* name=\"([^\"]+)\"");

    private final String url;
    private final Map<String, String> env;
    private final Set<String> fields = new LinkedHashSet<>();
    private final Set<String> links = new LinkedHashSet<>();
    private final Map<String, List<String>> idsByField = new HashMap<>();
    private final Map<String, List<String>> idsByCollection = new HashMap<>();
    private final Twilio twilio;
    private Api api;
    private String cookie = "";
    private String csrf = "";

    Company(String url, Map<String, String> env) {
        this.url = url;
        this.env = env;
        enter();
        twilio = Twilio.addedBy(owner(), url);
        idsByCollection.put(Twilio.PATH, List.of(twilio.token()));
    }

    private Visitor owner() {
        Visitor owner = new Visitor(url);
        owner.signIn(env.get("OWNER_EMAIL"), env.get("OWNER_PASSWORD"));
        return owner;
    }

    /** Takes a new token and signs in anew. */
    final synchronized void enter() {
        api = new Api(
                url,
                Long.parseLong(env.get("TENANT")),
                new Apps.Registered(0, env.get("APP_KEY")),
                new Apps.Connected(0, env.get("CLIENT_ID"), env.get("CLIENT_SECRET")));
        Visitor owner = owner();
        cookie = owner.cookie();
        Matcher token = CSRF.matcher(owner.get("/customers").body());
        if (!token.find()) {
            throw new IllegalStateException("The owner can't sign in any more.");
        }
        csrf = token.group(1);
    }

    /** The header lines that let a program or a person in. */
    synchronized List<String> access(boolean program) {
        return program
                ? List.of("Authorization: Bearer " + api.token(), "ST-App-Key: " + env.get("APP_KEY"))
                : List.of("Cookie: " + cookie);
    }

    synchronized String csrf() {
        return csrf;
    }

    Twilio twilio() {
        return twilio;
    }

    JsonNode document() {
        return Api.JSON.readTree(fetch("/openapi.json"));
    }

    /** Looks at every list and every page once, for ids, links and the names of fields. */
    void explore(List<Operation> operations) {
        operations.stream()
                .filter(operation -> operation.api() && operation.method().equals("GET"))
                .filter(operation -> !operation.path().replace("{tenant}", "").matches(".*[{.].*"))
                .forEach(operation -> remember(operation.path()));
        List<String> seen = new ArrayList<>(List.of("/calls", "/customers", "/locations", "/follow-ups", "/settings"));
        for (int i = 0; i < seen.size() && i < 150; i++) {
            String page = fetch(seen.get(i));
            FIELD.matcher(page).results().forEach(match -> fields.add(match.group(1)));
            LINK.matcher(page).results().map(match -> match.group(1)).forEach(link -> {
                if (links.add(link) && !link.startsWith("/assets") && !link.equals("/calls/stream")) {
                    seen.add(link);
                }
            });
        }
    }

    private void remember(String path) {
        String answer = fetch(path.replace("{tenant}", env.get("TENANT")));
        if (!answer.startsWith("{")) {
            return;
        }
        JsonNode data = Api.JSON.readTree(answer).path("data");
        List<String> ids = data.valueStream()
                .filter(row -> row.has("id"))
                .map(row -> row.get("id").asString())
                .limit(30)
                .toList();
        if (!ids.isEmpty()) {
            idsByCollection.put(path, ids);
            idsByField.put(fieldOf(path), ids);
        }
    }

    /** {@code …/business-units} is what {@code businessUnitId} names. */
    private static String fieldOf(String path) {
        String noun = path.substring(path.lastIndexOf('/') + 1).replaceFirst("s$", "");
        Matcher dash = Pattern.compile("-(.)").matcher(noun);
        return dash.replaceAll(match -> match.group(1).toUpperCase()) + "Id";
    }

    private String fetch(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        for (boolean program : List.of(true, false)) {
            access(program).forEach(line -> request.header(line.split(": ")[0], line.split(": ", 2)[1]));
        }
        try {
            return Api.HTTP
                    .send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Map<String, List<String>> ids() {
        return idsByField;
    }

    List<String> fields() {
        return List.copyOf(fields);
    }

    /** A path with values for its variables: known ones mostly, where {@code known} says that they may be. */
    String fill(Operation operation, boolean known, HostileValues values) {
        String path = operation.path().replace("{tenant}", env.get("TENANT"));
        if (known && !operation.api()) {
            Pattern shape = Pattern.compile(path.replaceAll("\\{[^}]*}", "[^/]+"));
            List<String> fitting =
                    links.stream().filter(link -> shape.matcher(link).matches()).toList();
            if (!fitting.isEmpty() && !values.oneIn(8)) {
                return values.oneOf(fitting);
            }
        }
        StringBuilder filled = new StringBuilder();
        for (String part : path.split("(?=/)")) {
            filled.append(part.startsWith("/{") ? "/" + variable(operation, part, known, values) : part);
        }
        return filled.toString();
    }

    private String variable(Operation operation, String part, boolean known, HostileValues values) {
        if (part.equals("/{booking_provider}")) {
            return env.get("PROVIDER_ID");
        }
        String collection = operation.path().substring(0, operation.path().indexOf(part));
        List<String> ids =
                idsByCollection.getOrDefault(collection.replace("/booking-provider/{booking_provider}", ""), List.of());
        List<String> byName = idsByField.getOrDefault(part.replaceAll("[/{}]", ""), List.of());
        if (known && !ids.isEmpty() && !values.oneIn(8)) {
            return values.oneOf(ids);
        }
        if (known && !byName.isEmpty() && !values.oneIn(8)) {
            return values.oneOf(byName);
        }
        return Draft.encode(values.text());
    }
}
