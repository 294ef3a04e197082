package org.callboard.jobapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ok;
import static org.callboard.testing.Office.wrong;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.SoftAssertions;
import org.callboard.access.Scope;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.JobHoldReasons;
import org.callboard.jobreasons.ReasonName;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.testing.Api;
import org.callboard.testing.Receiver;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Every operation on booked work, in every state and with every scope, as a program sees it. */
class JobOperationsTest {

    private final Shop shop = new Shop();
    private final long customer = shop.customer("Robin Hale", "937-555-0100", "7 Elm St");
    private final long location = shop.tenant.caller.call(() -> Server.bean(JdbcClient.class)
            .sql("select id from location")
            .query(Long.class)
            .single());
    private final long ann = shop.technician("Ann");
    private final long bob = shop.technician("Bob");
    private final long cancelReason = shop.tenant.caller.call(() -> Server.bean(JobCancelReasons.class)
            .add(shop.tenant.id, new ReasonName("Changed their mind"))
            .id());
    private final long holdReason = shop.tenant.caller.call(() -> Server.bean(JobHoldReasons.class)
            .add(shop.tenant.id, new ReasonName("Waits for parts"))
            .id());
    private final AtomicInteger days = new AtomicInteger(30);
    private Api api = shop.tenant.api();

    private record Work(long job, long appointment) {}

    private String path(String area, String rest) {
        return api.path(area, rest);
    }

    private String times() {
        Instant start = Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(days.incrementAndGet(), ChronoUnit.DAYS)
                .plus(15, ChronoUnit.HOURS);
        return "\"start\": \"%s\", \"end\": \"%s\"".formatted(start, start.plus(2, ChronoUnit.HOURS));
    }

    private Work booked() {
        JsonNode job = ok(api.post(path("jpm/v2", "/jobs"), """
                {"customerId": %d, "locationId": %d, "businessUnitId": %d, "jobTypeId": %d, "campaignId": %d,
                 "priority": "Normal", "appointments": [{%s, "technicianIds": [%d]}]}
                """.formatted(
                        customer, location, shop.unit, shop.jobType, shop.campaign, times(), ann)));
        return new Work(job.get("id").longValue(), job.get("firstAppointmentId").longValue());
    }

    private Work in(AppointmentStatus status) {
        Work work = booked();
        switch (status) {
            case Scheduled -> {}
            case Dispatched -> call("dispatch", work);
            case Working -> List.of("dispatch", "start").forEach(act -> call(act, work));
            case Hold -> call("hold", work);
            case Done -> List.of("dispatch", "start", "finish").forEach(act -> call(act, work));
            case Canceled -> call("cancel", work);
        }
        return work;
    }

    private void call(String operation, Work work) {
        Api.Answer answer = send(operation, work);
        assertThat(answer.status()).as(operation + answer.text()).isEqualTo(200);
    }

    private Api.Answer send(String operation, Work work) {
        String job = path("jpm/v2", "/jobs/" + work.job);
        String appointment = path("jpm/v2", "/appointments/" + work.appointment);
        String assignments = path("dispatch/v2", "/appointment-assignments/");
        return switch (operation) {
            case "dispatch", "start", "finish", "back" ->
                api.post(path("callboard/v1", "/appointments/" + work.appointment + "/" + operation), null);
            case "hold" -> api.put(appointment + "/hold", "{\"reasonId\": %d, \"memo\": \"m\"}".formatted(holdReason));
            case "take off hold" -> api.delete(appointment + "/hold");
            case "reschedule" -> api.patch(appointment + "/reschedule", "{" + times() + "}");
            case "confirm" -> Api.send(api.request("PUT", appointment + "/confirmation", null));
            case "unconfirm" -> api.delete(appointment + "/confirmation");
            case "instruct" -> api.put(appointment + "/special-instructions", "{\"specialInstructions\": \"Ring\"}");
            case "assign" ->
                api.post(
                        assignments + "assign-technicians",
                        "{\"jobAppointmentId\": %d, \"technicianIds\": [%d]}".formatted(work.appointment, bob));
            case "unassign" ->
                api.post(
                        assignments + "unassign-technicians",
                        "{\"jobAppointmentId\": %d, \"technicianIds\": [%d]}".formatted(work.appointment, ann));
            case "remove" -> api.delete(appointment);
            case "add" -> api.post(path("jpm/v2", "/appointments"), "{\"jobId\": " + work.job + ", " + times() + "}");
            case "change" -> api.patch(job, "{\"summary\": \"Other\"}");
            case "note" -> api.post(job + "/notes", "{\"text\": \"Dog\"}");
            case "cancel" -> api.put(job + "/cancel", "{\"reasonId\": %d, \"memo\": \"m\"}".formatted(cancelReason));
            case "remove cancellation" -> Api.send(api.request("PUT", job + "/remove-cancellation", null));
            default -> throw new IllegalArgumentException(operation);
        };
    }

    /** By operation: Scheduled, Dispatched, Working, Hold, Done, Canceled. */
    private static final Map<String, String> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("dispatch", "200 409 409 409 409 409"),
            Map.entry("start", "409 200 409 409 409 409"),
            Map.entry("finish", "409 409 200 409 409 409"),
            Map.entry("back", "409 200 409 409 409 409"),
            Map.entry("hold", "200 409 409 409 409 409"),
            Map.entry("take off hold", "409 409 409 200 409 409"),
            Map.entry("reschedule", "200 200 409 200 409 409"),
            Map.entry("confirm", "200 200 409 409 409 409"),
            Map.entry("unconfirm", "409 409 409 409 409 409"),
            Map.entry("instruct", "200 200 200 200 409 409"),
            Map.entry("assign", "200 200 200 200 409 409"),
            Map.entry("unassign", "200 409 409 200 409 409"),
            Map.entry("remove", "409 409 409 409 409 409"), // it is the last one
            Map.entry("add", "200 200 200 200 409 409"),
            Map.entry("change", "200 200 200 200 200 200"),
            Map.entry("note", "200 200 200 200 200 200"),
            Map.entry("cancel", "200 200 200 200 409 409"),
            Map.entry("remove cancellation", "409 409 409 409 409 200")));

    @Test
    void everyOperationInEveryStateAnswersAsTheTableSays() {
        SoftAssertions all = new SoftAssertions();
        TABLE.forEach((operation, expected) -> {
            api = shop.tenant.api(); // each has calls of its own
            List<String> answers = new ArrayList<>();
            for (AppointmentStatus status : AppointmentStatus.values()) {
                Api.Answer answer = send(operation, in(status));
                answers.add("" + answer.status());
                if (answer.status() == 409) {
                    all.assertThat(answer.code()).as(operation + " " + status).isNotEqualTo("conflict");
                }
            }
            all.assertThat(String.join(" ", answers)).as(operation).isEqualTo(expected);
        });
        all.assertAll();
    }

    @Test
    void readingNeedsAScopeOfItsOwn() {
        Work work = booked();
        for (Scope scope : Scope.values()) {
            Api reader = shop.tenant.api(EnumSet.of(scope), null);
            assertThat(reader.get(path("jpm/v2", "/jobs/" + work.job)).status())
                    .isEqualTo(scope == Scope.JOBS_READ ? 200 : 403);
        }
    }

    @Test
    void theWholeLifeOfAJobIsReadBack() {
        Work work = booked();
        String job = path("jpm/v2", "/jobs/" + work.job);
        String appointment = path("jpm/v2", "/appointments/" + work.appointment);
        call("confirm", work);
        assertThat(ok(api.get(appointment)).get("isConfirmed").booleanValue()).isTrue();
        call("assign", work);
        call("hold", work);
        assertThat(ok(api.get(job)).get("jobStatus").stringValue()).isEqualTo("Hold");
        JsonNode held = ok(api.get(path("jpm/v2", "/jobs/hold-reasons?ids=" + work.job)));
        assertThat(held.at("/data/0/name").stringValue()).isEqualTo("Waits for parts");
        assertThat(held.at("/data/0/appointmentHoldReasons/0/appointmentId").longValue())
                .isEqualTo(work.appointment);
        call("take off hold", work);
        assertThat(ok(api.get(path("jpm/v2", "/jobs/hold-reasons?ids=" + work.job)))
                        .get("data"))
                .isEmpty();
        call("cancel", work);
        assertThat(ok(api.get(job)).get("jobStatus").stringValue()).isEqualTo("Canceled");
        JsonNode reasons = ok(api.get(path("jpm/v2", "/jobs/cancel-reasons?ids=" + work.job + ",1")));
        assertThat(reasons.get("data")).hasSize(1);
        assertThat(reasons.at("/data/0/text").stringValue()).isEqualTo("m");
        assertThat(ok(api.get(path("accounting/v2", "/invoices?jobId=" + work.job)))
                        .get("data"))
                .isEmpty();
        call("remove cancellation", work);
        assertThat(ok(api.get(path("jpm/v2", "/jobs/cancel-reasons?ids=" + work.job)))
                        .get("data"))
                .isEmpty();
        assertThat(ok(api.get(job + "/canceled-log")).at("/data/0/active").booleanValue())
                .isFalse();
        call("note", work);
        assertThat(ok(api.get(job + "/notes")).at("/data/0/text").stringValue()).isEqualTo("Dog");
        List.of("dispatch", "start", "finish").forEach(act -> call(act, work));
        JsonNode done = ok(api.get(job));
        assertThat(done.get("jobStatus").stringValue()).isEqualTo("Completed");
        assertThat(done.get("completedOn").isNull()).isFalse();
        JsonNode assigned = ok(api.get(path("dispatch/v2", "/appointment-assignments?jobId=" + work.job)));
        assertThat(assigned.get("data")
                        .valueStream()
                        .map(one -> one.get("status").stringValue()))
                .containsExactly("Done", "Done");
        JsonNode history = ok(api.get(job + "/history")).get("history");
        assertThat(history.valueStream().map(one -> one.get("eventType").stringValue()))
                .startsWith("JobBooked")
                .contains("AppointmentHeld", "JobCanceled", "JobCancellationRemoved", "TechniciansAssigned")
                .endsWith("JobCompleted");
        JsonNode booked = ok(api.get(job + "/booked-log"));
        assertThat(booked.get("jobAppointmentId").longValue()).isEqualTo(work.appointment);
        feedsTellOf(work);
    }

    private void feedsTellOf(Work work) {
        JsonNode jobs = feed("jpm/v2", "jobs");
        assertThat(jobs.at("/data/0/jobStatus").stringValue()).isEqualTo("Completed");
        assertThat(jobs.at("/data/0/active").booleanValue()).isTrue();
        assertThat(feed("jpm/v2", "appointments").at("/data/0/id").longValue()).isEqualTo(work.appointment);
        assertThat(feed("jpm/v2", "job-canceled-logs").at("/data/0/active").booleanValue())
                .isFalse();
        assertThat(feed("jpm/v2", "job-notes").at("/data/0/jobId").longValue()).isEqualTo(work.job);
        assertThat(feed("jpm/v2", "job-history").at("/data/0/history").size()).isGreaterThan(5);
        assertThat(feed("dispatch/v2", "appointment-assignments").get("data")).hasSize(2);
        assertThat(ok(api.get(path("jpm/v2", "/export/appointments?active=False&includeRecentChanges=true")))
                        .get("data"))
                .isEmpty();
    }

    private JsonNode feed(String area, String name) {
        JsonNode page = ok(api.get(path(area, "/export/" + name)));
        JsonNode end = ok(api.get(path(
                area, "/export/" + name + "?from=" + page.get("continueFrom").stringValue())));
        assertThat(end.get("data")).isEmpty();
        return page;
    }

    @Test
    void oneOfSeveralAppointmentsIsRemovedAndTheFeedSaysSo() {
        Work work = booked();
        JsonNode added = ok(send("add", work));
        assertThat(added.get("appointmentNumber").stringValue()).isEqualTo(work.job + "-2");
        call("remove", work);
        JsonNode listed = ok(api.get(path("jpm/v2", "/appointments?jobId=" + work.job)));
        assertThat(listed.get("data")).hasSize(1);
        assertThat(ok(api.get(path("jpm/v2", "/appointments?jobId=" + work.job + "&active=Any")))
                        .get("data"))
                .hasSize(2);
        Api.Answer again = send("remove", work);
        assertThat(again.code()).isEqualTo("appointment-removed");
        JsonNode removed = ok(api.get(path("jpm/v2", "/export/appointments?active=False")));
        assertThat(removed.at("/data/0/id").longValue()).isEqualTo(work.appointment);
    }

    @Test
    void webhooksAreToldOfJobsAndAppointments() {
        try (Receiver receiver = new Receiver()) {
            receiver.subscribe(
                    api,
                    path("callboard/v1", "/webhooks"),
                    "tn.jpm.job-created",
                    "tn.jpm.job-canceled",
                    "tn.jpm.appointment-created",
                    "tn.jpm.appointment-updated");
            Work work = booked();
            Map<String, JsonNode> told = new TreeMap<>();
            for (int i = 0; i < 2; i++) {
                JsonNode event = receiver.next().json();
                told.put(event.get("type").stringValue(), event.get("data"));
            }
            assertThat(told.keySet()).containsExactly("tn.jpm.appointment-created", "tn.jpm.job-created");
            JsonNode job = told.get("tn.jpm.job-created").get("job");
            JsonNode read = ok(api.get(path("jpm/v2", "/jobs/" + work.job)));
            read.propertyNames()
                    .forEach(name -> assertThat(job.get(name)).as(name).isEqualTo(read.get(name)));
            assertThat(job.get("active").booleanValue()).isTrue();
            assertThat(told.get("tn.jpm.appointment-created")
                            .at("/appointment/id")
                            .longValue())
                    .isEqualTo(work.appointment);
            call("cancel", work);
            List<String> types = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                types.add(receiver.next().json().get("type").stringValue());
            }
            assertThat(types).containsExactlyInAnyOrder("tn.jpm.job-canceled", "tn.jpm.appointment-updated");
        }
    }

    @Test
    void anAppointmentMovesWithItsLengthAndItsWindow() {
        Work work = booked();
        String appointment = path("jpm/v2", "/appointments/" + work.appointment);
        String window = "{\"start\": \"2031-03-03T15:00:00Z\", \"end\": \"2031-03-03T17:30:00Z\","
                + " \"arrivalWindowStart\": \"2031-03-03T15:00:00Z\", \"arrivalWindowEnd\": \"2031-03-03T16:00:00Z\"}";
        ok(api.patch(appointment + "/reschedule", window));
        JsonNode moved = ok(api.patch(appointment + "/reschedule", "{\"start\": \"2031-03-04T16:00:00Z\"}"));
        assertThat(moved.get("end").stringValue()).isEqualTo("2031-03-04T18:30:00Z");
        assertThat(moved.get("arrivalWindowEnd").stringValue()).isEqualTo("2031-03-04T17:00:00Z");
        for (String wrong : List.of(
                "{\"end\": \"2031-03-04T16:00:00Z\"}", // that is its start
                "{\"start\": \"9999-12-31T22:50:00Z\"}")) { // what moves with it would be in the year 10000
            assertThat(wrong(api.patch(appointment + "/reschedule", wrong))).contains("end");
        }
    }

    @Test
    void aChangeNamesTheStateThatItWasMadeFor() {
        Work work = booked();
        String job = path("jpm/v2", "/jobs/" + work.job);
        String tag = api.get(job).header("ETag");
        call("confirm", work); // what happens to an appointment happens to its job
        Api.Answer stale = api.patch(job, "{\"summary\": \"x\"}", "If-Match", tag);
        assertThat(stale.status()).isEqualTo(412);
        ok(api.patch(job, "{\"summary\": \"x\"}", "If-Match", api.get(job).header("ETag")));
        String appointment = path("jpm/v2", "/appointments/" + work.appointment);
        assertThat(Api.send(api.request("DELETE", appointment + "/confirmation", null, "If-Match", "\"0\""))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void aChangeReplacesTagsAndMergesExternalData() {
        Work work = booked();
        String job = path("jpm/v2", "/jobs/" + work.job);
        String application = "0191d5b0-0000-7000-8000-000000000000";
        String data =
                "{\"externalData\": {\"applicationGuid\": \"%s\", \"patchMode\": \"%s\", \"externalData\": [%s]}}";
        ok(api.patch(job, data.formatted(application, "Replace", "{\"key\": \"a\", \"value\": \"1\"}")));
        JsonNode merged = ok(api.patch(
                job,
                data.formatted(
                        application,
                        "Merge",
                        "{\"key\": \"a\", \"value\": null}, {\"key\": \"b\", \"value\": \"2\"}")));
        assertThat(merged.get("externalData").toString()).isEqualTo("[{\"key\":\"b\",\"value\":\"2\"}]");
        assertThat(ok(api.get(job)).get("externalData")).isEmpty();
        assertThat(ok(api.get(job + "?externalDataApplicationGuid=" + application))
                        .get("externalData"))
                .hasSize(1);
        JsonNode sold = ok(api.patch(job, "{\"soldById\": " + ann + ", \"summaryOfWork\": \"Igniter\"}"));
        assertThat(sold.get("soldById").longValue()).isEqualTo(ann);
        assertThat(ok(api.patch(job, "{\"soldById\": null}")).get("soldById").isNull())
                .isTrue();
        assertThat(ok(api.get(job)).get("summaryOfWork").stringValue()).isEqualTo("Igniter");
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        Work work = booked();
        Api.Answer answer = api.post(path("jpm/v2", "/appointments"), """
                {"jobId": 987654321012345, "start": "soon", "technicianIds": [987654321012345, "x"]}""");
        assertThat(wrong(answer))
                .containsExactlyInAnyOrder("end", "jobId", "start", "technicianIds[0]", "technicianIds[1]");
        assertThat(wrong(api.put(path("jpm/v2", "/jobs/" + work.job + "/cancel"), "{\"reasonId\": 1}")))
                .containsExactlyInAnyOrder("memo", "reasonId");
        assertThat(api.get(path("jpm/v2", "/jobs/cancel-reasons")).status()).isEqualTo(400);
        assertThat(api.get(path("jpm/v2", "/jobs/987654321012345/notes")).status())
                .isEqualTo(404);
    }
}
