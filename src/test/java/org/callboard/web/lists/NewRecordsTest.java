package org.callboard.web.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Office;
import org.callboard.testing.Statements;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the forms for new customers and locations do with what is sent. */
class NewRecordsTest {

    private final Office office = new Office();
    private final Visitor csr = Visitor.signedIn(office.tenant.user(Role.CSR));

    @BeforeEach
    void open() {
        csr.get("/customers/new"); // whose page brings the token of the forms
    }

    @Test
    void theSameFormSentTwentyTimesAtOnceMakesOneCustomer() {
        String form = form(once(csr.get("/customers/new").body()), "Jordan Reyes");
        List<Visitor.Answer> answers = AtOnce.run(20, i -> () -> csr.postForm("/customers/new", form));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.location()).isEqualTo(answers.getFirst().location());
        });
        assertThat(customers()).hasSize(1);
    }

    @Test
    void aFormThatIsSentAgainWithOtherWordsIsAskedAbout() {
        String once = once(csr.get("/customers/new").body());
        String saved =
                csr.postForm("/customers/new", form(once, "Jordan Reyes")).location();
        Visitor.Answer again = csr.postForm("/customers/new", form(once, "Jordan Reyes Jr"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("This form was saved already")
                .contains("href=\"" + saved + "\"")
                .contains("Jordan Reyes Jr");
        assertThat(customers()).hasSize(1);
        assertThat(csr.postForm("/customers/new", form(once(again.body()), "Jordan Reyes Jr"))
                        .status())
                .isEqualTo(302);
        assertThat(customers()).hasSize(2);
    }

    @Test
    void aFormThatWasRefusedKeepsItsTokenAndStillSavesOnce() {
        String once = once(csr.get("/customers/new").body());
        Visitor.Answer refused = csr.postForm("/customers/new", form(once, ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(once(refused.body())).isEqualTo(once);
        assertThat(csr.postForm("/customers/new", form(once, "Ada")).status()).isEqualTo(302);
    }

    @Test
    void rowsWithGapsCloseUpAndEmptyOnesAreLeftOut() {
        String form = form(UUID.randomUUID().toString(), "Ada")
                + "&contacts[0].type=MobilePhone&contacts[0].value="
                + "&contacts[4].type=Email&contacts[4].value=ada@example.com&contacts[4].memo=work"
                + "&locations[3].address.state=OH&locations[3].address.country=USA"
                + "&locations[7].name=Cabin&locations[7].address.street=9+Lake+Rd&locations[7].address.city=Xenia"
                + "&locations[7].address.state=OH&locations[7].address.zip=45385&locations[7].address.country=USA"
                + "&locations[7].contacts[2].type=Phone&locations[7].contacts[2].value=937-555-0177";
        Visitor.Answer answer = csr.postForm("/customers/new", form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        String id = answer.location().replaceFirst(".*/", "");
        JsonNode places = Office.ok(office.api.get(office.locations + "?customerId=" + id))
                .get("data");
        assertThat(places.valueStream().map(place -> place.get("name").stringValue()))
                .containsExactly("Ada", "Cabin");
        assertThat(Office.ok(office.api.get(office.customers + "/" + id + "/contacts"))
                        .get("data"))
                .hasSize(2);
    }

    @Test
    void whatNoFormSendsIsRefusedByItsField() {
        String odd = form(UUID.randomUUID().toString(), "x".repeat(201))
                + "&type=Alien&tagTypeIds=999999&tagTypeIds=abc&field.999999=1&contacts[0].type=Pigeon&contacts[0].value=coo"
                + "&contacts[99999].value=1&locations[-1].name=x&locations[0].contacts[0].memo=only+a+memo";
        Visitor.Answer answer = csr.postForm("/customers/new", odd);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("At most 200 characters are allowed.")
                .contains("Choose one from the list.")
                .contains("Choose from the list.");
        assertThat(customers()).isEmpty();
    }

    @Test
    void whatHangsOnARecordIsRefusedAtItsOwnField() {
        long theirs = office.field("customer", "Referred by", DataType.Text, null);
        long places = office.field("location", "Gate", DataType.Text, null);
        String tooLong = "=" + "x".repeat(4001);
        String tooMany = "tagTypeIds=1&".repeat(201);
        String form = form(UUID.randomUUID().toString(), "Ada") + "&field." + theirs + tooLong + "&" + tooMany
                + "&locations[1].address.street=9+Lake+Rd&locations[1].address.city=Xenia"
                + "&locations[1].address.state=OH&locations[1].address.zip=45385&locations[1].address.country=USA"
                + "&locations[1].field." + places + tooLong;
        Visitor.Answer customer = csr.postForm("/customers/new", form);
        assertThat(customer.status()).isEqualTo(422);
        assertThat(customer.body())
                .contains("id=\"e-field." + theirs + "\"", "id=\"e-locations[1].field." + places + "\"")
                .contains("At most 4000 characters are allowed.", "At most 200 are allowed.")
                .contains("3 fields are");

        long id = office.customer("Ada").get("id").longValue();
        Visitor.Answer location = csr.postForm(
                "/customers/" + id + "/locations/new",
                "address.street=9+Lake+Rd&address.city=Xenia&address.state=OH&address.zip=45385&address.country=USA"
                        + "&" + tooMany + "field." + places + tooLong);
        assertThat(location.status()).isEqualTo(422);
        assertThat(location.body())
                .contains("id=\"e-field." + places + "\"", "At most 200 are allowed.")
                .contains("2 fields are");
    }

    @Test
    void anotherLocationIsAddedOnceAndOnlyToACustomerInUse() {
        long id = office.customer("Ada").get("id").longValue();
        String page = "/customers/" + id + "/locations/new";
        String once = once(csr.get(page).body());
        String form = "once=" + once
                + "&address.street=9+Lake+Rd&address.city=Xenia&address.state=OH&address.zip=45385&address.country=USA";
        List<Visitor.Answer> answers = AtOnce.run(8, i -> () -> csr.postForm(page, form));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.location()).isEqualTo("/customers/" + id));
        JsonNode places = Office.ok(office.api.get(office.locations + "?customerId=" + id))
                .get("data");
        assertThat(places.valueStream().map(place -> place.get("name").stringValue()))
                .containsExactly("Ada", "9 Lake Rd");

        office.deactivate("customer", id);
        assertThat(csr.get(page).status()).isEqualTo(409);
        Visitor.Answer late =
                csr.postForm(page, form.replace(once, UUID.randomUUID().toString()));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("is not active").contains("9 Lake Rd");
        assertThat(csr.get("/customers/987654321/locations/new").status()).isEqualTo(404);
        assertThat(csr.get("/customers/abc/locations/new").status()).isEqualTo(404);
    }

    @Test
    void aListIsOneStatementHoweverMuchHangsOnItsRows() {
        office.customer("Ada");
        for (int i = 0; i < 12; i++) {
            csr.postForm(
                    "/customers/new",
                    form(UUID.randomUUID().toString(), "Ada " + i)
                            + "&contacts[0].type=Email&contacts[0].value=a@example.com");
        }
        List<String> many = Statements.of(() -> csr.get("/customers"));
        assertThat(many.stream().filter(sql -> sql.contains("customer"))).hasSize(1);
        assertThat(Statements.of(() -> csr.get("/locations")).stream().filter(sql -> sql.contains("location.*")))
                .hasSize(1);
    }

    @Test
    void whoOnlyLooksAddsNothing() {
        Visitor viewer = Visitor.signedIn(office.tenant.user(Role.Viewer));
        viewer.get("/customers");
        assertThat(viewer.get("/customers/new").status()).isEqualTo(403);
        assertThat(viewer.postForm("/customers/new", form(UUID.randomUUID().toString(), "Ada"))
                        .status())
                .isEqualTo(403);
        assertThat(viewer.get("/numbers/format?value=9375550142").status()).isEqualTo(403);
        assertThat(csr.get("/numbers/format?value=9375550142").body()).isEqualTo("(937) 555-0142");
        assertThat(csr.get("/numbers/format?value=12").body()).isEqualTo("12");
    }

    /** The form says it all, and folds away what few need. */
    @Test
    void aPointGoesWithItsAddress() {
        String form = form(UUID.randomUUID().toString(), "Ada")
                + "&address.latitude=39.7563&address.longitude=-84.1895&address.pasted="
                + "&locations[4].address.street=9+Lake+Rd&locations[4].address.city=Dayton"
                + "&locations[4].address.state=OH&locations[4].address.zip=45402&locations[4].address.country=USA"
                + "&locations[4].address.pasted=39.76,+-84.19";
        String id = csr.postForm("/customers/new", form).location().replaceFirst(".*/", "");
        assertThat(point(office.customers + "/" + id)).isEqualTo("39.7563 -84.1895");
        List<Long> places = office.ids(office.locations + "?customerId=" + id);
        assertThat(places.stream().map(place -> point(office.locations + "/" + place)))
                .containsExactly("39.7563 -84.1895", "39.76 -84.19");
        assertThat(places.stream().map(this::believed)).containsExactly("User Verified", "User Unverified");

        String page = "/customers/" + id + "/locations/new";
        assertThat(csr.get(page).body()).contains("<details class=\"list-more\">\n  <summary>Coordinates");
        String wrong = csr.postForm(
                        page, "address.street=1+Elm+St&address.latitude=39.7&address.pasted=behind+the+barn")
                .body();
        assertThat(wrong)
                .contains(
                        "id=\"e-address.pasted\"",
                        "value=\"behind the barn\"",
                        "value=\"39.7\"",
                        "id=\"e-address.city\"")
                .contains("open=\"open\"");
        assertThat(csr.postForm(page, "address.street=1+Elm+St&address.latitude=39.7")
                        .body())
                .contains("A latitude needs a longitude.");
        assertThat(csr.postForm(page, "address.street=1+Elm+St&address.latitude=91&address.longitude=x")
                        .body())
                .contains("Degrees from -90 to 90 are expected.", "id=\"e-address.longitude\"");
        assertThat(csr.postForm(page, "address.street=1+Elm+St&address.latitude=39.7+N&address.longitude=84.19+S")
                        .body())
                .contains("Degrees are expected, such as -84.1916 or 84.1916 W.", "value=\"39.7 N\"")
                .doesNotContain("such as 39.7589");
        assertThat(office.ids(office.locations + "?customerId=" + id)).hasSize(2);
        csr.postForm(
                page,
                "address.street=1+Elm+St&address.city=Dayton&address.state=OH&address.zip=45402&address.country=USA"
                        + "&address.latitude=39.7563+N&address.longitude=W+84.1895%C2%B0");
        assertThat(point(office.locations + "/"
                        + office.ids(office.locations + "?customerId=" + id).getLast()))
                .isEqualTo("39.7563 -84.1895");
    }

    private String point(String record) {
        JsonNode address = Office.ok(office.api.get(record)).get("address");
        return address.get("latitude") + " " + address.get("longitude");
    }

    private String believed(long location) {
        JsonNode told = Office.ok(
                office.api.post(office.api.path("callboard/v1", "/locations/" + location + "/validate"), "{}"));
        return told.get("coordinatesSource").stringValue() + " "
                + told.get("coordinatesVerificationStatus").stringValue();
    }

    private List<JsonNode> customers() {
        return Office.ok(office.api.get(office.customers))
                .get("data")
                .valueStream()
                .toList();
    }

    private static String once(String page) {
        Matcher token = Pattern.compile("name=\"once\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static String form(String once, String name) {
        return "once=" + once + "&name=" + name.replace(' ', '+')
                + "&locations[0].same=true&address.street=12+Oak+St&address.city=Dayton"
                + "&address.state=OH&address.zip=45402&address.country=USA";
    }
}
