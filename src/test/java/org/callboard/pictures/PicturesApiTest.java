package org.callboard.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.callboard.access.Role;
import org.callboard.access.Scope;
import org.callboard.database.Caller;
import org.callboard.providers.BookingProviderTag;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.TestPictures;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Uploads;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A provider sends a picture with an inquiry, and the office sees it. */
class PicturesApiTest {

    private final Shop shop = new Shop();
    private final Api open = shop.tenant.api();
    private final Api bound = shop.tenant.api(shop.provider);
    private final String pictures = open.path("callboard/v1", "/pictures");
    private final String ofProvider =
            open.path("callboard/v1", "/booking-provider/" + shop.provider.id() + "/pictures");
    private final String bookings = open.path("crm/v2", "/booking-provider/" + shop.provider.id() + "/bookings");

    @Test
    void aPictureTravelsFromTheProviderToTheOffice() {
        JsonNode uploaded =
                Office.ok(Uploads.raw(bound, ofProvider, "image/jpeg", TestPictures.jpegOfTelephone(600, 400, 6)));
        String url = uploaded.get("url").stringValue();
        assertThat(url).startsWith(Server.url()).endsWith(uploaded.get("id").stringValue());
        JsonNode booking = Office.ok(bound.post(bookings, booking("p-1", url)));
        assertThat(booking.at("/uploadedImages/0").stringValue()).isEqualTo(url);

        HttpResponse<byte[]> seen = Uploads.read(bound, Uploads.path(url));
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(header(seen, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(TestPictures.read(seen.body()).getWidth())
                .as("turned upright")
                .isEqualTo(400);
        assertThat(new String(seen.body(), ISO_8859_1)).doesNotContain("Exif", "GPS-PLACE", "SpyPhone");
        HttpResponse<byte[]> small = Uploads.read(open, Uploads.path(url) + "?size=Thumbnail");
        assertThat(TestPictures.read(small.body()).getHeight()).isEqualTo(320);

        Visitor viewer = Visitor.signedIn(shop.tenant.user(Role.Viewer));
        String page = viewer.get("/calls/" + booking.get("id").longValue()).body();
        String id = uploaded.get("id").stringValue();
        assertThat(page).contains("src=\"/pictures/" + id + "/thumbnail\"", "href=\"/pictures/" + id + "\"");
        assertThat(viewer.get("/pictures/" + id).status()).isEqualTo(200);
        assertThat(viewer.get("/pictures/" + id + "/thumbnail").status()).isEqualTo(200);
    }

    @Test
    void aPictureGoesOutInertAndForItsCompanyAlone() {
        String url = upload(open, pictures);
        HttpResponse<byte[]> seen = Uploads.read(open, Uploads.path(url));
        assertThat(header(seen, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(seen, "Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(header(seen, "Content-Disposition"))
                .startsWith("inline; filename=\"picture-")
                .endsWith(".jpg\"");
        assertThat(header(seen, "Cache-Control")).contains("private");
        String tag = header(seen, "ETag");
        assertThat(Uploads.read(open, Uploads.path(url), "If-None-Match", tag).statusCode())
                .isEqualTo(304);

        String id = PictureUrl.of(url).orElseThrow().picture().toString();
        assertThat(Uploads.readAsNobody(Uploads.path(url)).statusCode()).isEqualTo(401);
        assertThat(Uploads.readAsNobody("/pictures/" + id).statusCode()).isEqualTo(401);
        TestTenant stranger = TestTenant.create();
        assertThat(Uploads.read(stranger.api(), Uploads.path(url)).statusCode()).isEqualTo(403);
        assertThat(stranger.api()
                        .get(stranger.api().path("callboard/v1", "/pictures/" + id))
                        .status())
                .isEqualTo(404);
        assertThat(Visitor.signedIn(stranger.owner).get("/pictures/" + id).status())
                .isEqualTo(404);
    }

    @Test
    void aPageThatPretendsToBeAPictureStaysInert() {
        String page = "<html><script>alert(1)</script></html>";
        assertThat(Uploads.raw(open, pictures, "text/html", page.getBytes(ISO_8859_1))
                        .status())
                .isEqualTo(415);
        assertThat(wrongFile(Uploads.raw(open, pictures, "image/png", page.getBytes(ISO_8859_1))))
                .contains("not a picture");
        JsonNode kept = Office.ok(Uploads.form(open, pictures, "file", TestPictures.pngThatIsAPage(page)));
        HttpResponse<byte[]> seen =
                Uploads.read(open, Uploads.path(kept.get("url").stringValue()));
        assertThat(header(seen, "Content-Type")).isEqualTo("image/png");
        assertThat(new String(seen.body(), ISO_8859_1)).doesNotContain("script");
        assertThat(header(seen, "Content-Disposition")).doesNotContain("evil");
    }

    @Test
    void whatIsWrongWithAnUploadIsSaid() {
        assertThat(wrongFile(Uploads.raw(open, pictures, "image/heic", "....ftypheic....".getBytes(ISO_8859_1))))
                .contains("HEIC", "JPEG");
        assertThat(wrongFile(Uploads.raw(open, pictures, "image/png", TestPictures.pngThatClaims(9000, 9000))))
                .contains("9000 × 9000");
        assertThat(wrongFile(Uploads.form(open, pictures, "file"))).contains("none");
        byte[] jpeg = TestPictures.jpeg(20, 20);
        assertThat(wrongFile(Uploads.form(open, pictures, "file", jpeg, jpeg))).contains("2");
        byte[] tooLong = new byte[Pictures.LARGEST + 1];
        assertThat(Uploads.raw(open, pictures, "image/jpeg", tooLong).status()).isEqualTo(413);
        assertThat(Uploads.form(open, pictures, "file", tooLong).status()).isEqualTo(413);
        assertThat(Uploads.raw(open, pictures, "multipart/form-data", jpeg).status())
                .isEqualTo(400);
        assertThat(Uploads.raw(open, pictures, "multipart/form-data; boundary=x", jpeg)
                        .status())
                .isEqualTo(400);
        assertThat(open.post(pictures, "{}").status()).isEqualTo(415);
        assertThat(Uploads.raw(open, bookings, "image/jpeg", jpeg).status()).isEqualTo(415);
        Api reader = shop.tenant.api(EnumSet.of(Scope.BOOKINGS_READ), null);
        assertThat(Uploads.raw(reader, pictures, "image/jpeg", jpeg).status()).isEqualTo(403);
    }

    @Test
    void aBookingTakesOnlyWhatItMayHave() {
        String own = upload(bound, ofProvider);
        String anybodys = upload(open, pictures);
        BookingProviderTag other = shop.tenant.provider("Answering service");
        Api second = shop.tenant.api(other);
        String theirs = upload(second, ofProvider.replace("/" + shop.provider.id() + "/", "/" + other.id() + "/"));
        TestTenant stranger = TestTenant.create();
        String strangers = upload(stranger.api(), stranger.api().path("callboard/v1", "/pictures"));
        String disguised = strangers.replace("/tenant/" + stranger.id, "/tenant/" + shop.tenant.id);
        String nowhere = Server.url() + "/pictures/" + UUID.randomUUID();

        Api.Answer refused = bound.post(
                bookings,
                booking(
                        "p-2",
                        "https://example.com/a.jpg",
                        theirs,
                        own,
                        strangers,
                        disguised,
                        nowhere,
                        "http://x.test/a"),
                "Prefer",
                "handling=strict");
        assertThat(Office.wrong(refused))
                .containsExactly(
                        "uploadedImages[1]",
                        "uploadedImages[3]",
                        "uploadedImages[4]",
                        "uploadedImages[5]",
                        "uploadedImages[6]");

        JsonNode made = Office.ok(bound.post(bookings, booking("p-2", "https://example.com/a.jpg", own, anybodys)));
        assertThat(made.get("uploadedImages")).hasSize(3);
        Api.Answer twice = bound.post(bookings, booking("p-3", own), "Prefer", "handling=strict");
        assertThat(Office.wrong(twice)).containsExactly("uploadedImages[0]");
        assertThat(twice.text()).contains("Upload it again");
        assertThat(Uploads.read(second, Uploads.path(theirs)).statusCode()).isEqualTo(200);
        assertThat(Uploads.read(bound, Uploads.path(theirs)).statusCode()).isEqualTo(403);
        assertThat(bound.get(ofProvider + Uploads.path(theirs).replaceFirst(".*/", "/"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aBookingHasEightUploadsAtMost() {
        List<String> nine =
                IntStream.range(0, 9).mapToObj(i -> upload(open, pictures)).toList();
        Api.Answer kept = open.post(bookings, booking("p-4", nine.toArray(String[]::new)));
        assertThat(kept.header("Callboard-Ignored")).isEqualTo("uploadedImages[8]");
        assertThat(Office.ok(kept).get("uploadedImages")).hasSize(8);
    }

    @Test
    void whereTheirPlaceIsAwayPicturesComeLater() {
        UUID id = UUID.fromString(upload(open, pictures).replaceAll(".*/", ""));
        Pictures now = new Pictures(
                Server.bean(PictureStore.class),
                new AwayFiles(),
                Server.bean(ImageProcessor.class),
                Server.bean(UntakenPictures.class),
                Server.bean(TransactionTemplate.class));
        assertThatThrownBy(() -> shop.tenant.caller.call(() -> now.read(open.tenant, id, PictureSize.large)))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(RefusalCode.PICTURES_AWAY));
    }

    @Test
    void ofTwoBookingsThatWantAPictureAtOnceOneGetsIt() {
        String url = upload(bound, ofProvider);
        bound.token();
        List<Api.Answer> answers =
                AtOnce.run(6, i -> () -> bound.post(bookings, booking("race-" + i, url), "Prefer", "handling=strict"));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allMatch(answer -> Set.of("invalid", "picture-taken").contains(answer.code()));
        assertThat(Office.ok(bound.get(bookings)).get("data")).hasSize(1);
    }

    @Test
    void whatABookingGivesUpWaitsAgainAndWhatNobodyTakesIsRemoved() {
        String first = upload(bound, ofProvider);
        String second = upload(bound, ofProvider);
        long id =
                Office.ok(bound.post(bookings, booking("p-5", first))).get("id").longValue();
        Office.ok(bound.patch(bookings + "/" + id, "{\"uploadedImages\": [\"" + second + "\"]}"));
        UUID left = PictureUrl.of(first).orElseThrow().picture();
        UUID taken = PictureUrl.of(second).orElseThrow().picture();
        assertThat(scheduled(left))
                .as("once at the upload, once when it was given up")
                .isEqualTo(2);

        UntakenPictures untaken = Server.bean(UntakenPictures.class);
        Instant now = Instant.now();
        untaken.removeIfWaiting(shop.tenant.id, left, now.minus(1, ChronoUnit.HOURS));
        assertThat(Uploads.read(bound, Uploads.path(first)).statusCode())
                .as("not yet")
                .isEqualTo(200);
        untaken.removeIfWaiting(shop.tenant.id, left, now.plusSeconds(1));
        untaken.removeIfWaiting(shop.tenant.id, taken, now.plusSeconds(1));
        assertThat(Uploads.read(bound, Uploads.path(first)).statusCode()).isEqualTo(404);
        assertThat(Uploads.read(bound, Uploads.path(second)).statusCode()).isEqualTo(200);
        PictureFiles files = Server.bean(PictureFiles.class);
        assertThat(files.get(new PictureFiles.Key(shop.tenant.id, left, PictureSize.large)))
                .isEmpty();
        assertThat(files.get(new PictureFiles.Key(shop.tenant.id, left, PictureSize.thumbnail)))
                .isEmpty();
        Office.ok(bound.patch(bookings + "/" + id, "{\"uploadedImages\": []}"));
        assertThat(Office.wrong(bound.patch(bookings + "/" + id, "{\"uploadedImages\": [\"" + first + "\"]}")))
                .containsExactly("uploadedImages[0]");
    }

    /** The note is made first: a crash before the files are stored leaves something that is known, and removed. */
    @Test
    void aPictureWithoutItsFilesCanNotBeTaken() {
        String url = upload(bound, ofProvider);
        UUID id = PictureUrl.of(url).orElseThrow().picture();
        shop.tenant.caller.run(() -> Server.bean(JdbcClient.class)
                .sql("update picture set stored = false where tenant_id = ? and id = ?")
                .params(shop.tenant.id, id)
                .update());
        assertThat(Uploads.read(bound, Uploads.path(url)).statusCode()).isEqualTo(404);
        assertThat(Office.wrong(bound.post(bookings, booking("p-6", url), "Prefer", "handling=strict")))
                .containsExactly("uploadedImages[0]");
    }

    private static long scheduled(UUID picture) {
        return Caller.system(1)
                .call(() -> Server.bean(JdbcClient.class)
                        .sql("select count(*) from scheduled_tasks where task_instance like ?")
                        .param("%" + picture + "%")
                        .query(Long.class)
                        .single());
    }

    private static String upload(Api api, String path) {
        return Office.ok(Uploads.raw(api, path, "application/octet-stream", TestPictures.jpeg(90, 60)))
                .get("url")
                .stringValue();
    }

    private static String wrongFile(Api.Answer answer) {
        assertThat(Office.wrong(answer)).containsExactly("file");
        return answer.json().at("/errors/file/0").stringValue();
    }

    private static String booking(String externalId, String... images) {
        String list = List.of(images).stream().map(url -> "\"" + url + "\"").collect(Collectors.joining(","));
        return """
                {"source": "Website", "name": "Jordan Reyes", "summary": "No heat", "isFirstTimeClient": true,
                 "externalId": "%s", "contacts": [{"type": "Phone", "value": "937-555-0142"}], "uploadedImages": [%s]}
                """.formatted(externalId, list);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static final class AwayFiles implements PictureFiles {
        @Override
        public void put(Key key, byte[] content, String contentType) {
            throw new Unavailable(new IOException("away"));
        }

        @Override
        public Optional<byte[]> get(Key key) {
            throw new Unavailable(new IOException("away"));
        }

        @Override
        public void delete(Key key) {
            throw new Unavailable(new IOException("away"));
        }
    }
}
