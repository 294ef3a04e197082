package org.callboard.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.testing.Api;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A list goes in, says what it would become, becomes that, and is taken back. */
class ImportsApiTest {

    private final Desk desk = new Desk();

    @Test
    void aListOfLeadsIsLookedAtThenMadeThenTakenBack() {
        long jordan = desk.shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        String list = """
                First name,Last name,Cell,E-mail,Address,City,State,Zip,Remarks,Rank
                Jordan,Reyes,(937) 555-0142,,,,,,Wants a tune-up,1
                Avery,Lowell,937-555-0177,avery@example.com,24 Wayne Ave,Dayton,OH,45402,,2
                Avery,Lowell,+1 937 555 0177,,,,,,,3
                Sam,Ortiz,12,sam at example,,,,,,4
                ,,,,,,,,Nobody,5
                """;
        Api.Answer answer = desk.send(desk.forLeads() + "&dryRun=true&fileName=spring.csv", list);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        long id = answer.json().get("id").longValue();
        assertThat(answer.header("Location")).isEqualTo(desk.path("/" + id));
        assertThat(answer.json().get("rows").intValue()).isEqualTo(5);
        assertThat(answer.json().at("/columns/2").toString())
                .isEqualTo("{\"name\":\"Cell\",\"field\":\"mobilePhone\",\"notCalculated\":0}");
        assertThat(answer.json().at("/columns/9/field").isNull()).isTrue();

        desk.work(id);
        assertThat(desk.state(id)).isEqualTo("Checked");
        assertThat(desk.told(id))
                .containsExactly(
                        "2 Match Same phone, Similar name",
                        "3 New",
                        "4 Twice Same phone as row 3",
                        "5 Wrong {\"phone\":[\"A phone number is expected.\"],\"email\":[\"An e-mail address is expected.\"]}",
                        "6 Wrong {\"row\":[\"The row says neither who it is nor how to reach them.\"]}");
        assertThat(desk.rows(id, "outcome=Match").getFirst().get("customerId").longValue())
                .isEqualTo(jordan);
        assertThat(leads()).isEmpty();

        desk.ok(id, "run");
        desk.work(id);
        JsonNode after = desk.get(id);
        assertThat(after.get("state").stringValue()).isEqualTo("Finished");
        assertThat(after.get("counts").toString())
                .isEqualTo("{\"new\":1,\"match\":1,\"openLead\":0,\"location\":0,\"update\":0,\"unchanged\":0,"
                        + "\"twice\":1,\"leftOut\":0,\"wrong\":2,\"look\":0,\"capitals\":0,\"made\":2,\"updated\":0,\"skipped\":1,"
                        + "\"failed\":2,\"removed\":0,\"kept\":0}");
        List<JsonNode> leads = leads();
        assertThat(leads).hasSize(2);
        assertThat(leads.getFirst().get("customerId").longValue()).isEqualTo(jordan);
        assertThat(leads.getFirst().get("summary").stringValue()).isEqualTo("Wants a tune-up");
        assertThat(leads.getFirst().get("captureSource").stringValue()).isEqualTo("List");
        assertThat(leads.getLast().get("leadCity").stringValue()).isEqualTo("Dayton");

        long second = leads.getLast().get("id").longValue();
        String note = desk.api.path("crm/v2", "/leads/" + second + "/notes");
        assertThat(desk.api.post(note, "{\"text\": \"Called\"}").status()).isEqualTo(200);
        desk.ok(id, "undo");
        desk.work(id);
        assertThat(desk.state(id)).isEqualTo("Undone");
        assertThat(desk.get(id).get("percent").intValue()).isEqualTo(100);
        assertThat(leads()).extracting(lead -> lead.get("id").longValue()).containsExactly(second);
        JsonNode kept = desk.rows(id, "result=Kept").getFirst();
        assertThat(kept.get("recordId").longValue()).isEqualTo(second);
        assertThat(kept.get("keptReason").stringValue()).isEqualTo("Somebody has worked with it since.");
        assertThat(desk.rows(id, "result=Removed")).hasSize(1);
    }

    /** Whose import is done would look in vain for the wrong choice. */
    @Test
    void whatHasRunIsInNoStateForACheckWhateverIsChosen() {
        long id = desk.done(desk.forLeads(), "Name,Phone\nKim Park,937-555-0199\n");
        for (String choice : List.of("{\"campaignId\": 987654321}", "{\"mapping\": \"?\"}", "{}")) {
            Api.Answer answer = desk.api.post(desk.path("/" + id + "/check"), choice);
            assertThat(answer.status()).as(choice + ": " + answer.text()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("import-state");
            assertThat(answer.json().at("/data/state").asString()).isEqualTo("Finished");
        }
    }

    @Test
    void theWrongRowsComeBackAsAFileThatCanBeCorrected() {
        long id = desk.done(desk.forLeads(), """
                Name;Phone;Notes
                =cmd();937-555-0199;"two
                lines"
                Kim Park;12;""" + "\n");
        Api.Answer file = desk.api.get(desk.path("/" + id + "/failed.csv"));
        assertThat(file.text())
                .isEqualTo("\uFEFFName,Phone,Notes,Reason\r\nKim Park,12,,Phone: A phone number is expected.\r\n");
        assertThat(file.header("Content-Disposition")).contains("list - wrong rows.csv");
        assertThat(leads().getFirst().get("summary").stringValue()).isEqualTo("two\nlines");
    }

    @Test
    void aFileOfWrongRowsKeepsItsHeadingsHoweverOftenItIsImported() {
        String list = "Name,=Phone,＋x\nKim Park,12,y\n";
        for (int i = 0; i < 3; i++) {
            String mapping = "&mapping=" + Desk.encoded("{\"=Phone\": \"phone\", \"Reason\": \"\"}");
            long id = desk.done(desk.forLeads() + (i == 0 ? mapping.replace("Reason", "＋x") : mapping), list);
            list = desk.api
                    .get(desk.path("/" + id + "/failed.csv"))
                    .text()
                    .replaceFirst(",Reason(,Reason.*)?\r", ",Reason\r");
            assertThat(list).as("round " + i).startsWith("\uFEFFName,'=Phone,'＋x,Reason\r\n");
        }
    }

    /** The year 1 is what .NET has where no date was set, in the forms that it writes in either region. */
    @Test
    void aFollowUpDateThatWasNeverSetIsNone() {
        String[] dates = {
            "0001-01-01",
            "0001-01-01T00:00:00",
            "0001-01-01T00:00:00Z",
            "0001-01-01 00:00:00",
            "1/1/0001",
            "01/01/0001",
            "1/1/0001 12:00:00 AM",
            "01-01-0001",
            "01.01.0001 00:00:00"
        };
        StringBuilder list = new StringBuilder("Name,Phone,Follow-up date\n");
        for (int i = 0; i < dates.length; i++) {
            list.append("Kim,937-555-01")
                    .append(10 + i)
                    .append(',')
                    .append(dates[i])
                    .append('\n');
        }
        desk.done(desk.forLeads(), list.toString());
        assertThat(leads())
                .hasSize(dates.length)
                .allSatisfy(lead -> assertThat(lead.get("followUpDate").isNull())
                        .as(lead.toString())
                        .isTrue());
        long id =
                desk.done(desk.forLeads() + "&dryRun=true", "Name,Phone,Follow-up date\nLee,937-555-0150,0101-02-03\n");
        assertThat(desk.told(id)).hasSize(1).first().asString().contains("A date is expected");
    }

    @Test
    void whatIsSaidWithAListIsCheckedBeforeAnythingIsStored() {
        String list = "Name,Phone\nKim,937-555-0100\n";
        assertThat(Office.wrong(desk.send("", list))).containsExactly("kind");
        assertThat(Office.wrong(desk.send("kind=Leads", list)))
                .containsExactly("callReasonId", "campaignId", "followUpDate");
        assertThat(Office.wrong(desk.send("kind=Leads&campaignId=1&callReasonId=2", list)))
                .containsExactly("callReasonId", "campaignId");
        String wrong = "kind=Leads&campaignId=1&callReasonId=x&followUpDate=soon&onMatch=Maybe&dryRun=perhaps";
        assertThat(Office.wrong(desk.send(wrong + "&mapping=" + Desk.encoded("{\"Fax\": \"phone\"}"), list)))
                .containsExactly("callReasonId", "campaignId", "dryRun", "followUpDate", "mapping", "onMatch");
        assertThat(Office.wrong(desk.send(wrong + "&mapping=nonsense", " ")))
                .containsExactly("callReasonId", "dryRun", "file", "followUpDate", "mapping", "onMatch");
        assertThat(desk.send("kind=Leads&campaignId=", list)
                        .json()
                        .at("/errors/campaignId/0")
                        .stringValue())
                .isEqualTo("This parameter must not be empty: give it a value, or leave it out.");
        assertThat(Office.wrong(desk.send("kind=Customers", list))).containsExactly("mapping");
        assertThat(Office.wrong(desk.send(desk.forLeads() + "&mapping=" + Desk.encoded("{\"Fax\": \"phone\"}"), list)))
                .containsExactly("mapping");
        assertThat(Office.wrong(desk.send(desk.forLeads() + "&mapping=" + Desk.encoded("{\"Name\": \"color\"}"), list)))
                .containsExactly("mapping");
        assertThat(Office.wrong(desk.send(desk.forLeads() + "&mapping=nonsense", list)))
                .containsExactly("mapping");
        assertThat(Office.wrong(desk.send(desk.forLeads(), "Name,Phone\n"))).containsExactly("file");
        assertThat(Office.wrong(desk.send(desk.forLeads(), " "))).containsExactly("file");
        assertThat(Office.wrong(desk.send(desk.forLeads(), "Name,Phone\n\"Kim,937-555-0100\n")))
                .containsExactly("file");
        assertThat(desk.send(desk.forLeads(), list, "Content-Type", "application/json")
                        .status())
                .isEqualTo(415);
        assertThat(desk.api.get(desk.path("")).json().get("data").size()).isZero();
        assertThat(desk.api.get(desk.path("/4711")).status()).isEqualTo(404);
    }

    @Test
    void aKeyMakesOneImportHoweverOftenItIsSent() {
        String list = "Name,Phone\nKim,937-555-0100\n";
        Api.Answer first = desk.send(desk.forLeads(), list, "Idempotency-Key", "spring");
        Api.Answer again = desk.send(desk.forLeads(), list, "Idempotency-Key", "spring");
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.json().get("id")).isEqualTo(first.json().get("id"));
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(desk.send(desk.forLeads(), list + "Lee,937-555-0101\n", "Idempotency-Key", "spring")
                        .status())
                .isEqualTo(422);
        assertThat(desk.api.get(desk.path("")).json().get("data").size()).isEqualTo(1);
        desk.work(first.json().get("id").longValue());
    }

    @Test
    void aCustomerFromAListHasTheSameRowsAsOneFromARequest() {
        desk.api.post(desk.api.path("crm/v2", "/customers"), """
                {"name": "Kim Park", "type": "Commercial", "doNotMail": true,
                 "address": {"street": "7 Elm Ave", "unit": "4", "city": "Dayton", "state": "OH", "zip": "45402",
                    "country": "USA"},
                 "locations": [{"name": "Kim Park", "address": {"street": "7 Elm Ave", "unit": "4", "city": "Dayton",
                    "state": "OH", "zip": "45402", "country": "USA"}}],
                 "contacts": [{"type": "MobilePhone", "value": "(937) 555-0150"},
                    {"type": "Email", "value": "kim@example.com"}]}
                """);
        long id = desk.done("kind=Customers&onMatch=Create", """
                Customer,Type,Street,Apt,City,State,ZIP,Mobile,Email,Do not mail
                Kim Park,commercial,7 Elm Ave,4,Dayton,OH,45402,(937) 555-0150,kim@example.com,yes
                """);
        assertThat(desk.get(id).at("/counts/made").intValue()).isEqualTo(1);
        List<Long> ids = longs("select id from customer order by id");
        assertThat(ids).hasSize(2);
        List<Long> places = longs("select id from location order by id");
        String own = "to_jsonb(x) - '{id,live_id,created_on,modified_on,owner_id,customer_id,location_id}'::text[]";
        for (String rows : List.of(
                "customer x where id = %1$d",
                "contact_entry x where customer_id = %1$d",
                "location x where id = %2$d",
                "location_door x where location_id = %2$d",
                "contact_entry x where location_id = %2$d")) {
            String sql = "select (" + own + ")::text from " + rows + " order by 1";
            assertThat(texts(sql.formatted(ids.getLast(), places.getLast())))
                    .as(rows)
                    .isEqualTo(texts(sql.formatted(ids.getFirst(), places.getFirst())));
        }
        String logged = "select record_kind || ' ' || action || ' ' || (select jsonb_agg(f order by f ->> 'name')"
                + " from jsonb_array_elements(fields) f where f ->> 'name' <> 'customerId')::text from change"
                + " where record_kind like any (array['customer%%', 'location%%']) and xid = (select xid from change"
                + " where record_kind = 'customer' and record_id = %d limit 1) order by 1";
        assertThat(texts(logged.formatted(ids.getLast())))
                .isNotEmpty()
                .isEqualTo(texts(logged.formatted(ids.getFirst())));
    }

    @Test
    void customersThatAreThereAreSkippedAndTakenBackOnesAreInactive() {
        long known = desk.shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        long id = desk.done("kind=Customers", """
                Name,Street,City,State,ZIP,Phone,Notes
                J. Reyes,12 Oak Street,Dayton,OH,45402,937.555.0142,
                Jordan Reyes,12 Oak Street,Dayton,OH,45402,,
                Pat Diaz,9 Main St,Dayton,OH,45402,937-555-0160,Has a dog
                Lee Wong,10 Main St,Dayton,OH,45402,937-555-0161,
                Ray Cole,11 Main St,Dayton,OH,45402,937-555-0162,
                Bad Row,,Dayton,OH,45402
                """);
        assertThat(desk.told(id))
                .containsExactly(
                        "2 Match Same phone, Same address, Similar name",
                        "3 Match Same address, Similar name",
                        "4 New",
                        "5 New",
                        "6 New",
                        "7 Wrong {\"street\":[\"This field is required.\"]}");
        List<Long> made = desk.rows(id, "result=Made").stream()
                .map(row -> row.get("recordId").longValue())
                .toList();
        assertThat(made).hasSize(3).doesNotContain(known);
        assertThat(texts("select text from note where customer_id = " + made.getFirst()))
                .containsExactly("Has a dog");

        desk.api.patch(desk.api.path("crm/v2", "/customers/" + made.get(1)), "{\"doNotMail\": true}");
        desk.api.post(desk.api.path("crm/v2", "/leads"), """
                {"campaignId": %d, "summary": "x", "callReasonId": %d, "customerId": %d}
                """.formatted(desk.shop.campaign, desk.reason, made.get(2)));
        desk.ok(id, "undo");
        desk.work(id);
        assertThat(desk.rows(id, "").stream()
                        .filter(row -> !row.get("keptReason").isNull())
                        .map(row -> row.get("recordId").longValue() + " "
                                + row.get("keptReason").stringValue()))
                .containsExactly(made.get(1) + " It was changed since.", made.get(2) + " It has a lead.");
        assertThat(longs("select id from customer where not active")).containsExactly(made.getFirst());
        assertThat(longs("select customer_id from location where not active")).containsExactly(made.getFirst());
        String feed = desk.api.get(desk.api.path("crm/v2", "/export/customers")).text();
        assertThat(feed).contains("\"id\":" + made.getFirst() + ",\"active\":false");
    }

    private List<JsonNode> leads() {
        return desk.api
                .get(desk.api.path("crm/v2", "/leads?sort=%2Bid"))
                .json()
                .get("data")
                .valueStream()
                .toList();
    }

    private List<String> texts(String sql) {
        return desk.shop.tenant.caller.call(
                () -> Server.bean(JdbcClient.class).sql(sql).query(String.class).list());
    }

    private List<Long> longs(String sql) {
        return desk.shop.tenant.caller.call(
                () -> Server.bean(JdbcClient.class).sql(sql).query(Long.class).list());
    }
}
