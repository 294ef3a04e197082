package org.callboard.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.people.Users;
import org.callboard.testing.Api;
import org.callboard.testing.Browser;
import org.callboard.testing.Eventually;
import org.callboard.testing.Routes;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Streams and copies end with the right to have them. */
class OpenResponsesTest {

    private static final String STREAM = "/calls/stream";

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final Users users = Server.bean(Users.class);
    private final Apps apps = Server.bean(Apps.class);
    private final OpenResponses open = Server.bean(OpenResponses.class);

    /** A client that takes a little of an answer and then no more, until it is asked what came in all. */
    private static final class Slow implements AutoCloseable {
        private final Socket socket = new Socket();
        private final InputStream in;

        Slow(String path, String... headers) throws IOException {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress("localhost", Server.port()));
            socket.setSoTimeout(30_000);
            StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");
            for (int i = 0; i < headers.length; i += 2) {
                request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
            }
            socket.getOutputStream().write((request + "\r\n").getBytes(ISO_8859_1));
            in = socket.getInputStream();
            assertThat(new String(in.readNBytes(12), ISO_8859_1)).isEqualTo("HTTP/1.1 200");
        }

        /** Reads to where the line ends, which is an end of the answer only where its last chunk came. */
        boolean endsInTheMiddle() {
            byte[] last = new byte[0];
            long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
            try {
                byte[] piece = new byte[1 << 16];
                for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                    assertThat(System.nanoTime()).as("it goes on and on").isLessThan(end);
                    last = (new String(last, ISO_8859_1) + new String(piece, 0, length, ISO_8859_1))
                            .getBytes(ISO_8859_1);
                    last = Arrays.copyOfRange(last, Math.max(0, last.length - 5), last.length);
                }
            } catch (IOException e) {
                return true; // reset
            }
            return !new String(last, ISO_8859_1).equals("0\r\n\r\n");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private void endsWith(Slow answer, Runnable event) {
        Eventually.is(1L, () -> open.count(tenant));
        event.run();
        open.look(Duration.ZERO); // and not within a second or two, which other tests here wait for
        assertThat(open.count(tenant)).isZero();
        assertThat(answer.endsInTheMiddle()).isTrue();
    }

    private static Visitor signedIn(SignedInUser user) {
        return signedIn(user, TestTenant.PASSWORD);
    }

    private static Visitor signedIn(SignedInUser user, String password) {
        Visitor visitor = new Visitor();
        visitor.signIn(user.email(), password);
        visitor.get("/settings"); // for the token of its forms
        return visitor;
    }

    private static void signOut(Visitor visitor) {
        assertThat(visitor.post("/sign-out").location()).isEqualTo("/sign-in?out");
    }

    private void reset(SignedInUser user) {
        Users.Draft draft = new Users.Draft(user.displayName(), user.email(), user.role(), "another long one");
        Caller.system(tenant).run(() -> users.update(tenant, user.id(), draft));
    }

    private void update(SignedInUser user, Role role) {
        Users.Draft draft = new Users.Draft(user.displayName(), user.email(), role, null);
        Caller.system(tenant).run(() -> users.update(tenant, user.id(), draft));
    }

    @Test
    void aStreamEndsWithTheSessionThePasswordAndTheUser() throws IOException {
        SignedInUser csr = shop.tenant.user(Role.CSR);
        Visitor visitor = signedIn(csr);
        try (Slow stream = new Slow(STREAM, "Cookie", visitor.cookie())) {
            endsWith(stream, () -> signOut(visitor));
        }
        try (Slow stream = new Slow(STREAM, "Cookie", signedIn(csr).cookie())) {
            endsWith(stream, () -> reset(csr));
        }
        try (Slow stream =
                new Slow(STREAM, "Cookie", signedIn(csr, "another long one").cookie())) {
            endsWith(stream, () -> inCompany(() -> users.activate(tenant, csr.id(), false)));
        }
    }

    /** Of 20 MB, far more than lies between the two ends of a line. */
    @Test
    void aCopyEndsWithTheConnectionAndItsRights() throws IOException {
        fillBookings();
        Set<Scope> all = Set.of(Scope.EXPORT, Scope.BOOKINGS_READ);
        Api revoked = shop.tenant.api();
        try (Slow copy = copy(revoked)) {
            endsWith(copy, () -> inCompany(() -> apps.revoke(tenant, revoked.connection.id())));
        }
        Api lessened = shop.tenant.api();
        long app = lessened.app.id();
        try (Slow copy = copy(lessened)) {
            endsWith(
                    copy,
                    () -> inCompany(() -> apps.update(tenant, app, "A" + app, Set.of(Scope.BOOKINGS_READ), true)));
        }
        inCompany(() -> apps.update(tenant, app, "A" + app, all, true));
        try (Slow copy = copy(lessened)) {
            endsWith(copy, () -> inCompany(() -> apps.update(tenant, app, "A" + app, all, false)));
        }
    }

    @Test
    void aListForAManagerEndsWhereThePersonIsNoneAnyMore() throws IOException {
        inCompany(() ->
                Server.bean(JdbcClient.class).sql("""
                insert into customer (tenant_id, name, street, city, state, zip, country, created_on, modified_on)
                select :tenant, repeat('x', 1000), '', '', '', '', '', now(), now() from generate_series(1, 20000)
                """).param("tenant", tenant).update());
        SignedInUser manager = shop.tenant.user(Role.Manager);
        try (Slow list =
                new Slow("/customers/export", "Cookie", signedIn(manager).cookie())) {
            endsWith(list, () -> update(manager, Role.Viewer));
        }
    }

    @Test
    void whoMayGoOnIsLeftAlone() throws IOException, InterruptedException {
        Visitor manager = signedIn(shop.tenant.user(Role.Manager));
        Visitor viewer = signedIn(shop.tenant.user(Role.Viewer));
        Shop other = new Shop();
        try (Slow first = new Slow(STREAM, "Cookie", manager.cookie());
                Slow second = new Slow(STREAM, "Cookie", viewer.cookie());
                Slow third = new Slow(
                        STREAM, "Cookie", signedIn(other.tenant.user(Role.CSR)).cookie())) {
            signOut(viewer);
            assertThat(second.endsInTheMiddle()).isTrue();
            Eventually.is(1L, () -> open.count(tenant));
            assertThat(open.count(other.tenant.id)).isEqualTo(1);
            assertThat(first.in.read()).as("goes on").isNotNegative();
            assertThat(third.in.read()).as("goes on").isNotNegative();
        }
        Eventually.is(0L, () -> open.count(tenant));
    }

    /** Who asks for the head of an answer gets it, and what has no end is not even begun for it. */
    @Test
    void headOpensNothingAtAnyRoute() {
        Visitor visitor = signedIn(shop.tenant.owner);
        Api api = shop.tenant.api();
        for (Routes.Route route : Routes.all()) {
            if (route.method().equals("GET") && route.ours()) {
                String path = route.path().replace("{tenant}", "" + tenant).replaceAll("\\{[^}]+}", "1");
                int status = route.ofTheApi()
                        ? Api.send(api.request("HEAD", path, null)).status()
                        : visitor.send("HEAD", path).status();
                assertThat(status).as("HEAD %s", path).isBetween(200, 499);
            }
        }
        Eventually.is(0L, () -> open.count(tenant));
        assertThat(shop.tenant.caller.call(
                        () -> Server.bean(Changes.class).of(tenant, EntityKind.CUSTOMER_EXPORT, tenant)))
                .as("taken out")
                .isEmpty();
    }

    @Test
    void thePageSaysThatTheSessionEnded() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(shop.tenant.user(Role.CSR));
            page.navigate(browser.url("/calls"));
            Page other = browser.page();
            other.navigate(browser.url("/follow-ups"));
            other.evaluate("document.querySelector('form[action=\"/sign-out\"]').submit()");
            other.waitForURL("**/sign-in?out");
            PlaywrightAssertions.assertThat(page.locator("#connection-state"))
                    .hasAttribute("data-state", "reconnecting");
            page.evaluate("dispatchEvent(new Event('online'))"); // the browser by itself waits three seconds
            PlaywrightAssertions.assertThat(page.locator("#session-ended")).isVisible();
        }
    }

    private void inCompany(Runnable work) {
        shop.tenant.caller.run(work);
    }

    private Slow copy(Api api) throws IOException {
        return new Slow(
                api.path("callboard/v1", "/export/bookings.ndjson"),
                "Authorization",
                "Bearer " + api.token(),
                "ST-App-Key",
                api.app.appKey());
    }

    private void fillBookings() {
        inCompany(() -> Server.bean(JdbcClient.class)
                .sql("""
                insert into booking (tenant_id, booking_provider_id, external_id, source, name, summary, created_on, modified_on)
                select :tenant, :provider, n::text, 'W', 'Jo', repeat('x', 20000), now(), now()
                from generate_series(1, 1000) n
                """)
                .param("tenant", tenant)
                .param("provider", shop.provider.id())
                .update());
    }
}
