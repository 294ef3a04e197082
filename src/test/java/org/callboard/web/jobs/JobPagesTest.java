package org.callboard.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.campaigns.Campaigns;
import org.callboard.customers.Locations;
import org.callboard.database.RecordShape;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.dispatch.AppointmentAct;
import org.callboard.dispatch.AssignTechnicians;
import org.callboard.dispatch.ChangeAppointment;
import org.callboard.dispatch.EditJob;
import org.callboard.dispatch.RescheduleAppointment;
import org.callboard.dispatch.RescheduleAppointment.BusyTechnicians;
import org.callboard.dispatch.RescheduleAppointment.Reschedule;
import org.callboard.dispatch.WorkAppointment;
import org.callboard.http.Precondition;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.JobHoldReasons;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.AppointmentDraft;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.Jobs;
import org.callboard.jobs.VisitTime;
import org.callboard.settings.JobTypes;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Statements;
import org.callboard.testing.Visitor;
import org.callboard.validation.FieldErrors;
import org.junit.jupiter.api.Test;

/** What the pages of jobs show and refuse. */
class JobPagesTest {

    private static final LocalDate SUNDAY = Shop.MONDAY.minusDays(1);
    private static final LocalDate TUESDAY = Shop.MONDAY.plusDays(1);

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final Visitor dana = Visitor.signedIn(shop.tenant.user(Role.CSR));
    private final long customer = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
    private final long location = shop.tenant.caller.call(() ->
            Server.bean(Locations.class).ofCustomer(tenant, customer).getFirst().id());
    private final long lee = shop.tenant.caller.call(() -> Server.bean(Technicians.class)
            .add(tenant, new Technician.Details("Lee Ortiz", null, null, null))
            .id());
    private final long job = book();
    private final long visit = first(job).id();

    private long book() {
        return shop.tenant.caller.call(() -> Server.bean(Jobs.class).book(tenant, shop.jobDraft(customer, location)));
    }

    private Appointment first(long of) {
        return shop.tenant.caller.call(
                () -> Server.bean(Appointments.class).ofJob(tenant, of).getFirst());
    }

    private String at(String rest) {
        return "/jobs/" + job + "/appointments/" + visit + rest;
    }

    @Test
    void aJobIsShownWithAllThatLeadsToItAndFromIt() {
        Visitor.Answer page = dana.get("/jobs/" + job);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.body())
                .contains("Job " + job, "/customers/" + customer, "/locations/" + location, "No hot water")
                .contains("Nobody is assigned", job + "-1");
        assertThat(dana.get("/jobs/" + job + "/history").body()).contains("Booked");
        assertThat(dana.get("/customers/" + customer).body()).contains("/jobs/" + job);
        assertThat(dana.get("/jobs/999").status()).isEqualTo(404);
    }

    @Test
    void whoMayNotActSeesNoAct() {
        String page = Visitor.signedIn(shop.tenant.user(Role.Viewer))
                .get("/jobs/" + job)
                .body();
        assertThat(page).contains("No hot water").doesNotContain("hold-dialog", "data-key=\"d\"", "name=\"note\"");
    }

    @Test
    void whatCantBeDoneSaysWhy() {
        assertThat(dana.get("/jobs/" + job).body())
                .contains("Nobody is assigned yet.", "It is not canceled.", "only appointment");
        Visitor.Answer refused = dana.post(at("/act"), "act", "START");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("only one that is dispatched can be started");
    }

    @Test
    void whoSawAnOlderStateIsToldWhatHappened() {
        int seen = first(job).version();
        dana.get("/jobs/" + job);
        shop.tenant.caller.run(
                () -> Server.bean(ChangeAppointment.class).confirm(tenant, visit, true, Precondition.NONE));
        Visitor.Answer answer = dana.post(
                at("/reschedule"),
                "version",
                "" + seen,
                "start",
                TUESDAY + "T10:00",
                "minutes",
                "60",
                "rescheduleReason",
                "Half a sen");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("was faster", "confirmed by the customer", "Half a sen", TUESDAY + "T10:00");
        assertThat(first(job).time().startOn()).isEqualTo(Shop.at(Shop.MONDAY, 9, 0));
    }

    @Test
    void somebodyBusyIsNamedAndMayComeAllTheSame() {
        long other = book();
        shop.tenant.caller.run(() -> {
            AssignTechnicians assign = Server.bean(AssignTechnicians.class);
            assign.assign(tenant, visit, List.of(lee), new FieldErrors(), Precondition.NONE);
            assign.assign(tenant, first(other).id(), List.of(lee), new FieldErrors(), Precondition.NONE);
        });
        assertThat(dana.get("/jobs/" + job).body()).contains("Lee Ortiz is on " + other + "-1");
        dana.post(at("/reschedule"), "start", Shop.MONDAY.plusDays(4) + "T09:00", "minutes", "60");
        assertThat(first(job).time().startOn()).isEqualTo(Shop.at(Shop.MONDAY.plusDays(4), 9, 0));
        Visitor.Answer asked = dana.post(at("/reschedule"), "start", Shop.MONDAY + "T10:00", "minutes", "60");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("They come all the same", "Lee Ortiz is on " + other + "-1");
        Visitor.Answer kept =
                dana.post(at("/reschedule"), "start", Shop.MONDAY + "T10:00", "minutes", "60", "busy", "KEEP");
        assertThat(kept.status()).as(kept.body()).isEqualTo(302);
        assertThat(first(job).technicianIds()).containsExactly(lee);
    }

    /** As in the booking form: exactly what was said is confirmed, and of a technician who is busy is asked beside it. */
    @Test
    void anUnusualTimeIsAskedAboutBeforeAnAppointmentTakesIt() {
        long other = book();
        shop.tenant.caller.run(() -> {
            AssignTechnicians assign = Server.bean(AssignTechnicians.class);
            assign.assign(tenant, visit, List.of(lee), new FieldErrors(), Precondition.NONE);
            assign.assign(tenant, first(other).id(), List.of(lee), new FieldErrors(), Precondition.NONE);
        });
        dana.get("/jobs/" + job);
        String sunday = SUNDAY + "T10:00";
        String closed = sunday + " outside-opening-hours";
        Visitor.Answer asked = dana.post(at("/reschedule"), "start", sunday, "minutes", "2880");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("Closed on Sundays.", "They come all the same", "value=\"" + closed + "\"");
        Visitor.Answer elsewhere = dana.post(
                at("/reschedule"),
                "start",
                SUNDAY.plusWeeks(1) + "T10:00",
                "minutes",
                "60",
                "busy",
                "KEEP",
                "confirmed-start",
                closed);
        assertThat(elsewhere.status()).as("another time is asked about anew").isEqualTo(422);
        Visitor.Answer moved = dana.post(
                at("/reschedule"), "start", sunday, "minutes", "2880", "busy", "KEEP", "confirmed-start", closed);
        assertThat(moved.status()).as(moved.body()).isEqualTo(302);

        String visits = "/jobs/" + job + "/appointments";
        String tech = "" + lee;
        Visitor.Answer busy = dana.post(
                visits, "visitStart", Shop.MONDAY + "T09:00", "visitMinutes", "60", "visitTechnicianIds", tech);
        assertThat(busy.status()).isEqualTo(422);
        assertThat(busy.body()).contains("Lee Ortiz is on " + other + "-1 then");
        String confirms = Shop.MONDAY + "T09:00 busy-" + lee + "-" + visit + " busy-" + lee + "-"
                + first(other).id();
        Visitor.Answer added = dana.post(
                visits,
                "visitStart",
                Shop.MONDAY + "T09:00",
                "visitMinutes",
                "60",
                "visitTechnicianIds",
                tech,
                "confirmed-visitStart",
                confirms);
        assertThat(added.status()).as(added.body()).isEqualTo(302);
    }

    @Test
    void theArrivalWindowMovesAlongOrIsChosen() {
        dana.get("/jobs/" + job);
        dana.post(
                at("/reschedule"),
                "start",
                TUESDAY + "T10:00",
                "minutes",
                "60",
                "windowStart",
                "09:30",
                "windowEnd",
                "11:00");
        assertThat(first(job).time().arrivalWindowStart()).isEqualTo(Shop.at(TUESDAY, 9, 30));
        assertThat(dana.get("/jobs/" + job).body()).contains("value=\"09:30\"", "value=\"11:00\"");
        dana.post(
                at("/reschedule"),
                "start",
                TUESDAY + "T13:00",
                "minutes",
                "60",
                "windowStart",
                "09:30",
                "windowEnd",
                "11:00");
        assertThat(first(job).time().arrivalWindowStart()).isEqualTo(Shop.at(TUESDAY, 12, 30));
        Visitor.Answer wrong = dana.post(
                at("/reschedule"),
                "start",
                TUESDAY + "T13:00",
                "minutes",
                "60",
                "windowStart",
                "15:00",
                "windowEnd",
                "");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Enter both times of the arrival window, or neither.");
        assertThat(dana.post(at("/reschedule"), "start", "x", "windowStart", "late", "windowEnd", "10:00")
                        .status())
                .isEqualTo(422);
        dana.post(at("/reschedule"), "start", TUESDAY + "T13:00", "minutes", "60", "windowStart", "", "windowEnd", "");
        assertThat(first(job).time().arrivalWindowStart()).isNull();
    }

    @Test
    void aCancellationAsksForTimesWhereTheyAreOver() {
        shop.tenant.caller.run(() -> {
            Server.bean(AssignTechnicians.class)
                    .assign(tenant, visit, List.of(lee), new FieldErrors(), Precondition.NONE);
            Server.bean(WorkAppointment.class).act(tenant, visit, AppointmentAct.DISPATCH, Precondition.NONE);
            Server.bean(WorkAppointment.class).act(tenant, visit, AppointmentAct.START, Precondition.NONE);
        });
        assertThat(dana.get("/jobs/" + job).body()).contains("Somebody is at work on it right now.");
        String path = "/jobs/" + job;
        assertThat(dana.post(path + "/cancel", "cancelMemo", "x").body()).contains("Choose why.");
        assertThat(dana.post(path + "/cancel", "cancelReasonId", "" + reason()).status())
                .isEqualTo(302);
        assertThat(dana.get(path).body()).contains("Make a lead", "newStart-" + visit);
        assertThat(dana.get(path).body()).contains("/leads/new?customer=" + customer + "&amp;location=" + location);
        assertThat(dana.post(path + "/take-back").status()).isEqualTo(422);
        Visitor.Answer past =
                dana.post(path + "/take-back", "newStart-" + visit, "2026-02-02T09:00", "newMinutes-" + visit, "60");
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.body()).contains("This time is in the past.", "name=\"confirmed-newStart-" + visit + "\"");
        Visitor.Answer back = dana.post(
                path + "/take-back",
                "newStart-" + visit,
                Shop.MONDAY.plusWeeks(4) + "T09:00",
                "newMinutes-" + visit,
                "60");
        assertThat(back.status()).as(back.body()).isEqualTo(302);
        assertThat(first(job).status()).isEqualTo(AppointmentStatus.Scheduled);
    }

    private long reason() {
        return shop.tenant.caller.call(() -> {
            if (Server.bean(JobCancelReasons.class).choices(tenant).isEmpty()) {
                Server.bean(JobCancelReasons.class).addStarters(tenant);
                Server.bean(JobHoldReasons.class).addStarters(tenant);
            }
            return Server.bean(JobCancelReasons.class)
                    .choices(tenant)
                    .getFirst()
                    .id();
        });
    }

    @Test
    void aDayShowsWhoComesWhere() {
        long other = book();
        shop.tenant.caller.run(() -> Server.bean(AssignTechnicians.class)
                .assign(tenant, first(other).id(), List.of(lee), new FieldErrors(), Precondition.NONE));
        Visitor.Answer day = dana.get("/schedule?date=" + Shop.MONDAY);
        assertThat(day.status()).as(day.body()).isEqualTo(200);
        assertThat(day.body().indexOf("Nobody assigned"))
                .isBetween(0, day.body().indexOf("Lee Ortiz"));
        assertThat(day.body())
                .contains("9:00 AM – 11:00 AM", job + "-1", other + "-1", "Dayton", "1 appointment, 2 hours");
        assertThat(dana.get("/schedule?date=" + TUESDAY).body()).contains("Nothing is scheduled");
        assertThat(dana.get("/schedule?date=nonsense").status()).isEqualTo(200);
    }

    /** A page is made of as many statements, whatever there is to show. */
    @Test
    void aPageTakesAFixedNumberOfStatements() {
        dana.get("/jobs/" + job); // the first one also takes note of the session
        dana.get("/schedule?date=" + Shop.MONDAY);
        List<String> few = Statements.of(() -> dana.get("/jobs/" + job));
        List<String> day = Statements.of(() -> dana.get("/schedule?date=" + Shop.MONDAY));
        shop.tenant.caller.run(() -> {
            for (int i = 0; i < 5; i++) {
                Server.bean(ChangeAppointment.class)
                        .add(
                                tenant,
                                job,
                                new AppointmentDraft(first(job).time(), List.of(lee), "Ring twice"),
                                new FieldErrors(),
                                Precondition.NONE);
                book();
            }
        });
        assertThat(Statements.of(() -> dana.get("/jobs/" + job))).hasSameSizeAs(few);
        assertThat(few).hasSizeLessThanOrEqualTo(16);
        assertThat(Statements.of(() -> dana.get("/schedule?date=" + Shop.MONDAY)))
                .hasSameSizeAs(day);
        assertThat(day.stream().filter(sql -> sql.contains("appointment"))).hasSize(1);
    }

    @Test
    void theDetailsAreChangedAsOneForm() {
        assertThat(dana.get("/jobs/" + job + "/edit").body()).contains("name=\"customerPo\"");
        Visitor.Answer saved = dana.post(
                "/jobs/" + job + "/edit",
                "summary",
                "Leaks",
                "priority",
                "Urgent",
                "customerPo",
                "PO 7",
                "businessUnitId",
                "" + shop.unit,
                "jobTypeId",
                "" + shop.jobType,
                "campaignId",
                "" + shop.campaign,
                "notificationsEnabled",
                "true");
        assertThat(saved.status()).as(saved.body()).isEqualTo(302);
        assertThat(dana.get("/jobs/" + job).body()).contains("Leaks", "PO 7", "Urgent");
        assertThat(dana.get("/jobs/" + job + "/history").body()).contains("Purchase order");
        assertThat(dana.post("/jobs/" + job + "/notes", "note", "Ring twice", "pinned", "true")
                        .status())
                .isEqualTo(302);
        assertThat(dana.get("/jobs/" + job).body()).contains("Ring twice", "Pinned");
    }

    @Test
    void aTagThatIsOutOfUseStaysWhereItIs() {
        TagTypes tags = Server.bean(TagTypes.class);
        long rush = shop.tenant.caller.call(
                () -> tags.add(tenant, new TagType.Details("Rush")).id());
        long other = shop.tenant.caller.call(
                () -> tags.add(tenant, new TagType.Details("Other")).id());
        dana.get("/jobs/" + job);
        shop.tenant.caller.run(() -> Server.bean(EditJob.class)
                .update(
                        tenant,
                        job,
                        details -> details,
                        new CustomDataDraft(List.of(rush), null, null),
                        new FieldErrors(),
                        Precondition.NONE));
        shop.tenant.caller.run(() -> {
            tags.activate(tenant, rush, false);
            tags.activate(tenant, other, false);
        });
        assertThat(dana.get("/jobs/" + job + "/edit").body())
                .containsPattern("value=\"" + rush + "\" checked[^>]*> Rush \\(inactive\\)")
                .doesNotContain("Other (inactive)");
    }

    @Test
    void whatIsOutOfUseIsNamedInTheFormThatKeepsIt() {
        shop.tenant.caller.run(() -> {
            Server.bean(EditJob.class)
                    .update(
                            tenant,
                            job,
                            details -> RecordShape.with(details, "soldById", lee),
                            CustomDataDraft.NONE,
                            new FieldErrors(),
                            Precondition.NONE);
            Server.bean(Campaigns.class).activate(tenant, shop.campaign, false);
            Server.bean(JobTypes.class).activate(tenant, shop.jobType, false);
            Server.bean(Technicians.class).activate(tenant, lee, false);
        });
        assertThat(dana.get("/jobs/" + job + "/edit").body())
                .containsPattern("value=\"" + shop.campaign + "\" selected[^>]*>Website \\(inactive\\)")
                .containsPattern("value=\"" + shop.jobType + "\" selected[^>]*>Furnace repair \\(inactive\\)")
                .containsPattern("value=\"" + lee + "\" selected[^>]*>Lee Ortiz \\(inactive\\)");
    }

    /** Only of today: what was, or will be, says nothing of where somebody is now. */
    @Test
    void aDayThatIsTodayShowsWhatATechnicianDoes() {
        Instant noon = Shop.at(LocalDate.now(Shop.ZONE), 12, 0);
        shop.tenant.caller.run(() -> {
            Server.bean(AssignTechnicians.class)
                    .assign(tenant, visit, List.of(lee), new FieldErrors(), Precondition.NONE);
            Server.bean(RescheduleAppointment.class)
                    .reschedule(
                            tenant,
                            visit,
                            new Reschedule(VisitTime.of(noon, noon.plusSeconds(3600)), null, BusyTechnicians.KEEP),
                            Precondition.NONE);
        });
        assertThat(dana.get("/schedule").body()).contains("Free now");
        shop.tenant.caller.run(() ->
                Server.bean(WorkAppointment.class).act(tenant, visit, AppointmentAct.DISPATCH, Precondition.NONE));
        assertThat(dana.get("/schedule").body()).contains("On the way").doesNotContain("Free now");
        shop.tenant.caller.run(
                () -> Server.bean(WorkAppointment.class).act(tenant, visit, AppointmentAct.START, Precondition.NONE));
        assertThat(dana.get("/schedule").body()).contains("At work");
        assertThat(dana.get("/schedule?date=" + Shop.MONDAY).body()).doesNotContain("Free now", "At work");
    }

    @Test
    void whoComesIsSavedForWhoSawWhoCame() {
        long sam = technician("Sam Cole");
        long kim = technician("Kim Park");
        dana.get("/jobs/" + job);
        int seen = first(job).version();
        assertThat(dana.post(at("/technicians"), "technicianIds", "" + lee, "version", "" + seen)
                        .status())
                .isEqualTo(302);
        Visitor.Answer late = dana.post(at("/technicians"), "technicianIds", "" + sam, "version", "" + seen);
        assertThat(late.status()).as(late.body()).isNotEqualTo(302);
        assertThat(first(job).technicianIds()).containsExactly(lee);
        shop.tenant.caller.run(() -> Server.bean(Technicians.class).activate(tenant, kim, false));
        dana.post(
                at("/technicians"),
                "technicianIds",
                "" + kim,
                "version",
                "" + first(job).version());
        assertThat(first(job).technicianIds()).as("all or nothing").containsExactly(lee);
    }

    private long technician(String name) {
        return shop.tenant.caller.call(() -> Server.bean(Technicians.class)
                .add(tenant, new Technician.Details(name, null, null, null))
                .id());
    }
}
