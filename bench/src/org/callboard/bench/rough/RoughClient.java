package org.callboard.bench.rough;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The programs of the demonstration company, as its {@code demo.env} lets them in. */
final class RoughClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final Map<String, String> demo;
    private String officeToken = "";

    RoughClient(String url, Map<String, String> demo) {
        this.url = url;
        this.demo = Map.copyOf(demo);
    }

    String tenant() {
        return String.valueOf(demo.get("TENANT"));
    }

    String bookings() {
        return "/crm/v2/tenant/" + tenant() + "/booking-provider/" + demo.get("PROVIDER_ID") + "/bookings";
    }

    HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(20));
    }

    HttpRequest tokenRequest() {
        return at("/connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=" + demo.get("CLIENT_ID")
                        + "&client_secret=" + demo.get("CLIENT_SECRET")))
                .build();
    }

    /** A request of the connection with No Restriction and all scopes. A token lives for fifteen minutes. */
    synchronized HttpRequest.Builder officeRequest(String path) throws IOException, InterruptedException {
        if (officeToken.isEmpty()) {
            renew();
        }
        return at(path).header("Authorization", "Bearer " + officeToken)
                .header("ST-App-Key", String.valueOf(demo.get("APP_KEY")));
    }

    private void renew() throws IOException, InterruptedException {
        officeToken =
                JSON.readTree(send(tokenRequest()).body()).get("access_token").stringValue();
    }

    HttpResponse<String> office(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(method, path, body, headers));
        if (answer.statusCode() == 401) {
            synchronized (this) {
                renew();
            }
            answer = send(request(method, path, body, headers));
        }
        return answer;
    }

    private HttpRequest request(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = officeRequest(path)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    /** The id of the first record of a list. */
    String first(String list) throws IOException, InterruptedException {
        return JSON.readTree(office("GET", list, null).body())
                .get("data")
                .get(0)
                .get("id")
                .toString();
    }

    /** How often each external id is among the bookings. */
    Map<String, Long> externalIds() throws IOException, InterruptedException {
        String copy = office("GET", "/callboard/v1/tenant/" + tenant() + "/export/bookings.ndjson", null)
                .body();
        return copy.lines()
                .map(line -> JSON.readTree(line).path("externalId").asString(""))
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }
}
