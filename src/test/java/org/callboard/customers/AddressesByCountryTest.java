package org.callboard.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.callboard.access.Role;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.testing.Api;
import org.callboard.testing.FormPost;
import org.callboard.testing.Office;
import org.callboard.testing.PublicPage;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** An address has the parts that addresses of its country have, wherever it is typed; all that are missing are named at once. */
class AddressesByCountryTest {

    private static final Office OFFICE = new Office();
    private static final Api API = OFFICE.api;
    private static final String CUSTOMER =
            OFFICE.customers + "/" + OFFICE.customer("Ann").get("id").longValue();

    private static String address(String state, String zip, String country) {
        return """
                {"street":"10 Downing Street","unit":null,"city":"London",%s%s"country":"%s","latitude":null,"longitude":null}
                """.formatted(part("state", state), part("zip", zip), country);
    }

    private static String part(String name, String value) {
        return value == null ? "" : "\"" + name + "\":\"" + value + "\",";
    }

    private static String written(JsonNode record) {
        return record.at("/address/state").stringValue() + "|"
                + record.at("/address/zip").stringValue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', SW1A 2AA, UK, |SW1A 2AA",
        ", SW1A 2AA, United Kingdom, |SW1A 2AA",
        "'\u00a0', SW1A 2AA, GBR, |SW1A 2AA",
        "Greater London, SW1A 2AA, UK, Greater London|SW1A 2AA",
        "'', '', Bahamas, |",
        ", , Ireland, |",
        "'', 10115, Germany, |10115",
        "'', '', Atlantis, |",
    })
    void whatACountryHasNotIsEmpty(String state, String zip, String country, String expected) {
        String address = address(state, zip, country);
        JsonNode customer = Office.ok(API.post(OFFICE.customers, """
                {"name":"Bo","address":%s,"locations":[{"name":"Bo","address":%s}]}""".formatted(address, address)));
        assertThat(written(customer)).isEqualTo(expected);
        JsonNode location = Office.ok(API.post(OFFICE.locations, """
                {"customerId":%s,"name":"Bo","address":%s}""".formatted(customer.get("id"), address)));
        assertThat(written(location)).isEqualTo(expected);
        assertThat(written(Office.ok(API.get(OFFICE.locations + "/" + location.get("id")))))
                .isEqualTo(expected);
        assertThat(written(Office.ok(API.patch(CUSTOMER, "{\"address\":" + address + "}"))))
                .isEqualTo(expected);
        assertThat(written(Office.ok(
                        API.patch(OFFICE.locations + "/" + location.get("id"), "{\"address\":" + address + "}"))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', USA, state zip",
        ", , USA, state zip",
        "OH, '', '', zip country",
        "'', '\u200b', 'Puerto Rico', zip",
        "'', '', Canada, state zip",
        "'', '', UK, zip",
        "'', '', Australia, state zip",
    })
    void allThatIsMissingIsNamedAtOnce(String state, String zip, String country, String missing) {
        String address = address(state, zip, country);
        String[] fields = ("address." + missing.replace(" ", " address.")).split(" ");
        assertThat(Office.wrong(API.post(OFFICE.locations, """
                        {"customerId":1,"name":"Bo","address":%s}""".formatted(address))))
                .containsExactlyInAnyOrder(fields);
        assertThat(Office.wrong(API.patch(CUSTOMER, "{\"address\":" + address + "}")))
                .containsExactlyInAnyOrder(fields);
    }

    @Test
    void thePagesGoByTheSameRule() {
        Visitor dana = Visitor.signedIn(OFFICE.tenant.user(Role.CSR));
        String[] british = {
            "name",
            "Bo",
            "address.street",
            "10 Downing Street",
            "address.city",
            "London",
            "address.zip",
            "SW1A 2AA",
            "address.country",
            "UK"
        };
        String form = CUSTOMER.replaceFirst(".*/customers", "/customers") + "/locations/new";
        dana.get(form);
        assertThat(dana.post(form, british).status()).isEqualTo(302);
    }

    /** What a company's public is asked for is what its country has. */
    @Test
    void aBookingPageAsksForWhatTheCountryHas() {
        Shop shop = new Shop();
        PublicPage book = PublicPage.of(shop);
        FormPost form = FormPost.filled(book).without("state").without("zip");
        assertThat(form.send().body())
                .contains("Please tell us the state.</p>", "Please tell us the ZIP or postal code.</p>");
        shop.tenant.caller.run(() -> {
            Tenants tenants = Server.bean(Tenants.class);
            Tenant company = tenants.get(shop.tenant.id);
            tenants.update(shop.tenant.id, company.name(), company.timeZone().getId(), "GB");
        });
        assertThat(form.send().body())
                .contains("Please tell us the ZIP or postal code.</p>")
                .doesNotContain("Please tell us the state.</p>");
        assertThat(form.with("zip", "SW1A 2AA").send().statusCode()).isEqualTo(302);
    }
}
