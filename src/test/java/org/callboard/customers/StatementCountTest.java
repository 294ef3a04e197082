package org.callboard.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ADDRESS;
import static org.callboard.testing.Office.ok;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.callboard.testing.Office;
import org.callboard.testing.Statements;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How many SQL statements a request makes does not depend on how much it reads or writes. */
class StatementCountTest {

    private final Office office = new Office();
    private final long tag = office.tagType("VIP");

    private String body(int locations, int contacts) {
        String entries = String.join(
                ",",
                IntStream.range(0, contacts)
                        .mapToObj(i -> "{\"type\":\"Email\",\"value\":\"%d@example.com\"}".formatted(i))
                        .toList());
        String place = """
                {"name":"Place","address":%s,"contacts":[%s],"tagTypeIds":[%d]}""".formatted(ADDRESS, entries, tag);
        return """
                {"name":"Ada","address":%s,"contacts":[%s],"tagTypeIds":[%d],"locations":[%s]}""".formatted(ADDRESS, entries, tag, String.join(",", Collections.nCopies(locations, place)));
    }

    private List<String> ofCreate(int locations, int contacts) {
        String body = body(locations, contacts);
        return Statements.of(() -> ok(office.api.post(office.customers, body)));
    }

    private List<String> ofGet(String path) {
        return Statements.of(() -> ok(office.api.get(path)));
    }

    @Test
    void aCustomerIsCreatedInAFixedNumberOfStatements() {
        ofCreate(1, 1);
        List<String> small = ofCreate(2, 2);
        assertThat(small).isNotEmpty().hasSizeLessThanOrEqualTo(27);
        assertThat(ofCreate(12, 9)).hasSameSizeAs(small);
    }

    @Test
    void aCustomerAndAListOfThemIsReadInOneStatement() {
        long id = ok(office.api.post(office.customers, body(2, 4))).get("id").longValue();
        List<String> one = ofGet(office.customers + "/" + id);
        List<String> few = ofGet(office.customers);
        IntStream.range(0, 5).forEach(i -> office.api.post(office.customers, body(1, 1)));
        assertThat(ofGet(office.customers)).hasSameSizeAs(few);
        assertThat(onCustomers(one)).hasSize(1);
        assertThat(onCustomers(few)).hasSize(1);
    }

    @Test
    void aLocationAndAListOfThemIsReadInOneStatement() {
        long id = ok(office.api.post(office.customers, body(3, 1)))
                .at("/locations/0/id")
                .longValue();
        assertThat(onLocations(ofGet(office.locations + "/" + id))).hasSize(1);
        assertThat(onLocations(ofGet(office.locations))).hasSize(1);
    }

    /** What an entry is found by follows from its value, and that of an address is looked up once. */
    @Test
    void aChangeAsksForWhatHasChanged() {
        JsonNode made = ok(office.api.post(office.customers, body(1, 1)));
        String location = office.locations + "/" + made.at("/locations/0/id").longValue();
        String contact =
                location + "/contacts/" + made.at("/locations/0/contacts/0/id").longValue();
        assertThat(Statements.of(() -> ok(office.api.patch(contact, "{\"memo\":\"after 5\"}"))))
                .noneMatch(sql -> sql.contains("contact_point"));
        assertThat(Statements.of(() -> ok(office.api.patch(contact, "{\"value\":\"b@example.com\"}"))))
                .anyMatch(sql -> sql.contains("contact_point"));
        String elsewhere = "{\"address\":" + ADDRESS.replace("Dayton", "Daytn") + "}";
        assertThat(Statements.of(() -> ok(office.api.patch(location, elsewhere))))
                .filteredOn(sql -> sql.contains("location_check"))
                .hasSize(2);
    }

    /** As many whose address asks for a look are kept at once. */
    @Test
    void whatAsksForALookIsKeptInOneStatement() {
        assertThat(kept(2)).hasSameSizeAs(kept(9)).isNotEmpty();
    }

    private List<String> kept(int locations) {
        String wrong = body(locations, 1).replace("Dayton", "Daytn");
        return Statements.of(() -> ok(office.api.post(office.customers, wrong))).stream()
                .filter(sql -> sql.contains("location_check"))
                .toList();
    }

    private static List<String> onCustomers(List<String> statements) {
        return statements.stream().filter(sql -> sql.contains("customer")).toList();
    }

    private static List<String> onLocations(List<String> statements) {
        return statements.stream().filter(sql -> sql.contains("location")).toList();
    }
}
