package org.callboard.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.access.Role;
import org.callboard.testing.Api;
import org.callboard.testing.Documents;
import org.callboard.testing.Office;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rows of a list are mended and decided one by one; the same customer at another place has another location. */
class RowsDecidedTest {

    private final Desk desk = new Desk();

    private JsonNode patch(long id, int row, String change) {
        return Office.ok(desk.api.patch(desk.path("/" + id + "/rows/" + row), change));
    }

    private List<String> results(long id) {
        return desk.rows(id, "").stream()
                .map(row -> row.get("outcome").stringValue() + " "
                        + row.get("result").stringValue())
                .toList();
    }

    private List<String> streets(long customer) {
        return Office.ok(desk.api.get(desk.api.path("crm/v2", "/locations?customerId=" + customer)))
                .get("data")
                .valueStream()
                .filter(location -> location.get("active").booleanValue())
                .map(location -> location.at("/address/street").stringValue())
                .toList();
    }

    private List<JsonNode> customers() {
        return Office.ok(desk.api.get(desk.api.path("crm/v2", "/customers?active=True")))
                .get("data")
                .valueStream()
                .toList();
    }

    /** Whoever wrote records in a test wrote their documents too. */
    @AfterEach
    void documentsAreAsMadeAnew() {
        Documents.areAsMadeAnew(desk.tenant);
    }

    @Test
    void aRowIsMendedInPlaceAndCountsAnew() {
        long id = desk.done(
                desk.forLeads() + "&dryRun=true",
                "Name,Phone\nUma One,937-555-2101\nVal Two,12\nWes Three,937-555-2103,too,many\n");
        assertThat(desk.get(id).at("/counts/wrong").intValue()).isEqualTo(2);
        JsonNode mended = patch(id, 3, "{\"cells\": [{\"column\": \"Phone\", \"value\": \"937-555-2102\"}]}");
        assertThat(mended.get("outcome").stringValue()).isEqualTo("New");
        assertThat(mended.get("mended").booleanValue()).isTrue();
        assertThat(mended.at("/cells/Phone").stringValue()).isEqualTo("937-555-2102");
        assertThat(desk.get(id).at("/counts/wrong").intValue()).isEqualTo(1);
        assertThat(desk.get(id).at("/counts/new").intValue()).isEqualTo(2);
        JsonNode twice = patch(id, 3, "{\"cells\": [{\"column\": \"Phone\", \"value\": \"(937) 555-2101\"}]}");
        assertThat(twice.get("reason").stringValue()).isEqualTo("Same phone as row 2");
        patch(id, 3, "{\"decision\": \"MakeNew\"}");
        desk.run(id);
        assertThat(results(id)).containsExactly("New Made", "New Made", "Wrong Failed");
        assertThat(desk.api
                        .patch(desk.path("/" + id + "/rows/3"), "{\"decision\": \"None\"}")
                        .code())
                .isEqualTo("import-state");
    }

    @Test
    void whatCantBeIsNamed() {
        long id = desk.done(desk.forLeads() + "&dryRun=true", "Name,Phone\nUma One,937-555-2101\n");
        String path = desk.path("/" + id + "/rows/2");
        assertThat(Office.wrong(desk.api.patch(path, "{\"cells\": [{\"column\": \"Fax\", \"value\": \"x\"}]}")))
                .containsExactly("cells[0].column");
        assertThat(Office.wrong(desk.api.patch(path, "{\"cells\": [{\"column\": null, \"value\": \"x\"}]}")))
                .containsExactly("cells[0].column");
        assertThat(Office.wrong(desk.api.patch(path, "{\"cells\": [{\"value\": \"x\"}, null]}")))
                .contains("cells[0].column", "cells[1]");
        assertThat(Office.wrong(desk.api.patch(path, "{\"decision\": \"Attach\"}")))
                .containsExactly("customerId");
        assertThat(desk.api.patch(desk.path("/" + id + "/rows/3"), "{}").status())
                .isEqualTo(404);
        JsonNode gone = patch(id, 2, "{\"decision\": \"Attach\", \"customerId\": 4711}");
        assertThat(gone.get("problems").toString()).isEqualTo("{\"row\":[\"Customer 4711 is not there any more.\"]}");
        assertThat(patch(id, 2, "{\"decision\": \"None\"}").get("outcome").stringValue())
                .isEqualTo("New");
    }

    @Test
    void aRowOfLeadsIsLeftOutMadeNewOrAttached() {
        long uma = desk.shop.customer("Uma One", "937-555-2101", "12 Oak St");
        long id = desk.done(
                desk.forLeads() + "&dryRun=true&onMatch=Skip",
                "Name,Phone\nUma One,937-555-2101\nVal Two,937-555-2102\nWes Three,937-555-2103\n"
                        + "Uma Once More,937-555-2101\n");
        patch(id, 2, "{\"decision\": \"MakeNew\"}");
        patch(id, 3, "{\"decision\": \"LeaveOut\"}");
        patch(id, 4, "{\"decision\": \"Attach\", \"customerId\": " + uma + "}");
        desk.run(id);
        assertThat(results(id)).containsExactly("New Made", "LeftOut Skipped", "New Made", "Twice Skipped");
        List<JsonNode> leads = Office.ok(desk.api.get(desk.api.path("crm/v2", "/leads")))
                .get("data")
                .valueStream()
                .toList();
        assertThat(leads.getFirst().get("customerId").isNull()).isTrue();
        assertThat(leads.getLast().get("customerId").longValue()).isEqualTo(uma);
        assertThat(desk.api.get(desk.path("/" + id + "/left-out.csv")).text())
                .isEqualTo("\uFEFFName,Phone,Reason\r\nVal Two,937-555-2102,Left out by hand.\r\n"
                        + "Uma Once More,937-555-2101,Same phone as row 2\r\n");
    }

    @Test
    void aCustomerThatARowIsAttachedToGetsAddressAndNumber() {
        long uma = desk.shop.customer("Uma One", "937-555-2101", "12 Oak St");
        long id = desk.done(
                "kind=Customers&dryRun=true",
                "Name,Phone,Street,City,State,ZIP\nSomebody Else,937-555-2199,77 Elm St,Dayton,OH,45402\n");
        JsonNode row = patch(id, 2, "{\"decision\": \"Attach\", \"customerId\": " + uma + "}");
        assertThat(row.get("outcome").stringValue()).isEqualTo("Location");
        desk.run(id);
        assertThat(results(id)).containsExactly("Location Updated");
        assertThat(streets(uma)).containsExactlyInAnyOrder("12 Oak St", "77 Elm St");
        assertThat(customers()).hasSize(1);
        desk.undo(id);
        assertThat(streets(uma)).containsExactly("12 Oak St");
    }

    @Test
    void oneCustomerInThreeRowsHasThreeLocations() {
        String list = """
                Name,Phone,Street,City,State,ZIP
                Uma One,937-555-2101,12 Oak St,Dayton,OH,45402
                Uma One,(937) 555-2101,14 Elm St,Dayton,OH,45402
                Val Two,937-555-2101,14 Elm St,Dayton,OH,45402
                UMA ONE,937-555-2101,16 Elm Ave,Dayton,OH,45402
                Uma One,937-555-2101,16 Elm Avenue,Dayton,OH,45402
                """;
        long id = desk.done("kind=Customers&dryRun=true", list);
        assertThat(desk.told(id))
                .containsExactly(
                        "2 New",
                        "3 Location Another location of row 2",
                        "4 New",
                        "5 Location Another location of row 2",
                        "6 Twice Same name and address as row 5");
        desk.run(id);
        assertThat(customers()).hasSize(2);
        long uma = desk.rows(id, "").getFirst().get("recordId").longValue();
        assertThat(streets(uma)).containsExactlyInAnyOrder("12 Oak St", "14 Elm St", "16 Elm Ave");
        desk.undo(id);
        assertThat(desk.get(id).at("/counts/kept").intValue()).isZero();
        assertThat(customers()).isEmpty();
    }

    /** A list that comes in several parts does the same: its later rows are of customers of earlier parts. */
    @Test
    void aLocationOfACustomerOnRecordIsAddedWhereTheListSaysSo() {
        long uma = desk.shop.customer("Uma One", "937-555-2101", "12 Oak St");
        String list = """
                Name,Phone,Street,City,State,ZIP
                Uma One,937-555-2101,14 Elm St,Dayton,OH,45402
                Val Other,937-555-2101,15 Elm St,Dayton,OH,45402
                Uma One,937-555-2101,12 Oak Street,Dayton,OH,45402
                """;
        long left = desk.done("kind=Customers&dryRun=true", list);
        assertThat(desk.rows(left, "").stream().map(row -> row.get("outcome").stringValue()))
                .containsExactly("Match", "New", "Match");
        long id = desk.done("kind=Customers&dryRun=true&onMatch=Attach", list);
        assertThat(desk.rows(id, "").stream().map(row -> row.get("outcome").stringValue()))
                .containsExactly("Location", "New", "Twice");
        desk.run(id);
        assertThat(streets(uma)).containsExactlyInAnyOrder("12 Oak St", "14 Elm St");
        desk.undo(id);
        assertThat(streets(uma)).containsExactly("12 Oak St");
    }

    /** What was not edited is no change, whatever stands in it. */
    @Test
    void ourOwnListComesBackAsAnUpdate() {
        long uma = desk.shop.customer("Uma One", "(937) 555-2101 x7", "12 Oak St");
        Api.Answer second = desk.api.post(desk.api.path("crm/v2", "/customers"), """
                {"name": "=Val & Sons", "type": "Commercial", "doNotMail": true,
                 "address": {"street": "7 Elm Ave", "unit": "Apt 4", "city": "Dayton", "state": "OH", "zip": "45402-1234",
                    "country": "USA"},
                 "locations": [{"name": "Shop", "address": {"street": "9 Elm Ave", "city": "Dayton", "state": "OH",
                    "zip": "45402", "country": "USA"}}],
                 "contacts": [{"type": "MobilePhone", "value": "937.555.0150 / 937-555-0151"},
                    {"type": "Email", "value": "val@example.com"}, {"type": "Phone", "value": "555-2121"}]}
                """);
        assertThat(second.status()).as(second.text()).isEqualTo(200);
        String file = Visitor.signedIn(desk.shop.tenant.user(Role.Manager))
                .get("/customers/export")
                .body();
        long same = desk.done("kind=Customers&dryRun=true&updateBy=CustomerId&onExisting=Overwrite", file);
        assertThat(desk.told(same))
                .allMatch(row -> row.contains("Unchanged"), "unchanged")
                .hasSize(2);
        long id = desk.done(
                "kind=Customers&dryRun=true&updateBy=CustomerId&onExisting=Overwrite",
                file.replace("12 Oak St", "12 Oak Street Rear"));
        assertThat(desk.get(id).at("/counts/update").intValue()).isEqualTo(1);
        JsonNode row = desk.rows(id, "outcome=Update").getFirst();
        assertThat(row.get("customerId").longValue()).isEqualTo(uma);
        assertThat(row.get("changes").toString())
                .isEqualTo("[{\"field\":\"street\",\"before\":\"12 Oak St\",\"after\":\"12 Oak Street Rear\"}]");
    }

    /** Anybody's list may have ids; those of ours stand beside the names that they have here. */
    @Test
    void ourOwnListSuggestsToChangeCustomersById() {
        long uma = desk.shop.customer("Uma One", "937-555-2101", "12 Oak St");
        desk.shop.customer("Val Two", "937-555-2102", "14 Oak St");
        Visitor manager = Visitor.signedIn(desk.shop.tenant.user(Role.Manager));
        String own = manager.get("/customers/export").body();
        String page = uploaded(manager, own);
        assertThat(page)
                .contains("The IDs in this list are those of customers here, such as ")
                .containsPattern("value=\"CustomerId\"[^>]*selected");
        assertThat(desk.get(newest()).get("updateBy").isNull())
                .as("only suggested")
                .isTrue();
        assertThat(uploaded(manager, own.replace("Uma One", "Uma Three")))
                .as("another name still agrees")
                .contains("The IDs in this list");
        for (String others : List.of(
                own.replace("Uma One", "Ann Lee").replace("Val Two", "Bo Lee"),
                own.replaceFirst("\r\n" + uma + ",", "\r\n7,"),
                own.replaceFirst("\r\n" + uma + ",", "\r\nC-" + uma + ","),
                own.replace("Customer ID", "Number"))) {
            assertThat(uploaded(manager, others))
                    .as(others)
                    .contains("Change customers that are there")
                    .doesNotContain("The IDs in this list")
                    .doesNotContainPattern("value=\"CustomerId\"[^>]*selected");
        }
        long api = desk.done("kind=Customers&dryRun=true", own);
        assertThat(desk.get(api).get("updateBy").isNull())
                .as("a program says it itself")
                .isTrue();
    }

    private String uploaded(Visitor manager, String file) {
        manager.get("/settings/imports/new");
        return manager.get(manager.upload("/settings/imports", "customers.csv", file, "kind", "Customers")
                        .location())
                .body();
    }

    private long newest() {
        return Office.ok(desk.api.get(desk.path(""))).at("/data/0/id").longValue();
    }
}
