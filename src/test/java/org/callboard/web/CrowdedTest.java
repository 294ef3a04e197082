package org.callboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.server.Crowd;
import org.callboard.testing.Api;
import org.callboard.testing.FormPost;
import org.callboard.testing.PublicPage;
import org.callboard.testing.Shop;
import org.callboard.testing.TestPictures;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Uploads;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** What people and programs are told where heavy work is refused, since too much of it waits. */
class CrowdedTest {

    private final Shop shop = new Shop();
    private final byte[] picture = TestPictures.jpeg(60, 40);

    @Test
    void whoSignsInGetsTheFormBackAndIsNotCountedAsWrong() {
        SignedInUser csr = shop.tenant.user(Role.CSR);
        Visitor visitor = new Visitor();
        visitor.get("/sign-in");
        try (Crowd crowd = new Crowd("passwordQueue")) {
            for (int i = 0; i < 6; i++) {
                Visitor.Answer answer = visitor.post("/sign-in", "email", csr.email(), "password", TestTenant.PASSWORD);
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.body())
                        .contains("this one was not looked at", "value=\"" + csr.email() + "\"")
                        .doesNotContain(TestTenant.PASSWORD);
            }
        }
        assertThat(visitor.post("/sign-in", "email", csr.email(), "password", TestTenant.PASSWORD)
                        .location())
                .isEqualTo("/calls");
    }

    @Test
    void aFormWithAPasswordComesBackWithWhatWasTyped() {
        Visitor owner = Visitor.signedIn(shop.tenant.user(Role.Owner));
        String[] typed = {
            "name", "Rosa Ibarra", "email", "rosa@crowded.test", "role", "CSR", "password", "a long enough one"
        };
        owner.get("/settings/users/new");
        try (Crowd crowd = new Crowd("passwordQueue")) {
            Visitor.Answer answer = owner.post("/settings/users", typed);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).contains("not looked at", "value=\"Rosa Ibarra\"", "value=\"rosa@crowded.test\"");
        }
        assertThat(owner.post("/settings/users", typed).location()).startsWith("/settings/users");
    }

    @Test
    void aBookingPageKeepsWhatAVisitorTyped() {
        PublicPage book = PublicPage.of(shop);
        FormPost form = FormPost.filled(book).file("pictures", "drip.jpg", picture);
        FormPost byScript =
                FormPost.to(book.path() + "/pictures").with("form", book.seal()).file("file", "drip.jpg", picture);
        try (Crowd crowd = new Crowd("pictureQueue")) {
            HttpResponse<String> answer = form.send();
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("drip.jpg: Too many pictures arrive at once", "Avery Lowell", "No heat since last night");
            HttpResponse<String> toScript = byScript.send();
            assertThat(toScript.statusCode()).isEqualTo(503);
            assertThat(toScript.headers().firstValue("Retry-After")).hasValue("2");
        }
        assertThat(form.send().statusCode()).as("the same form once more").isEqualTo(302);
    }

    @Test
    void programsAreToldWhenToComeAgain() {
        Api api = shop.tenant.api();
        String pictures = api.path("callboard/v1", "/pictures");
        String imports = api.path("callboard/v1", "/imports?kind=Customers");
        byte[] list = "Name,Phone\nAvery Lowell,9375550119\n".getBytes(UTF_8);
        String bookings = api.path("crm/v2", "/booking-provider/" + shop.provider.id() + "/bookings");
        String longBooking = "{" + " ".repeat(300_000) + "}";
        try (Crowd drawing = new Crowd("pictureQueue");
                Crowd staging = new Crowd("stagingQueue");
                Crowd parsing = new Crowd("jsonQueue")) {
            for (Api.Answer answer : new Api.Answer[] {
                Uploads.raw(api, pictures, "image/jpeg", picture),
                Uploads.form(api, pictures, "file", picture),
                Uploads.raw(api, imports, "text/csv", list),
                Uploads.form(api, imports, "file", list),
                api.post(bookings, longBooking)
            }) {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isEqualTo("2");
                assertThat(answer.json().get("title").stringValue()).startsWith("Too many");
            }
        }
        assertThat(Uploads.raw(api, pictures, "image/jpeg", picture).status()).isEqualTo(200);
        assertThat(api.post(bookings, longBooking).status()).isEqualTo(400);
    }
}
