package org.callboard.addresschecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.access.Scope;
import org.callboard.testing.Api;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a program is told about an address, and what is kept of it. */
class AddressValidationTest {

    private static final Office OFFICE = new Office();
    private static final Api API = OFFICE.api;
    private static final String VALIDATE = API.path("callboard/v1", "/addresses/validate");
    private static final String LOCATIONS = API.path("crm/v2", "/locations");
    private static final long CUSTOMER = OFFICE.customer("Ann").get("id").longValue();

    private static String address(String street, String city, String state, String zip, String country, String more) {
        String[] lines = (street + " + ").split(" \\+ ", -1); // the unit stands behind a plus
        return "{\"street\":\"%s\",\"unit\":\"%s\",\"city\":\"%s\",\"state\":\"%s\",\"zip\":\"%s\",\"country\":\"%s\"%s}"
                .formatted(lines[0], lines[1], city, state, zip, country, more);
    }

    private static JsonNode validate(String body) {
        return Office.ok(API.post(VALIDATE, body));
    }

    /** Each line of the file is an input with what must be found in the answer: a pointer and its value. */
    @ParameterizedTest
    @CsvFileSource(resources = "/addresses/validate.csv", delimiter = '|', numLinesToSkip = 1)
    void everyInputHasItsRightAnswer(
            String street, String city, String state, String zip, String country, String more, String expected) {
        String[] extras = more == null ? new String[0] : more.split(" ", -1);
        String coordinates = "";
        String purpose = "";
        for (String extra : extras) {
            if (extra.startsWith("@")) {
                String[] at = extra.substring(1).split(",");
                coordinates = ",\"latitude\":" + at[0] + ",\"longitude\":" + at[1];
            } else {
                purpose = ",\"purpose\":\"" + extra + "\"";
            }
        }
        JsonNode answer = validate("{\"address\":" + address(street, city, some(state), some(zip), some(country), "")
                + coordinates + purpose + "}");
        List<String> wrong = new ArrayList<>();
        for (String one : expected.split(";")) {
            String[] parts = one.strip().split("=", 2);
            JsonNode found = parts[0].startsWith("/") ? answer.at(parts[0]) : answer.path(parts[0]);
            String text = found.isValueNode() ? found.asString() : found.toString();
            if (found.isNumber()) {
                text = String.valueOf(Math.round(found.doubleValue() * 10_000) / 10_000.0);
            }
            if (!text.equals(parts[1].strip())) {
                wrong.add(parts[0] + " is " + text + " and not " + parts[1]);
            }
        }
        assertThat(wrong).as(answer.toPrettyString()).isEmpty();
    }

    private static String some(String text) {
        return text == null ? "" : text;
    }

    @Test
    void partsMayBeMissingButNotAll() {
        assertThat(validate("{\"address\":{\"zip\":\"45402\"}}")
                        .at("/components/city/standard")
                        .stringValue())
                .isEqualTo("Dayton");
        JsonNode point = validate("{\"latitude\":91,\"longitude\":10}");
        assertThat(point.at("/coordinates/verdict").stringValue()).isEqualTo("OutOfRange");
        for (Map.Entry<String, String> wrong : Map.of(
                        "{}", "address",
                        "{\"latitude\":1}", "longitude",
                        "{\"address\":{\"zip\":\"123456789012345678901\"}}", "address.zip",
                        "{\"address\":{\"zip\":\"45402\"},\"locationId\":7}", "locationId",
                        "{\"address\":{\"zip\":\"45402\"},\"purpose\":\"Fun\"}", "purpose")
                .entrySet()) {
            Api.Answer answer = API.post(VALIDATE, wrong.getKey());
            assertThat(answer.status()).as(wrong.getKey()).isEqualTo(400);
            assertThat(Office.wrong(answer)).as(wrong.getKey()).containsExactly(wrong.getValue());
        }
    }

    /** A point alone says which state, country and zone it is in, and no more; one that can't be right not even that. */
    @Test
    void aPointAloneSaysWhereItIs() {
        JsonNode found = validate("{\"latitude\":33.4484,\"longitude\":-112.0740}");
        assertThat(found.get("nextAction").stringValue()).isEqualTo("Accept");
        assertThat(found.at("/components/state/verdict").stringValue()).isEqualTo("Inferred");
        assertThat(found.get("standard").toString()).isEqualTo("""
                {"street":"","unit":null,"city":"","state":"AZ","zip":"","country":"US"}""");
        assertThat(found.get("timeZone").toString()).isEqualTo("""
                {"id":"America/Phoenix","from":"Coordinates"}""");
        assertThat(found.get("serviceArea").isNull()).as("no areas").isTrue();
        for (String wrong :
                List.of("0,\"longitude\":0", "30.1234,\"longitude\":-50.1234", "43.64,\"longitude\":-79.38")) {
            assertThat(validate("{\"latitude\":" + wrong + "}").get("standard").toString())
                    .as(wrong)
                    .isEqualTo("""
                            {"street":"","unit":null,"city":"","state":"","zip":"","country":""}""");
        }
    }

    /** Our own answers have a place in its address, so that is where programs send it too. */
    @Test
    void anAddressOfOurAnswersIsCheckedWithItsPlace() {
        String location = create("24 Wayne Ave", "Dayton", "OH", ",\"latitude\":-84.1895,\"longitude\":39.7563");
        JsonNode own = Office.ok(API.get(location)).get("address");
        Api.Answer answer = API.post(VALIDATE, "{\"address\":" + own + "}");
        assertThat(Office.ok(answer).at("/coordinates/verdict").stringValue()).isEqualTo("Swapped");
        assertThat(answer.header("Callboard-Ignored")).isNull();
        String beside = "{\"address\":" + own + ",\"latitude\":%s,\"longitude\":%s}";
        assertThat(validate(beside.formatted("-84.1895", "39.7563"))
                        .at("/coordinates/verdict")
                        .stringValue())
                .as("the same in both")
                .isEqualTo("Swapped");
        assertThat(Office.wrong(API.post(VALIDATE, beside.formatted("39.7563", "-84.1895"))))
                .containsExactlyInAnyOrder("address.latitude", "address.longitude");
        assertThat(Office.wrong(API.post(VALIDATE, beside.formatted("-84.1895", "39.7"))))
                .containsExactly("address.longitude");
        assertThat(Office.wrong(API.post(VALIDATE, "{\"address\":{\"zip\":\"45402\",\"latitude\":39.7}}")))
                .containsExactly("address.longitude");
        JsonNode alone = validate("{\"address\":{\"latitude\":39.7563,\"longitude\":-84.1895}}");
        assertThat(alone.get("nextAction").stringValue()).isEqualTo("Accept");
        assertThat(alone).isEqualTo(validate("{\"latitude\":39.7563,\"longitude\":-84.1895}"));
    }

    @Test
    void aReaderMayCheckButNotApply() {
        Api reader = OFFICE.tenant.api(Set.of(Scope.LOCATIONS_READ), null);
        assertThat(reader.post(VALIDATE, "{\"address\":{\"zip\":\"45402\"}}").status())
                .isEqualTo(200);
        String location = create("24 wayne avenue apt 4", "Daytn", "ohio", "");
        assertThat(reader.post(own(location), "{}").status()).isEqualTo(200);
        assertThat(reader.post(own(location), "{\"apply\":true}", "If-Match", "*")
                        .status())
                .isEqualTo(403);
        Api stranger = OFFICE.tenant.api(EnumSet.of(Scope.CUSTOMERS_READ), null);
        assertThat(stranger.post(VALIDATE, "{\"address\":{\"zip\":\"45402\"}}").status())
                .isEqualTo(403);
    }

    private static String create(String street, String city, String state, String point) {
        Api.Answer answer = API.post(
                LOCATIONS,
                "{\"customerId\":" + CUSTOMER + ",\"name\":\"Home\",\"address\":"
                        + address(street, city, state, "45402", "USA", point) + "}");
        return LOCATIONS + "/" + Office.ok(answer).get("id").longValue();
    }

    private static String own(String location) {
        return location.replace("crm/v2", "callboard/v1") + "/validate";
    }

    @Test
    void whatIsMeantIsAppliedOnDemandAlone() {
        String location =
                create("24 wayne avenue apt 4", "Daytn", "ohio", ",\"latitude\":-84.1895,\"longitude\":39.7563");
        JsonNode found = Office.ok(API.post(own(location), "{}"));
        assertThat(found.get("nextAction").stringValue()).isEqualTo("Confirm");
        assertThat(found.at("/coordinates/verdict").stringValue()).isEqualTo("Swapped");
        assertThat(found.get("coordinatesVerificationStatus").stringValue()).isEqualTo("Failed");
        assertThat(found.get("provider").isNull()).isTrue();
        assertThat(Office.ok(API.get(location)).at("/address/city").stringValue())
                .isEqualTo("Daytn");

        assertThat(Office.wrong(API.post(own(location), "{\"apply\":true}"))).containsExactly("If-Match");
        String tag = API.get(location).header("ETag");
        Api.Answer applied = API.post(own(location), "{\"apply\":true}", "If-Match", tag);
        JsonNode after = Office.ok(applied);
        assertThat(after.get("nextAction").stringValue()).isEqualTo("Accept");
        assertThat(after.get("coordinatesVerificationStatus").stringValue()).isEqualTo("Unverified");
        JsonNode address = Office.ok(API.get(location)).get("address");
        assertThat(address.toString()).isEqualTo("""
                {"street":"24 Wayne Ave","unit":"Apt 4","city":"Dayton","state":"OH","zip":"45402","country":"USA",\
                "latitude":39.7563,"longitude":-84.1895}""");
        assertThat(applied.header("ETag")).isEqualTo(API.get(location).header("ETag"));
        assertThat(API.post(own(location), "{\"apply\":true}", "If-Match", tag).status())
                .as("read before")
                .isEqualTo(412);
        assertThat(API.post(own(LOCATIONS + "/7"), "{}").status()).isEqualTo(404);
    }

    @Test
    void everyNewOrChangedRecordSaysWhatAsksForALook() {
        String swapped = ",\"latitude\":-84.1895,\"longitude\":39.7563";
        String body = "{\"name\":\"Bo\",\"address\":" + address("P.O. Box 123", "Dayton", "OH", "45401", "USA", "")
                + ",\"locations\":[{\"name\":\"a\",\"address\":"
                + address("24 Wayne Ave", "Dayton", "OH", "45402", "USA", "")
                + "},{\"name\":\"b\",\"address\":" + address("24 Wayne Ave", "Daytn", "OH", "45402", "USA", swapped)
                + "}]}";
        for (boolean again : new boolean[] {false, true}) {
            Api.Answer made = API.post(OFFICE.customers, body, "Idempotency-Key", "bo");
            assertThat(made.status()).isEqualTo(200);
            assertThat(made.header("Idempotent-Replay")).isEqualTo(again ? "true" : null);
            assertThat(made.header("Callboard-Address-Problems"))
                    .isEqualTo("locations[1].address.city=CityMisspelt, locations[1].address.coordinates=Swapped");
        }
        Api.Answer fine = API.post(
                LOCATIONS,
                "{\"customerId\":" + CUSTOMER + ",\"name\":\"c\",\"address\":"
                        + address("24 Wayne Ave", "Dayton", "OH", "45402", "USA", "") + "}");
        assertThat(fine.header("Callboard-Address-Problems")).isNull();
        String location = LOCATIONS + "/" + Office.ok(fine).get("id").longValue();
        assertThat(API.patch(location, "{\"address\":" + address("PO Box 5", "Dayton", "OH", "43215", "USA", "") + "}")
                        .header("Callboard-Address-Problems"))
                .isEqualTo("address.city=CityElsewhere, address.street=DeliverableOnly");
        assertThat(API.patch(location, "{\"name\":\"d\"}").header("Callboard-Address-Problems"))
                .as("it is still so")
                .isEqualTo("address.city=CityElsewhere, address.street=DeliverableOnly");
        Api.Answer customer = API.patch(
                OFFICE.customers + "/" + CUSTOMER,
                "{\"address\":"
                        + address("1 Main St", "Dayton", "OH", "00000", "USA", ",\"latitude\":null,\"longitude\":null")
                        + "}");
        assertThat(customer.header("Callboard-Address-Problems")).isEqualTo("address.zip=ZipImpossible");
    }

    private static List<String> kept(String location) {
        return OFFICE.tenant.caller.call(() -> Server.bean(JdbcClient.class)
                .sql("""
                        select concat_ws(' ', array_to_string(problems, '+'), needs_look, right_by)
                        from location_check where tenant_id = :tenant and location_id = :id
                        """)
                .param("tenant", OFFICE.tenant.id)
                .param("id", id(location))
                .query(String.class)
                .list());
    }

    private static long id(String location) {
        return Long.parseLong(location.replaceFirst(".*/", ""));
    }

    /** 1.4 % of right addresses would nag for ever. */
    @Test
    void whoKnowsThePlaceSaysThatItIsRight() {
        LocationChecks checks = Server.bean(LocationChecks.class);
        assertThat(kept(create("24 Wayne Ave", "Dayton", "OH", ""))).isEmpty();
        String location = create("24 Wayne Ave", "Xenopolis", "OH", "");
        assertThat(kept(location)).containsExactly("CityUnknown t");
        String version = API.get(location).header("ETag");
        OFFICE.tenant.caller.run(() -> transaction(() -> checks.sayRight(
                OFFICE.tenant.id,
                Server.bean(org.callboard.customers.Locations.class)
                        .get(OFFICE.tenant.id, id(location))
                        .place())));
        String by = OFFICE.tenant.caller.name();
        assertThat(kept(location)).containsExactly("CityUnknown f " + by);
        assertThat(API.get(location).header("ETag")).isEqualTo(version);
        assertThat(API.patch(location, "{\"name\":\"Home again\"}").header("Callboard-Address-Problems"))
                .isNull();
        JsonNode said = Office.ok(API.post(own(location), "{}")).get("saidRight");
        assertThat(said.get("by").stringValue()).isEqualTo(by);
        assertThat(said.at("/problems/0").stringValue()).isEqualTo("CityUnknown");

        patch(location, "24 Wayne Avenue", "Xenopolis", "OH", "");
        assertThat(kept(location)).as("the same in other letters").containsExactly("CityUnknown f " + by);
        patch(location, "24 Wayne Avenue", "Xenopolis", "OH", ",\"latitude\":-84.1895,\"longitude\":39.7563");
        assertThat(kept(location)).as("something new").containsExactly("CityUnknown+Swapped t " + by);
        assertThat(API.patch(location, "{\"name\":\"Home\"}").header("Callboard-Address-Problems"))
                .isEqualTo("address.coordinates=Swapped");
        patch(location, "25 Wayne Ave", "Xenopolis", "OH", "");
        assertThat(kept(location)).as("another house").containsExactly("CityUnknown t");
        patch(location, "25 Wayne Ave", "Dayton", "OH", "");
        assertThat(kept(location)).isEmpty();
    }

    private static void transaction(Runnable work) {
        Server.bean(org.springframework.transaction.support.TransactionTemplate.class)
                .executeWithoutResult(status -> work.run());
    }

    private static void patch(String location, String street, String city, String state, String point) {
        Office.ok(API.patch(location, "{\"address\":" + address(street, city, state, "45402", "USA", point) + "}"));
    }

    @Test
    void aListOfInputsIsThere() throws IOException {
        try (var in = getClass().getResourceAsStream("/addresses/validate.csv")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSizeGreaterThan(40);
        }
    }
}
