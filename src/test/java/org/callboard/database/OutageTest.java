package org.callboard.database;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.secrets.TokenKeys;
import org.callboard.testing.Api;
import org.callboard.testing.Eventually;
import org.callboard.testing.NetworkLine;
import org.callboard.testing.Office;
import org.callboard.testing.PublicPage;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** A node whose database goes away, or stands still. */
class OutageTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Shop shop = new Shop();
    private final TestTenant tenant = shop.tenant;
    private final String book = PublicPage.of(shop).path();
    private final Api known = tenant.api();
    private final NetworkLine line = Server.lineToDatabase();
    private final ConfigurableApplicationContext node = Server.startNodeOn(line);
    private final String url = "http://localhost:" + Server.port(node);
    private final Api api = new Api(url, known.tenant, known.app, known.connection);
    private final String customers = api.path("crm/v2", "/customers");
    private String session = "";
    private String csrf = "";

    @AfterEach
    void stop() {
        node.close();
        line.close();
    }

    @Test
    void everyKindOfRequestIsToldToComeAgainWhileTheDatabaseIsAway() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger("org.callboard");
        logger.addAppender(log);
        signIn();
        api.token();
        node.getBean(TokenKeys.class).rotate(); // so that the keys are read again, in vain
        line.hangUp();
        everyKindIsToldToComeAgain();
        List<ILoggingEvent> away = List.copyOf(log.list); // who waited since then may still be let down afterwards
        line.mend();
        worksAgain();
        logger.detachAppender(log);
        assertThat(away.stream()
                        .filter(event -> event.getLevel() == Level.ERROR)
                        .map(ILoggingEvent::getFormattedMessage))
                .as("not one for each of the forty requests")
                .hasSizeLessThanOrEqualTo(2)
                .anyMatch(line -> line.startsWith("the database does not answer"));
        assertThat(List.copyOf(log.list)).anyMatch(event -> event.getMessage().equals("the database answers again"));
    }

    @Test
    void soItIsWhereTheDatabaseStandsStill() throws Exception {
        signIn();
        api.token();
        line.cut();
        everyKindIsToldToComeAgain();
        line.mend();
        worksAgain();
    }

    private void everyKindIsToldToComeAgain() throws Exception {
        String body = Office.customerBody("Morgan Vance");
        String preflight = "Access-Control-Request-Method";
        List<HttpRequest.Builder> programs = List.of(
                program("GET", customers, null),
                program("GET", customers + "/1", null),
                program("POST", customers, body),
                program("POST", customers, body).header("Idempotency-Key", "once"),
                program("PATCH", customers + "/1", "{\"name\":\"Other\"}").header("Idempotency-Key", "twice"),
                program("DELETE", customers + "/1", null),
                program("GET", api.path("callboard/v1", "/export/customers.ndjson"), null),
                program("GET", api.path("crm/v2", "/export/customers"), null),
                program("GET", customers, null).header("Origin", "https://a.example"),
                HttpRequest.newBuilder(URI.create(url + customers))
                        .method("OPTIONS", BodyPublishers.noBody())
                        .header("Origin", "https://a.example")
                        .header(preflight, "GET"),
                person("GET", "/calls", "").setHeader("Accept", "*/*"));
        for (HttpRequest.Builder request : programs) {
            HttpResponse<String> answer = refused(request);
            assertThat(Api.JSON.readTree(answer.body()).get("title").stringValue())
                    .isEqualTo("The database can't be reached. Try again in a moment.");
            assertThat(Api.JSON.readTree(answer.body()).at("/data/code").stringValue())
                    .isEqualTo("database-away");
        }
        assertThat(refused(person("GET", "/health/ready", "").setHeader("Accept", "*/*"))
                        .body())
                .contains("DOWN");
        HttpResponse<String> token = refused(form(
                "/connect/token",
                "grant_type=client_credentials&client_id=" + known.connection.clientId() + "&client_secret="
                        + known.connection.clientSecret()));
        assertThat(token.body()).isEqualTo("{\"error\":\"temporarily_unavailable\"}");

        String typed = "_csrf=" + csrf + "&name=Morgan";
        List<HttpRequest.Builder> people = List.of(
                person("GET", "/calls", ""),
                person("GET", "/customers", ""),
                person("GET", "/sign-in", ""),
                person("GET", "/nowhere", ""),
                person("POST", "/customers/new", typed),
                person("POST", "/sign-in", typed + "&email=a@b.example&password=c"),
                person("POST", "/sign-out", typed),
                person("GET", book, ""),
                form(book, "name=Morgan").header("Accept", "text/html"));
        for (HttpRequest.Builder request : people) {
            HttpResponse<String> answer = refused(request);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .isEqualToIgnoringCase("text/html;charset=UTF-8");
            assertThat(answer.body())
                    .contains("Not available right now", "</html>")
                    .doesNotContain("nothing was saved", "navigation");
        }
        assertThat(refused(person("GET", "/customers", "").header("HX-Request", "true"))
                        .body())
                .isEqualTo("Where this is stored can't be reached at the moment, usually for a few seconds only."
                        + " Wait a few seconds and try again.");
    }

    /** 503 in any case; what needs no database goes on beside it, with a session's cookie too. */
    private HttpResponse<String> refused(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = send(request);
        String what = request.build() + " " + answer.body();
        assertThat(answer.statusCode()).as(what).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).as(what).hasValue("2");
        assertThat(answer.headers().allValues("Date")).as(what).hasSize(1);
        for (String path : List.of("/health/live", "/assets/logo.svg")) {
            assertThat(send(person("GET", path, "").setHeader("Accept", "*/*")).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        return answer;
    }

    private void worksAgain() {
        List<Integer> answers = new ArrayList<>();
        Eventually.is(200, () -> {
            answers.add(api.post(customers, Office.customerBody("Riley Stone"), "Idempotency-Key", "again")
                    .status());
            return answers.getLast();
        });
        assertThat(answers).containsOnly(503, 200);
        assertThat(known.get(customers + "?name=Riley%20Stone")
                        .json()
                        .get("data")
                        .size())
                .isEqualTo(1);
        assertThat(known.get(customers + "?name=Morgan%20Vance")
                        .json()
                        .get("data")
                        .size())
                .isZero();
    }

    private void signIn() throws Exception {
        HttpResponse<String> page = send(person("GET", "/sign-in", ""));
        takeSession(page);
        HttpResponse<String> in = send(form(
                        "/sign-in",
                        "_csrf=" + csrf(page) + "&email=" + tenant.owner.email() + "&password="
                                + TestTenant.PASSWORD.replace(" ", "+"))
                .header("Cookie", session));
        takeSession(in);
        HttpResponse<String> calls = send(person("GET", "/calls", ""));
        assertThat(calls.statusCode()).isEqualTo(200);
        csrf = csrf(calls);
    }

    private void takeSession(HttpResponse<String> answer) {
        answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .filter(cookie -> cookie.matches("callboard(-form)?=.+"))
                .forEach(cookie -> session = cookie);
    }

    private static String csrf(HttpResponse<String> page) {
        Matcher field = CSRF.matcher(page.body());
        assertThat(field.find()).as(page.body()).isTrue();
        return field.group(1);
    }

    private HttpRequest.Builder program(String method, String path, String body) {
        HttpRequest ready = api.request(method, path, body);
        return HttpRequest.newBuilder(ready, (name, value) -> true);
    }

    private HttpRequest.Builder person(String method, String path, String form) {
        HttpRequest.Builder request =
                method.equals("POST") ? form(path, form) : HttpRequest.newBuilder(URI.create(url + path));
        request.header("Accept", "text/html");
        return session.isEmpty() ? request : request.header("Cookie", session);
    }

    private HttpRequest.Builder form(String path, String body) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpClient http = Api.HTTP;
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
