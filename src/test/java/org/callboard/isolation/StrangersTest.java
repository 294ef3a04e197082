package org.callboard.isolation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.callboard.database.DatabaseSettings;
import org.callboard.http.UploadFolder;
import org.callboard.testing.Eventually;
import org.callboard.testing.PublicPage;
import org.callboard.testing.Routes;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.callboard.testing.Wire;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has not signed in leaves nothing behind: no session, no row, no file. */
class StrangersTest {

    private final JdbcClient jdbc = Server.bean(JdbcClient.class);

    private Set<String> sessions() {
        return new HashSet<>(jdbc.sql("select primary_id from spring_session")
                .query(String.class)
                .list());
    }

    @Test
    void nothingThatAStrangerSendsMakesASession() {
        List<String> targets = new ArrayList<>(Routes.all().stream()
                .map(route -> (route.method().equals("ANY") ? "POST" : route.method()) + " "
                        + route.path().replaceAll("\\{[^}]+}", "1"))
                .toList());
        for (String path : List.of(
                "/",
                "/sign-in?failed",
                "/nowhere",
                "/settings;x=1",
                "/health/live",
                "/metrics",
                "/metrics/nothing",
                "/assets/nothing.css",
                "/webjars/nothing",
                "/openapi.json",
                "/docs/api",
                "/favicon.ico",
                "/error")) {
            targets.addAll(Stream.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")
                    .map(method -> method + " " + path)
                    .toList());
        }
        Set<String> before = sessions();
        String gone = "callboard=" + "11111111-2222-3333-4444-555555555555; callboard-form=x; callboard-page=%";
        int turn = 0;
        for (String target : targets) {
            // all kinds at every route would take long
            for (String accept : turn % 3 == 0 ? List.of("text/html", "image/png") : List.of("text/html")) {
                String[] line = target.split(" ");
                String[] headers = ++turn % 2 == 0
                        ? new String[] {"Accept", accept}
                        : new String[] {"Accept", accept, "Cookie", gone};
                assertThat(Wire.send(line[0], line[1], "", headers).status())
                        .as(target + " for " + accept)
                        .isLessThan(500);
            }
        }
        assertThat(sessions()).isEqualTo(before);
        assertThat(turn).isGreaterThan(300);
    }

    @Test
    void aFailedSignInStoresNothing() {
        Set<String> before = sessions();
        TestTenant tenant = TestTenant.create();
        Visitor stranger = new Visitor();
        for (int i = 0; i < 3; i++) {
            assertThat(stranger.signIn("nobody@nowhere.test", "wrong").location())
                    .isEqualTo("/sign-in?failed");
        }
        assertThat(sessions()).isEqualTo(before);

        Visitor person = Visitor.signedIn(tenant.owner);
        person.get("/calls");
        assertThat(person.post("/sign-in", "email", "nobody@nowhere.test", "password", "wrong")
                        .location())
                .isEqualTo("/sign-in?failed");
        assertThat(jdbc.sql("select count(*) from spring_session_attributes where attribute_name like '%EXCEPTION%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Another site can lead a browser to the form, and knows no token that goes with that browser's cookie. */
    @Test
    void theSignInFormWantsTheTokenOfItsOwnBrowser() {
        TestTenant tenant = TestTenant.create();
        String[] fields = {"email", tenant.owner.email(), "password", TestTenant.PASSWORD};
        Visitor first = new Visitor();
        first.get("/sign-in");
        String[] theirs = {"Cookie", first.cookie()};
        Visitor second = new Visitor();
        second.get("/sign-in");
        assertThat(second.post("/sign-in", fields).location()).isEqualTo("/calls");
        assertThat(new Visitor().postBare("/sign-in", theirs, fields).location())
                .isEqualTo("/sign-in");
        assertThat(new Visitor()
                        .postBare("/sign-in", new String[] {"Cookie", "callboard-form=1.a.b"}, fields)
                        .location())
                .isEqualTo("/sign-in");
    }

    /** The picture lies on the disk as far as it came, and no longer than its sender is there. */
    @Test
    void anUploadThatBreaksOffLeavesNoFile() throws Exception {
        Path folder = UploadFolder.of(Server.bean(DatabaseSettings.class));
        String start = "POST " + PublicPage.of(new Shop()).path() + "/pictures HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000\r\n\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n";
        try (Socket socket = new Socket("localhost", Server.port())) {
            socket.getOutputStream().write((start + "x".repeat(400_000)).getBytes(ISO_8859_1));
            Eventually.is(true, () -> count(folder) > 0);
        }
        Eventually.is(0L, () -> count(folder));
    }

    private static long count(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
