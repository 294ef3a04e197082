package org.callboard.jobapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ok;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.ReasonName;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.testing.Api;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * What two programs that are in use send about jobs, call for call with their habits: the connector of an integration
 * platform, and what an assistant does in a conversation.
 */
class PublicClientsTest {

    private static final String GUID = "6b29fc40-ca47-1067-b31d-00dd010662da";

    private final Shop shop = new Shop();
    private final Api api = shop.tenant.api();
    private final long customer = shop.customer("Robin Hale", "937-555-0100", "7 Elm St");
    private final long location = shop.tenant.caller.call(() -> Server.bean(JdbcClient.class)
            .sql("select id from location")
            .query(Long.class)
            .single());
    private final long ann = shop.technician("Ann");
    private final long bob = shop.technician("Bob");
    private final long vip = shop.tenant.caller.call(() -> Server.bean(TagTypes.class)
            .add(api.tenant, new TagType.Details("VIP"))
            .id());
    private final long gate = shop.tenant.caller.call(() -> Server.bean(CustomFieldTypes.class)
            .add(api.tenant, "job", "Gate code", CustomFieldType.DataType.Text, null)
            .id());
    private final long price = shop.tenant.caller.call(() -> Server.bean(JobCancelReasons.class)
            .add(api.tenant, new ReasonName("Price"))
            .id());

    private JsonNode jpm(String method, String rest, String body) {
        return call(method, api.path("jpm/v2", rest), body);
    }

    private JsonNode call(String method, String path, String body) {
        Api.Answer answer = send(method, path, body);
        assertThat(answer.status())
                .as(method + " " + path + " " + answer.text())
                .isEqualTo(200);
        return answer.text().isEmpty() ? null : answer.json();
    }

    private Api.Answer send(String method, String path, String body) {
        return Api.send(
                api.request(method, path, body, "Accepts", "application/json", "Content-type", "application/json"));
    }

    /** It says of a GET too that it is JSON, sends ids as texts, and goes through pages until there are no more. */
    @Test
    void aConnectorBooksAJobChangesItAddsAnAppointmentAndCancelsIt() {
        String what = """
                "customFields": [{"typeId": %d, "value": "4711"}], "customerPo": "PO 7",
                "externalData": {"applicationGuid": "%s", "externalData": [{"key": "deal", "value": "D-1"}]}
                """.formatted(gate, GUID.toUpperCase());
        JsonNode made = jpm("POST", "/jobs", """
                {"customerId": %d, "locationId": %d,
                 "appointments": [{"start": "2027-01-04T14:00:00Z", "end": "2027-01-04T16:00:00Z",
                    "arrivalWindowStart": "2027-01-04T14:00:00Z", "arrivalWindowEnd": "2027-01-04T15:00:00Z",
                    "technicianIds": [%d]}],
                 "businessUnitId": "%d", "campaignId": "%d", %s, "invoiceSignatureIsRequired": true,
                 "jobGeneratedLeadSource": {"employeeId": %d}, "jobTypeId": "%d", "priority": "High",
                 "summary": "No heat", "tagTypeIds": [%d]}
                """.formatted(
                        customer, location, ann, shop.unit, shop.campaign, what, ann, shop.jobType, vip));
        long job = made.get("id").longValue();
        JsonNode read = jpm("GET", "/jobs/" + job + "?externalDataApplicationGuid=" + GUID.toUpperCase(), null);
        assertThat(read.at("/externalData/0/value").stringValue()).isEqualTo("D-1");
        assertThat(read.at("/customFields/0/value").stringValue()).isEqualTo("4711");
        assertThat(read.get("businessUnitId").longValue()).isEqualTo(shop.unit);

        JsonNode changed = jpm("PATCH", "/jobs/" + job, """
                {"customerId": %d, "locationId": %d, "businessUnitId": "%d", "jobTypeId": "%d", "priority": "Urgent",
                 "campaignId": "%d", "summary": "No heat at all", "shouldUpdateInvoiceItems": true, "tagTypeIds": [],
                 %s}
                """.formatted(
                        customer, location, shop.unit, shop.jobType, shop.campaign, what));
        assertThat(changed.get("priority").stringValue()).isEqualTo("Urgent");
        assertThat(changed.get("tagTypeIds")).isEmpty();

        Api.Answer added = send("POST", api.path("jpm/v2", "/appointments"), """
                {"arrivalWindowEnd": "2027-01-05T15:00:00Z", "arrivalWindowStart": "2027-01-05T14:00:00Z",
                 "end": "2027-01-05T16:00:00Z", "jobId": %d, "specialInstructions": "Ring twice",
                 "start": "2027-01-05T14:00:00Z", "technicianId": %d}
                """.formatted(job, bob));
        long second = ok(added).get("id").longValue();
        assertThat(added.header("Callboard-Ignored")).contains("technicianId");
        JsonNode assigned =
                call("POST", api.path("dispatch/v2", "/appointment-assignments/assign-technicians"), """
                {"jobAppointmentId": %d, "technicianIds": ["%d"]}
                """.formatted(
                                second, bob));
        assertThat(assigned.get("id").longValue()).isEqualTo(second);
        assertThat(all(api.path("dispatch/v2", "/appointment-assignments?"), "technicianName"))
                .containsOnlyKeys("Ann", "Bob");
        assertThat(all(api.path("jpm/v2", "/appointments?jobId=" + job + "&"), "appointmentNumber"))
                .containsOnlyKeys(job + "-1", job + "-2");
        jpm("DELETE", "/appointments/" + second, null);

        long reason = all(api.path("jpm/v2", "/job-cancel-reasons?"), "name").get("Price");
        jpm("PUT", "/jobs/" + job + "/cancel", "{\"memo\": \"Too much\", \"reasonId\": \"" + reason + "\"}");
        assertThat(all(api.path("jpm/v2", "/jobs?includeTotal=true&"), "jobStatus"))
                .containsOnlyKeys("Canceled");
    }

    /** It looks names up, writes times with milliseconds, and reads a record before it changes it. */
    @Test
    void anAssistantBooksMovesStaffsTagsNotesAndCancels() {
        assertThat(all(api.path("settings/v2", "/business-units?"), "name")).containsEntry("Heating", shop.unit);
        assertThat(all(api.path("jpm/v2", "/job-types?"), "name")).containsEntry("Furnace repair", shop.jobType);
        assertThat(all(api.path("marketing/v2", "/campaigns?"), "name")).containsEntry("Website", shop.campaign);
        Map<String, Long> technicians = all(api.path("settings/v2", "/technicians?"), "name");
        assertThat(call("GET", api.path("crm/v2", "/locations/" + location), null)
                        .get("customerId")
                        .longValue())
                .isEqualTo(customer);
        JsonNode made = jpm("POST", "/jobs", """
                {"customerId": %d, "locationId": %d, "businessUnitId": %d, "jobTypeId": %d, "campaignId": %d,
                 "priority": "Normal", "summary": "No heat", "appointments": [{%s, "technicianIds": [%d]}]}
                """.formatted(
                        customer,
                        location,
                        shop.unit,
                        shop.jobType,
                        shop.campaign,
                        times("2027-01-04"),
                        technicians.get("Ann")));
        long job = made.get("id").longValue();
        assertThat(made.get("jobNumber").stringValue()).isEqualTo("" + job);
        long visit = made.get("firstAppointmentId").longValue();

        assertThat(jpm("GET", "/appointments/" + visit, null).get("status").stringValue())
                .isEqualTo("Scheduled");
        JsonNode moved = jpm("PATCH", "/appointments/" + visit + "/reschedule", "{" + times("2027-01-05") + "}");
        assertThat(moved.get("arrivalWindowEnd").stringValue()).isEqualTo("2027-01-05T16:00:00Z");

        String assignments = api.path("dispatch/v2", "/appointment-assignments");
        String who = "{\"jobAppointmentId\": " + visit + ", \"technicianIds\": [%d]}";
        assertThat(all(assignments + "?appointmentIds=" + visit + "&", "technicianName"))
                .containsOnlyKeys("Ann");
        call("POST", assignments + "/assign-technicians", who.formatted(technicians.get("Bob")));
        call("POST", assignments + "/unassign-technicians", who.formatted(technicians.get("Ann")));
        assertThat(all(assignments + "?appointmentIds=" + visit + "&", "technicianName"))
                .containsOnlyKeys("Bob");

        long tag = all(api.path("settings/v2", "/tag-types?"), "name").get("VIP");
        assertThat(jpm("PATCH", "/jobs/" + job, "{\"tagTypeIds\": [" + tag + "]}")
                        .get("tagTypeIds"))
                .hasSize(1);
        JsonNode note =
                jpm("POST", "/jobs/" + job + "/notes", "{\"text\": \"Dog\", \"isPinned\": true, \"pinToTop\": true}");
        assertThat(note.get("isPinned").booleanValue()).isTrue();

        JsonNode invoice = call("GET", api.path("accounting/v2", "/invoices?jobId=" + job), null)
                .at("/data/0");
        assertThat(invoice.get("items")).isEmpty();
        assertThat(Double.parseDouble(invoice.get("total").stringValue())
                        - Double.parseDouble(invoice.get("balance").stringValue()))
                .as("nothing was paid")
                .isZero();
        jpm("PUT", "/jobs/" + job + "/cancel", "{\"reasonId\": " + price + ", \"memo\": \"Too much\"}");
        assertThat(jpm("GET", "/jobs/" + job, null).get("jobStatus").stringValue())
                .isEqualTo("Canceled");
        Api.Answer again = send(
                "PUT",
                api.path("jpm/v2", "/jobs/" + job + "/cancel"),
                "{\"reasonId\": " + price + ", \"memo\": \"x\"}");
        assertThat(again.status()).isEqualTo(409);
    }

    private static String times(String day) {
        return ("\"start\": \"DAYT14:00:00.000Z\", \"end\": \"DAYT16:00:00.000Z\","
                        + " \"arrivalWindowStart\": \"DAYT14:00:00.000Z\", \"arrivalWindowEnd\": \"DAYT16:00:00.000Z\"")
                .replace("DAY", day);
    }

    /** All records of a list, as one who goes on until there is no more has them: a field of each and its id. */
    private Map<String, Long> all(String list, String field) {
        Map<String, Long> all = new TreeMap<>();
        for (int page = 1; ; page++) {
            JsonNode answer = call("GET", list + "page=" + page + "&pageSize=500", null);
            all.putAll(answer.get("data")
                    .valueStream()
                    .collect(Collectors.toMap(
                            one -> one.get(field).stringValue(),
                            one -> one.get("id").longValue(),
                            (one, other) -> other)));
            if (!answer.get("hasMore").booleanValue()) {
                return all;
            }
        }
    }
}
