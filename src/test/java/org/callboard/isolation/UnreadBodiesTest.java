package org.callboard.isolation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.callboard.testing.PublicPage;
import org.callboard.testing.Routes;
import org.callboard.testing.Routes.Route;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** A body is announced and never comes. Whoever waited for it, or made room for it, could be flooded by strangers. */
class UnreadBodiesTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> TYPES =
            List.of(FORM, "application/json", "multipart/form-data; boundary=x", "image/jpeg", "text/csv");

    private final World world = new World();
    private final SoftAssertions all = new SoftAssertions();

    @Test
    void aStrangersIsNotWaitedFor() {
        int turn = 0;
        for (String target : targets()) {
            String type = TYPES.get(++turn % TYPES.size()); // all kinds at every route would take long
            all.assertThat(status(target, type, 2_000_000))
                    .as(target + " as " + type)
                    .isBetween(200, 499);
        }
        all.assertAll();
    }

    private static List<String> targets() {
        Stream<String> routes = Routes.all().stream()
                .filter(route -> !route.method().equals("GET"))
                .map(UnreadBodiesTest::target);
        List<String> others = Stream.of(
                        "/health",
                        "/health/live",
                        "/metrics",
                        "/openapi.json",
                        "/assets/app.css",
                        "/nowhere",
                        "/error",
                        "/sign-in",
                        "/sign-out",
                        "/",
                        "/memberships/v2/tenant/1/x")
                .map(path -> "POST " + path)
                .toList();
        return Stream.concat(routes, others.stream()).toList();
    }

    private static String target(Route route) {
        String method = route.method().equals("ANY") ? "POST" : route.method();
        return method + " " + route.path().replaceAll("\\{\\w+}", "1");
    }

    /** A client that first sends it all must meet no broken pipe, or it never learns why. */
    @Test
    void whoSendsItAllBeforeReadingSeesWhyItWasRefused() {
        int turn = 0;
        for (String target : targets()) {
            String type = TYPES.get(++turn % TYPES.size());
            all.assertThat(statusOfAll(target, type, 1 << 20))
                    .as(target + " as " + type)
                    .isBetween(200, 499);
        }
        String crm = "POST " + world.api.path("crm/v2", "/customers");
        String token = "Authorization: Bearer " + world.api.token();
        String app = "ST-App-Key: " + world.api.app.appKey();
        for (String more : List.of("Idempotency-Key: all-of-it", "Prefer: handling=strict", "Accept-Language: en")) {
            all.assertThat(statusOfAll(crm, "application/json", 20 << 20, token, app, more))
                    .as(more)
                    .isEqualTo(413);
        }
        String cookie = "Cookie: " + Visitor.signedIn(world.tenant.owner).cookie();
        all.assertThat(statusOfAll("POST /customers", FORM, 20 << 20, cookie)).isEqualTo(413);
        all.assertAll();
    }

    /** Long enough for whoever made a mistake, and no work for whoever floods. */
    @Test
    void ofStrangersLittleIsReadOn() throws IOException {
        for (String target : List.of("POST /sign-in", "POST /connect/token", "POST /customers", "POST /nowhere")) {
            String request = target + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + FORM + "\r\nContent-Length: "
                    + (30 << 20) + "\r\n\r\n";
            try (Socket socket = new Socket("localhost", Server.port())) {
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
                all.assertThatThrownBy(() -> socket.getOutputStream().write(new byte[30 << 20]))
                        .as(target)
                        .isInstanceOf(IOException.class);
            }
        }
        all.assertAll();
    }

    @Test
    void aLongOneIsRefusedByWhatItAnnounces() {
        assertThat(status("POST /sign-in", FORM, 8193)).isEqualTo(413);
        assertThat(status("POST /connect/token", FORM, 8193)).isEqualTo(400); // as OAuth wants
        String cookie = "Cookie: " + Visitor.signedIn(world.tenant.owner).cookie();
        assertThat(status("POST /customers", FORM, (512 << 10) + 1, cookie)).isEqualTo(413);
        assertThat(status("POST /settings/imports", TYPES.get(2), 60 << 20, cookie))
                .isEqualTo(413);
        String[] known = {"Authorization: Bearer " + world.api.token(), "ST-App-Key: " + world.api.app.appKey()};
        String crm = "POST " + world.api.path("crm/v2", "/customers");
        assertThat(status(crm, "application/json", (2 << 20) + 1, known)).isEqualTo(413);
        String own = "POST " + world.api.path("callboard/v1", "/");
        assertThat(status(own + "pictures", "image/jpeg", 20 << 20, known)).isEqualTo(413);
        assertThat(status(own + "imports?kind=Leads", "text/csv", 60 << 20, known))
                .isEqualTo(413);
    }

    /** The request may have been right: nobody may be told that it was not, nor that we failed. */
    @Test
    void oneThatBreaksOffIsToBeSentAgain() {
        String cookie = "Cookie: " + Visitor.signedIn(world.tenant.owner).cookie();
        String token = "Authorization: Bearer " + world.api.token() + "\r\nST-App-Key: " + world.api.app.appKey();
        String crm = "POST " + world.api.path("crm/v2", "/customers");
        String own = "POST " + world.api.path("callboard/v1", "/");
        String page = "POST " + PublicPage.of(new Shop()).path();
        all.assertThat(brokenOff(crm, "application/json", token)).as("JSON").isEqualTo(408);
        all.assertThat(brokenOff(crm, "application/json", token, "Idempotency-Key: broken-off"))
                .as("JSON under a key")
                .isEqualTo(408);
        for (String path : List.of("pictures", "imports?kind=Leads")) {
            for (String type : List.of("image/jpeg", "text/csv", TYPES.get(2))) {
                all.assertThat(brokenOff(own + path, type, token))
                        .as(path + " as " + type)
                        .isIn(408, 415);
            }
        }
        all.assertThat(brokenOff("POST /sign-in", FORM)).as("form").isEqualTo(408);
        all.assertThat(brokenOff("POST /connect/token", FORM)).as("token").isEqualTo(408);
        all.assertThat(brokenOff("POST /customers", FORM, cookie)).as("page").isEqualTo(408);
        all.assertThat(brokenOff("POST /settings/imports", TYPES.get(2), cookie))
                .as("list")
                .isEqualTo(408);
        all.assertThat(brokenOff(page, TYPES.get(2))).as("public form").isEqualTo(408);
        all.assertThat(brokenOff(page + "/pictures", TYPES.get(2)))
                .as("picture of a visitor")
                .isEqualTo(408);
        for (String target : targets()) {
            for (String type : List.of(FORM, "application/json")) {
                String sender = target.contains("/tenant/") ? token : cookie;
                all.assertThat(brokenOff(target, type, sender))
                        .as(target + " as " + type)
                        .isBetween(200, 499);
            }
        }
        all.assertAll();
    }

    /** The status where the line ends in the middle of the body; a program is told why. */
    private static int brokenOff(String target, String type, String... headers) {
        try (Socket socket = new Socket("localhost", Server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head(target, type, 100, headers).getBytes(ISO_8859_1));
            socket.getOutputStream().write("--x\r\nContent-Disp".getBytes(ISO_8859_1));
            socket.shutdownOutput();
            int status = status(socket);
            if (status == 408 && type.equals("application/json")) {
                assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                        .contains("too-slow");
            }
            return status;
        } catch (IOException e) {
            return fail(target + " as " + type, e);
        }
    }

    /** The status that comes though not a byte of the body does. */
    private static int status(String target, String type, int length, String... headers) {
        return status(target, type, length, 0, headers);
    }

    /** The status that comes when all of the body is sent. */
    private static int statusOfAll(String target, String type, int length, String... headers) {
        return status(target, type, length, length, headers);
    }

    private static int status(String target, String type, int length, int sent, String... headers) {
        try (Socket socket = new Socket("localhost", Server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head(target, type, length, headers).getBytes(ISO_8859_1));
            socket.getOutputStream().write(new byte[sent]);
            return status(socket);
        } catch (IOException e) {
            return fail(target + " as " + type + " with " + String.join(", ", headers), e);
        }
    }

    private static int status(Socket socket) throws IOException {
        return Integer.parseInt(new String(socket.getInputStream().readNBytes(12), ISO_8859_1).substring(9));
    }

    private static String head(String target, String type, int length, String... headers) {
        return target + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: " + length
                + "\r\n" + String.join("\r\n", headers) + (headers.length > 0 ? "\r\n" : "") + "\r\n";
    }
}
