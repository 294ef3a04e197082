package org.callboard.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.callboard.access.Role;
import org.callboard.sheets.Workbook;
import org.callboard.testing.Api;
import org.callboard.testing.Office;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Lists with what offices and their programs really put into files, sent by API. */
class FilesOfOfficesTest {

    private final Desk desk = new Desk();

    private List<JsonNode> leads() {
        return Office.ok(desk.api.get(desk.api.path("crm/v2", "/leads")))
                .get("data")
                .valueStream()
                .toList();
    }

    private JsonNode customer(long id, int row) {
        JsonNode made = desk.rows(id, "").get(row);
        assertThat(made.get("result").asString("")).as(made.toString()).isEqualTo("Made");
        return Office.ok(desk.api.get(
                desk.api.path("crm/v2", "/customers/" + made.get("recordId").longValue())));
    }

    @Test
    void missingLastCellsAreEmptyAndTooManyAreWrong() {
        long id = desk.done(
                desk.forLeads(),
                "Name,Phone,Email,Notes\nY2,937-555-2152,y2@example.com\nY3,937-555-2153\nY4,937-555-2154,,,,\n"
                        + "Y5,937-555-2155,,Fence,Gate\n");
        assertThat(desk.told(id))
                .containsExactly(
                        "2 New",
                        "3 New",
                        "4 New",
                        "5 Wrong {\"row\":[\"The row has 5 cells, and the line of names has 4.\"]}");
        assertThat(leads()).hasSize(3).first().satisfies(lead -> {
            assertThat(lead.get("leadEmail").stringValue()).isEqualTo("y2@example.com");
            assertThat(lead.get("summary").isNull()).isTrue();
        });
    }

    @Test
    void theLineOfNamesIsFoundAndCanBeChosen() {
        String list = "Rosewood Heating,,\n\nList of people,to call,soon\nName,Phone,Notes\nUma One,937-555-2101,Hi\n";
        long id = desk.done(desk.forLeads() + "&dryRun=true", list);
        assertThat(desk.told(id)).containsExactly("5 New");
        assertThat(desk.get(id).get("rows").intValue()).isEqualTo(1);
        assertThat(Office.wrong(desk.api.post(desk.path("/" + id + "/check"), "{\"headerRow\": 7}")))
                .containsExactly("headerRow");
        assertThat(Office.wrong(desk.api.post(desk.path("/" + id + "/check"), "{\"headerRow\": 5}")))
                .containsExactly("headerRow");
        String mapping = "{\\\"List of people\\\": \\\"name\\\", \\\"to call\\\": \\\"phone\\\"}";
        desk.ok(id, "check", "{\"headerRow\": 3, \"mapping\": \"" + mapping + "\"}");
        desk.work(id);
        assertThat(desk.told(id)).hasSize(2).last().isEqualTo("5 New");
        assertThat(desk.get(id).at("/columns/1/field").stringValue()).isEqualTo("phone");
        desk.ok(id, "check", "{\"headerRow\": 4}");
        desk.work(id);
        desk.ok(id, "run");
        desk.work(id);
        assertThat(leads())
                .singleElement()
                .satisfies(lead -> assertThat(lead.get("summary").stringValue()).isEqualTo("Hi"));
        id = desk.done(
                desk.forLeads() + "&dryRun=true&headerRow=3&mapping=" + Desk.encoded("{\"to call\":\"phone\"}"), list);
        assertThat(desk.get(id).get("rows").intValue()).isEqualTo(2);
        assertThat(Office.wrong(desk.send(desk.forLeads() + "&headerRow=2", list)))
                .containsExactly("headerRow");
    }

    @Test
    void whatEndsAReportIsLeftOutAndSaysSo() {
        long id = desk.done(
                desk.forLeads(),
                "Name,Phone\nTotal Comfort,937-555-2111\nUma,937-555-2112\nEnd Zone,937-555-2113\nReport totals:,3\n");
        assertThat(desk.told(id)).hasSize(4).first().isEqualTo("2 New");
        assertThat(desk.told(id)).last().asString().contains("end of a report");
        assertThat(leads()).hasSize(3);
    }

    @Test
    void whatASpreadsheetDidIsTakenBackOrMarked() {
        long id = desk.done("kind=Customers", """
                Name,Phone,Street,City,State,Zip,Notes
                Ann,9375552141.0,1 Oak St,Boston,MA,2134,z: call back
                Ben,p:+19375552142,2 Oak St,Troy,OH,z:45373,
                Cal,9.37556E+09,3 Oak St,Dayton,OH,2134,
                Dee,937-555-2144,4 Oak St,San Juan,PR,926,
                Eve,937-555-2145,5 Oak St,Dayton,OH,454021234,
                """);
        assertThat(desk.told(id))
                .containsExactly(
                        "2 New",
                        "3 New",
                        "4 New “9.37556E+09” is no phone number any more: a spreadsheet has shortened it. “2134” is no"
                                + " postcode of United States.",
                        "5 New",
                        "6 New");
        assertThat(List.of(0, 1, 2, 3, 4).stream()
                        .map(row -> customer(id, row).at("/address/zip").stringValue()))
                .containsExactly("02134", "45373", "2134", "00926", "45402-1234");
        assertThat(Office.ok(desk.api.get(desk.api.path("crm/v2", "/customers?phone=9375552141")))
                        .get("data"))
                .hasSize(1);
        assertThat(Office.ok(desk.api.get(desk.api.path(
                                "crm/v2",
                                "/customers/" + customer(id, 0).get("id").longValue() + "/notes")))
                        .at("/data/0/text")
                        .stringValue())
                .isEqualTo("z: call back");
    }

    @Test
    void aDayIsTheCompanysAndAColumnHasOneOrder() {
        String zone = "-0" + 4 + ":00";
        desk.done(
                desk.forLeads(),
                "Name,Phone,Follow-up date\nUma,937-555-2121,2027-07-31 00:00:00\nVal,937-555-2122,46234\n");
        assertThat(leads().stream().map(lead -> lead.get("followUpDate").stringValue()))
                .allMatch(date -> date.endsWith("T04:00:00Z") || date.contains(zone));
        long id = desk.done(
                desk.forLeads(),
                "Name,Phone,Follow-up date\nWes,937-555-2123,03/04/2027\nXia,937-555-2124,13/04/2027\n");
        assertThat(desk.told(id)).containsExactly("2 New", "3 New");
        assertThat(leads().get(2).get("followUpDate").stringValue()).startsWith("2027-04-03");
        id = desk.done(desk.forLeads(), "Name,Phone,Follow-up date\nYan,937-555-2125,03/04/2027\n");
        assertThat(desk.told(id)).singleElement().asString().contains("is read as March 4, 2027");
        assertThat(leads().get(4).get("followUpDate").stringValue()).startsWith("2027-03-04");
    }

    /** What nobody knows of a kind or a priority is no reason to lose the person. */
    @Test
    void aWordThatIsNoneIsPassedOver() {
        long id = desk.done(desk.forLeads(), "Name,Phone,Priority\nUma,937-555-2131,This Week\n");
        assertThat(desk.told(id)).singleElement().asString().startsWith("2 New Priority: “This Week” is none of");
        assertThat(leads()).hasSize(1);
    }

    private Api.Answer send(String query, byte[] workbook) {
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        HttpRequest request = desk.api.request("POST", desk.path("?" + query), "", "Content-Type", type);
        return Api.send(HttpRequest.newBuilder(request, (name, value) -> true)
                .POST(BodyPublishers.ofByteArray(workbook))
                .build());
    }

    /** What can't be packed: a list may be larger than any other body. */
    private static String noise(int length) {
        return new Random(1)
                .ints(length, ' ', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void aSheetOfAWorkbookIsAList(@TempDir Path folder) throws IOException {
        byte[] workbook = Files.readAllBytes(new Workbook()
                .formats("00000", "m/d/yyyy h:mm")
                .part("xl/media/large.bin", noise(4 << 20))
                .sheet("Summary", Workbook.row(1, "Calls of March"))
                .sheet(
                        "To call",
                        Workbook.row(1, "Rosewood Heating")
                                + Workbook.row(3, "Name", "Phone", "Zip", "Follow-up date")
                                + "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>Uma</t></is></c><c r=\"B4\">"
                                + "<v>9375552171</v></c><c r=\"C4\" s=\"1\"><v>2134</v></c><c r=\"D4\" s=\"2\">"
                                + "<v>46477.375</v></c></row>")
                .write(folder.resolve("list.xlsx")));
        Api.Answer answer = send(desk.forLeads() + "&sheet=to%20call", workbook);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().get("readAs").stringValue())
                .isEqualTo("Excel workbook, sheet “To call”; it also has “Summary”");
        desk.work(answer.json().get("id").longValue());
        assertThat(leads()).singleElement().satisfies(lead -> {
            assertThat(lead.get("leadPhone").stringValue()).isEqualTo("9375552171");
            assertThat(lead.get("leadZip").stringValue()).isEqualTo("02134");
            assertThat(lead.get("followUpDate").stringValue()).isEqualTo("2027-03-31T13:00:00Z");
        });
        assertThat(Office.wrong(send(desk.forLeads() + "&sheet=Leads", workbook)))
                .containsExactly("sheet");
        assertThat(Office.wrong(send(desk.forLeads(), workbook)))
                .as("the first sheet has no such columns")
                .containsExactly("mapping", "sheet");
        assertThat(Office.wrong(desk.send(desk.forLeads() + "&sheet=Leads", "Name\nUma\n")))
                .containsExactly("sheet");
    }

    /** A program wrote the workbook, and no spreadsheet has calculated it yet. */
    @Test
    void formulasThatNobodyHasCalculatedAreNamed(@TempDir Path folder) throws IOException {
        String formula = "<c r=\"C%d\"><f>\"4\"&amp;\"5402\"</f><v></v></c>";
        byte[] workbook = Files.readAllBytes(new Workbook()
                .sheet(
                        "Leads",
                        Workbook.row(1, "Name", "Phone", "Zip")
                                + Workbook.row(2, "Uma", "937-555-2171")
                                        .replace("</row>", formula.formatted(2) + "</row>")
                                + Workbook.row(3, "Val", "937-555-2172")
                                        .replace("</row>", formula.formatted(3) + "</row>"))
                .write(folder.resolve("formulas.xlsx")));
        Api.Answer answer = send(desk.forLeads() + "&dryRun=true", workbook);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().at("/columns/2/notCalculated").intValue()).isEqualTo(2);
        assertThat(answer.json().at("/columns/0/notCalculated").intValue()).isZero();
        long id = answer.json().get("id").longValue();
        desk.work(id);
        Visitor manager = Visitor.signedIn(desk.shop.tenant.user(Role.Manager));
        for (String page : List.of("", "/columns")) {
            assertThat(manager.get("/settings/imports/" + id + page).body())
                    .contains("are read as empty: 2 of “Zip”. Open the workbook in a spreadsheet program");
        }
    }

    /** Ids are numbers to a spreadsheet too: computed with, or filled up with zeros. */
    @Test
    void idsThatASpreadsheetHasChangedAreTheSame() {
        long uma = desk.shop.customer("Uma One", "937-555-2101", "12 Oak St");
        long id = desk.done(
                "kind=Customers&dryRun=true&updateBy=CustomerId&onExisting=Overwrite",
                "Customer ID,Name\n" + uma + ".0,Uma Two\n0" + uma + ",Uma Three\n" + uma + ".5,Uma Four\n");
        assertThat(desk.told(id))
                .containsExactly(
                        "2 Update",
                        "3 Twice Same ID and address as row 2",
                        "4 Wrong {\"customerId\":[\"A customer's ID is expected, a number.\"]}");
        long location = Office.ok(desk.api.get(desk.api.path("crm/v2", "/locations?customerId=" + uma)))
                .at("/data/0/id")
                .longValue();
        long places = desk.done(
                "kind=Locations&dryRun=true&updateBy=LocationId&onExisting=Overwrite",
                "Location ID,Customer ID,Name\n" + location + ".0," + uma + ".0,Home\n0" + location + ",0" + uma
                        + ",Cabin\n");
        assertThat(desk.told(places)).containsExactly("2 Update", "3 Twice Same ID as row 2");
        String old = "kind=Customers&updateBy=ExternalId&externalKey=old";
        desk.done(old, "Customer Number,Name,Street,City,State,ZIP\n77.0,Val Two,13 Oak St,Dayton,OH,45402\n");
        long again = desk.done(
                old + "&dryRun=true",
                "Customer Number,Email\n77,val@example.com\n077,val@example.com\n7.7,val@example.com\n");
        assertThat(desk.rows(again, "").stream().map(row -> row.get("outcome").stringValue()))
                .containsExactly("Update", "Wrong", "Wrong");
        assertThat(desk.rows(again, "").getLast().at("/problems/externalId/0").stringValue())
                .isEqualTo("No customer has this ID.");
    }

    /** The rows that were left out come back with their reasons, which make no record of the end of a report. */
    @Test
    void theEndOfAReportStaysOutWhenItComesBack() {
        long id = desk.done(desk.forLeads(), "Name,Phone\nUma One,12\nReport totals:,\n");
        String left = desk.api.get(desk.path("/" + id + "/left-out.csv")).text();
        long again = desk.done(desk.forLeads(), left.replace(",12,", ",937-555-2101,"));
        assertThat(desk.told(again))
                .containsExactly(
                        "2 New", "3 Wrong {\"row\":[\"This looks like the end of a report and is left out.\"]}");
        assertThat(leads()).hasSize(1);
    }

    /** Cells have lines where records have none; those of an address and of notes mean something. */
    @Test
    void whatHasOneLineIsTakenInOne() {
        long id = desk.done(
                "kind=Customers",
                "Name,Street,City,State,ZIP,Notes\n\"Uma\nOne\",\"9 Main St\nApt 4\",\"Huber \r\nHeights\",OH,45424,\"a\nb\"\n");
        JsonNode uma = customer(id, 0);
        assertThat(uma.get("name").stringValue()).isEqualTo("Uma One");
        assertThat(uma.at("/address/street").stringValue()).isEqualTo("9 Main St, Apt 4");
        assertThat(uma.at("/address/city").stringValue()).isEqualTo("Huber Heights");
        assertThat(Office.ok(desk.api.get(desk.api.path(
                                "crm/v2", "/customers/" + uma.get("id").longValue() + "/notes")))
                        .at("/data/0/text")
                        .stringValue())
                .isEqualTo("a\nb");
    }
}
