package org.callboard.publicforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.database.RecordShape;
import org.callboard.providers.BookingProviderTags;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.FormPost;
import org.callboard.testing.Office;
import org.callboard.testing.PublicPage;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.TestPictures;
import org.callboard.testing.Uploads;
import org.callboard.testing.Variant;
import org.callboard.validation.FieldErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Somebody asks for a visit, without a script. */
class BookingFormPageTest {

    private static final Pattern PICTURE = Pattern.compile("src=\"(/book/[^\"]+/pictures/[^\"]+)\"");

    private final Shop shop = new Shop();
    private final PublicPage book = PublicPage.of(shop);
    private final Api provider = shop.tenant.api(shop.provider);
    private final String bookings = provider.path("crm/v2", "/booking-provider/" + shop.provider.id() + "/bookings");

    @Test
    void whatSomebodySendsIsABookingOfTheProvider() {
        ZoneId zone = ZoneId.of("America/New_York");
        LocalDate day = LocalDate.now(zone).plusDays(9);
        HttpResponse<String> answer = FormPost.filled(book)
                .with("email", "avery@example.com")
                .with("unit", "2B")
                .with("jobType", Long.toString(shop.jobType))
                .with("day", day.toString())
                .with("part", "afternoon")
                .with("firstTime", "no")
                .file("pictures", "boiler.jpg", TestPictures.jpegOfTelephone(600, 400, 6))
                .send();
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).isEqualTo(book.path() + "/thanks?theme=auto");
        assertThat(FormPost.get(location(answer)).body()).contains("Thank you", "(937) 555-0100");

        JsonNode made = only();
        assertThat(made.get("source").stringValue()).isEqualTo("Booking page");
        assertThat(made.get("name").stringValue()).isEqualTo("Avery Lowell");
        assertThat(made.get("summary").stringValue())
                .startsWith("No heat since last night\n\nWished for: ")
                .endsWith(", in the afternoon");
        assertThat(made.get("start").stringValue())
                .isEqualTo(day.atTime(12, 0).atZone(zone).toInstant().toString());
        assertThat(made.at("/address/unit").stringValue()).isEqualTo("2B");
        assertThat(made.at("/address/country").stringValue()).isEqualTo("USA");
        assertThat(made.get("jobTypeId").longValue()).isEqualTo(shop.jobType);
        assertThat(made.get("businessUnitId").longValue()).isEqualTo(shop.unit);
        assertThat(made.get("campaignId").longValue()).isEqualTo(shop.campaign);
        assertThat(made.get("isFirstTimeClient").booleanValue()).isFalse();
        assertThat(made.get("isSendConfirmationEmail").booleanValue()).isTrue();
        JsonNode contacts = Office.ok(provider.get(bookings + "/" + made.get("id") + "/contacts"))
                .get("data");
        assertThat(contacts.valueStream()
                        .map(contact -> contact.get("type").stringValue() + " "
                                + contact.get("value").stringValue()))
                .containsExactly("MobilePhone (937) 555-0119", "Email avery@example.com");
        String picture = made.at("/uploadedImages/0").stringValue();
        byte[] seen = Uploads.read(provider, Uploads.path(picture)).body();
        assertThat(TestPictures.read(seen).getWidth()).as("turned upright").isEqualTo(400);
        List<String> actors = shop.tenant.caller.call(() ->
                Server.bean(Changes.class)
                        .of(shop.tenant.id, EntityKind.BOOKING, made.get("id").longValue())
                        .stream()
                        .map(Changes.Change::actorName)
                        .toList());
        assertThat(actors).isNotEmpty().containsOnly("Booking page");
    }

    @Test
    void aWrongFormComesBackWithWhatWasTypedAndItsPictures() {
        String seal = book.seal();
        HttpResponse<String> wrong = FormPost.filled(book)
                .with("form", seal)
                .with("phone", "12")
                .with("email", "nobody")
                .with("zip", "")
                .with("day", "2020-01-01")
                .with("summary", "Water <b>everywhere</b>")
                .file("pictures", "a.jpg", TestPictures.jpeg(300, 200))
                .file("pictures", "IMG_1.heic", "....ftypheic....".getBytes())
                .send();
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("Water &lt;b&gt;everywhere&lt;/b&gt;", "value=\"Avery Lowell\"", "value=\"nobody\"")
                .contains("value=\"2020-01-01\"", "This day has passed", "area code", "ZIP", "e-mail address")
                .contains("IMG_1.heic: This is a HEIC picture")
                .contains("value=\"" + seal + "\"");
        assertThat(wrong.body().split("aria-invalid=\"true\"", -1)).hasSize(6);
        Matcher kept = PICTURE.matcher(wrong.body());
        assertThat(kept.find()).isTrue();
        String thumbnail = kept.group(1).replace("&amp;", "&");
        assertThat(Uploads.readAsNobody(thumbnail).statusCode()).isEqualTo(200);
        assertThat(Uploads.readAsNobody(thumbnail.replaceFirst("form=.*", "form=" + book.seal()))
                        .statusCode())
                .as("with the seal of another form")
                .isEqualTo(404);
        assertThat(Uploads.readAsNobody(thumbnail.replaceFirst("\\?.*", "")).statusCode())
                .isEqualTo(403);
        assertThat(bookings()).isEmpty();

        HttpResponse<String> right = FormPost.filled(book)
                .with("form", seal)
                .file("pictures", "b.png", TestPictures.png(200, 200))
                .send();
        assertThat(right.statusCode()).isEqualTo(302);
        assertThat(only().get("uploadedImages")).hasSize(2);
        assertThat(Uploads.readAsNobody(thumbnail).statusCode())
                .as("the office's from now on")
                .isEqualTo(404);
    }

    @Test
    void aPictureCanBeTakenBack() {
        String seal = book.seal();
        FormPost.filled(book)
                .with("form", seal)
                .without("name")
                .file("pictures", "a.jpg", TestPictures.jpeg(300, 200))
                .file("pictures", "b.jpg", TestPictures.jpeg(200, 200))
                .send();
        String body =
                FormPost.filled(book).with("form", seal).without("name").send().body();
        Matcher first = Pattern.compile("name=\"remove\" value=\"([^\"]+)\"").matcher(body);
        assertThat(first.find()).isTrue();
        FormPost.filled(book).with("form", seal).with("remove", first.group(1)).send();
        assertThat(only().get("uploadedImages")).hasSize(1);
        assertThat(only().at("/uploadedImages/0").stringValue()).doesNotContain(first.group(1));
    }

    @Test
    void whatIsTooLargeIsSaidAndNothingTypedIsLost() {
        HttpResponse<String> answer = FormPost.filled(book)
                .file("pictures", "film.jpg", new byte[(10 << 20) + 1])
                .send();
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("film.jpg: The picture is larger than 10 MB", "value=\"Avery Lowell\"");
        FormPost nine = FormPost.filled(book);
        for (int i = 0; i < 9; i++) {
            nine.file("pictures", i + ".png", TestPictures.png(20, 20));
        }
        assertThat(nine.send().body()).contains("8.png: At most 8 pictures");
    }

    @Test
    void aRobotThatFillsEverythingIsThankedAndForgotten() {
        HttpResponse<String> answer =
                FormPost.filled(book).with("homepage", "https://spam.example").send();
        assertThat(location(answer)).startsWith(book.path() + "/thanks");
        assertThat(bookings()).isEmpty();
    }

    @Test
    void nobodyTypesInAMomentAndNoFormIsGoodForever() {
        HttpResponse<String> quick =
                FormPost.filled(book).with("form", book.seal(Duration.ZERO)).send();
        assertThat(quick.statusCode()).isEqualTo(422);
        assertThat(quick.body()).contains("quicker than anybody types", "value=\"Avery Lowell\"");
        HttpResponse<String> old = FormPost.filled(book)
                .with("form", book.seal(Duration.ofHours(13)))
                .send();
        assertThat(old.statusCode()).isEqualTo(422);
        assertThat(old.body()).contains("open for a long time", "value=\"Avery Lowell\"");
        PublicPage other = PublicPage.of(new Shop());
        for (String seal : List.of("", "1.2.3", other.seal(), book.seal().replaceFirst("^1", "2"))) {
            assertThat(FormPost.filled(book).with("form", seal).send().statusCode())
                    .isEqualTo(422);
        }
        assertThat(FormPost.filled(book).without("form").send().statusCode()).isEqualTo(422);
        assertThat(bookings()).isEmpty();
    }

    @Test
    void aFormThatIsSentTwiceMakesOneBooking() {
        String seal = book.seal();
        List<String> answers = AtOnce.run(
                6,
                i -> () -> location(FormPost.filled(book)
                        .with("form", seal)
                        .file("pictures", "a.png", TestPictures.png(30, 30))
                        .send()));
        assertThat(answers).filteredOn(to -> to.endsWith("/thanks?theme=auto")).hasSize(1);
        assertThat(answers)
                .filteredOn(to -> to.endsWith("/thanks?theme=auto&again=1"))
                .hasSize(5);
        assertThat(bookings()).hasSize(1);
        assertThat(FormPost.get(answers.stream()
                                .filter(to -> to.contains("again"))
                                .findFirst()
                                .orElseThrow())
                        .body())
                .contains("We have it already");
    }

    @Test
    void whatAPageDoesNotAskItDoesNotTake() {
        PublicPage bare = PublicPage.of(new Shop(), draft -> uses(draft, FieldUse.hidden));
        String html = FormPost.get(bare.path()).body();
        assertThat(html)
                .doesNotContain("name=\"street\"", "name=\"email\"", "name=\"day\"", "type=\"file\"", "firstTime");
        HttpResponse<String> answer = FormPost.filled(bare)
                .with("email", "avery@example.com")
                .with("day", "2020-01-01")
                .file("pictures", "a.jpg", TestPictures.jpeg(30, 20))
                .send();
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(FormPost.filled(bare)
                        .with("email", "avery@example.com")
                        .with("day", "x")
                        .send()
                        .statusCode())
                .isEqualTo(302);
        JsonNode made = Office.ok(
                        bare.shop.tenant.api().get(bare.shop.tenant.api().path("crm/v2", "/bookings")))
                .at("/data/0");
        assertThat(made.get("address").isNull()).isTrue();
        assertThat(made.get("uploadedImages").isNull()).isTrue();
        assertThat(made.get("isSendConfirmationEmail").booleanValue()).isFalse();
    }

    @Test
    void whatAPageInsistsOnMustBeThere() {
        PublicPage strict = PublicPage.of(new Shop(), draft -> uses(draft, FieldUse.required));
        HttpResponse<String> answer =
                FormPost.to(strict.path()).with("form", strict.seal()).send();
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("your name", "how to reach you", "what is wrong, or", "the street", "the city", "the state")
                .contains("your e-mail address", "choose a day", "add a picture", "Please choose one.");
    }

    @ParameterizedTest
    @CsvSource({
        "day, 2026-02-30",
        "day, tomorrow",
        "day, 9999-12-31",
        "part, midnight",
        "jobType, 999",
        "jobType, x",
        "firstTime, maybe",
        "theme, '\"><script>'",
        "embed, yes",
        "name, 'a\0b'",
        "remove, x",
        "pictures, x",
        "form, ☃"
    })
    void noTextMakesItStumble(String field, String value) {
        for (FormPost form : List.of(
                FormPost.filled(book), FormPost.filled(book).file("pictures", "a.png", TestPictures.png(9, 9)))) {
            HttpResponse<String> answer = form.with(field, value).send();
            assertThat(answer.statusCode()).isIn(302, 400, 422);
            assertThat(answer.body()).doesNotContain("<script>\"");
        }
    }

    @Test
    void offUnknownAndRenewedAreTheSameNothing() {
        String unknown = body404(book.path().substring(0, book.path().length() - 22) + "A".repeat(22));
        assertThat(unknown)
                .contains("There is no page at this address")
                .doesNotContain("Callboard", "href=\"/\"", "sign");
        assertThat(body404("/book/x")).isEqualTo(unknown);
        assertThat(body404("/book/" + Long.MAX_VALUE + "-" + "A".repeat(22))).isEqualTo(unknown);
        BookingPages pages = Server.bean(BookingPages.class);
        shop.tenant.caller.run(() -> pages.renew(shop.tenant.id, shop.provider.id()));
        for (String path : List.of("", "/thanks", "/widget.js")) {
            assertThat(body404(book.path() + path)).isEqualTo(unknown);
        }
        assertThat(FormPost.filled(book).send().statusCode()).isEqualTo(404);
        String now = "/book/" + page().token();
        assertThat(FormPost.get(now).statusCode()).isEqualTo(200);
        shop.tenant.caller.run(() ->
                Server.bean(BookingProviderTags.class).update(shop.tenant.id, shop.provider.id(), null, null, false));
        assertThat(body404(now)).isEqualTo(unknown);
        shop.tenant.caller.run(() ->
                Server.bean(BookingProviderTags.class).update(shop.tenant.id, shop.provider.id(), null, null, true));
        shop.tenant.caller.run(() -> pages.save(
                shop.tenant.id,
                shop.provider.id(),
                RecordShape.with(BookingPageDraft.of(page()), "active", false),
                new FieldErrors()));
        assertThat(body404(now)).isEqualTo(unknown);
    }

    @Test
    void aPageNeedsNoCookieAndMayStandInAFrameAsNoOtherMay() {
        HttpResponse<String> shown = FormPost.get(book.path());
        assertThat(shown.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(shown.headers().firstValue("X-Frame-Options")).isEmpty();
        String policy = shown.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy).contains("default-src 'none'", "script-src 'self';", "frame-ancestors *");
        String nonce = policy.replaceFirst(".*'nonce-([^']+)'.*", "$1");
        assertThat(shown.body()).contains("<style nonce=\"" + nonce + "\"").doesNotContain("style=\"", "onclick");
        assertThat(FormPost.get(book.path()).body()).doesNotContain(nonce);
        for (String path : List.of("/sign-in", "/error", "/nothing")) {
            HttpResponse<String> other = FormPost.get(path);
            assertThat(other.headers().firstValue("X-Frame-Options")).as(path).hasValue("DENY");
            assertThat(other.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("frame-ancestors 'none'");
        }
    }

    @Test
    void whoSendsTooMuchIsToldToCall() {
        for (int i = 0; i < 10; i++) {
            assertThat(FormPost.filled(book).from("203.0.113.7").send().statusCode())
                    .isEqualTo(302);
        }
        HttpResponse<String> refused = FormPost.filled(book).from("203.0.113.7").send();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("Please call us: (937) 555-0100").doesNotContain("Callboard");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElse("0")))
                .isBetween(1, 601);
        assertThat(FormPost.filled(book).from("203.0.113.8").send().statusCode())
                .isEqualTo(302);
        assertThat(bookings()).hasSize(11);
        PublicPage other = PublicPage.of(new Shop());
        assertThat(FormPost.filled(other).from("203.0.113.7").send().statusCode())
                .isEqualTo(302);
    }

    @Test
    void ofSixtyFourBitsTheNeighboursAreOne() {
        for (int i = 0; i < 10; i++) {
            FormPost.to(book.path()).from("2001:db8:1:2::" + i).send();
        }
        assertThat(FormPost.to(book.path()).from("2001:db8:1:2:ffff::1").send().statusCode())
                .isEqualTo(429);
        assertThat(FormPost.to(book.path()).from("2001:db8:1:3::1").send().statusCode())
                .isEqualTo(422);
    }

    private static BookingPageDraft uses(BookingPageDraft draft, FieldUse use) {
        return Variant.of(draft)
                .with("phone", null)
                .with("address", use)
                .with("email", use)
                .with("time", use)
                .with("pictures", use)
                .with("firstTime", use)
                .with("businessUnitId", null)
                .with("campaignId", null)
                .with("jobTypeIds", List.of())
                .record();
    }

    private BookingPage page() {
        return shop.tenant.caller.call(() -> Server.bean(BookingPages.class).get(shop.tenant.id, shop.provider.id()));
    }

    private static String body404(String path) {
        HttpResponse<String> answer = FormPost.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        return answer.body().replaceAll("nonce-[^']+", "");
    }

    private List<JsonNode> bookings() {
        return Office.ok(provider.get(bookings)).get("data").valueStream().toList();
    }

    private JsonNode only() {
        assertThat(bookings()).hasSize(1);
        return bookings().getFirst();
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("").replace(Server.url(), "");
    }
}
