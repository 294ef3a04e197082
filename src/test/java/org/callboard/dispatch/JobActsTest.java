package org.callboard.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.dispatch.DispatchShop.ANY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.access.Role;
import org.callboard.changes.Action;
import org.callboard.changes.EntityKind;
import org.callboard.database.RecordShape;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.dispatch.RescheduleAppointment.BusyTechnicians;
import org.callboard.dispatch.RescheduleAppointment.Reschedule;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.AppointmentDraft;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.Job;
import org.callboard.jobs.JobLocks;
import org.callboard.jobs.JobStatus;
import org.callboard.jobs.VisitTime;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.testing.AtOnce;
import org.callboard.validation.FieldErrors;
import org.callboard.webhooks.WebhookEvent;
import org.junit.jupiter.api.Test;

/** Jobs after they were booked: every status, every act, and what follows. */
class JobActsTest {

    private final DispatchShop shop = new DispatchShop();
    private final long tenant = shop.tenant;

    /** What an act makes of an appointment in each status, in the order of the constants; a dash: it is refused. */
    private static final Map<AppointmentAct, String> TABLE = Map.ofEntries(
            Map.entry(AppointmentAct.DISPATCH, "Dispatched - - - - -"),
            Map.entry(AppointmentAct.START, "- Working - - - -"),
            Map.entry(AppointmentAct.FINISH, "- - Done - - -"),
            Map.entry(AppointmentAct.BACK, "- Scheduled - - - -"),
            Map.entry(AppointmentAct.HOLD, "Hold - - - - -"),
            Map.entry(AppointmentAct.TAKE_OFF_HOLD, "- - - Scheduled - -"),
            Map.entry(AppointmentAct.RESCHEDULE, "Scheduled Scheduled - Scheduled - -"),
            Map.entry(AppointmentAct.REMOVE, "removed - - removed - -"),
            Map.entry(AppointmentAct.CONFIRM, "Scheduled Dispatched - - - -"),
            Map.entry(AppointmentAct.UNCONFIRM, "- - - - - -"), // nothing was confirmed
            Map.entry(AppointmentAct.INSTRUCT, "Scheduled Dispatched Working Hold - -"),
            Map.entry(AppointmentAct.ASSIGN, "Scheduled Dispatched Working Hold - -"),
            Map.entry(AppointmentAct.UNASSIGN, "Scheduled - - Hold - -")); // the only technician

    @Test
    void everyActOnEveryStatusDoesWhatTheTableSays() {
        for (AppointmentAct act : AppointmentAct.values()) {
            List<String> became = new ArrayList<>();
            for (AppointmentStatus status : AppointmentStatus.values()) {
                long job = shop.job(shop.visit(hours.getAndAdd(3), shop.ann));
                if (act == AppointmentAct.REMOVE) {
                    shop.as(() -> shop.bean(ChangeAppointment.class)
                            .add(tenant, job, shop.visit(hours.getAndAdd(3)), new FieldErrors(), ANY));
                }
                shop.bring(job, status);
                Appointment before = shop.only(job);
                Refusal refusal = shop.refused(() -> attempt(act, before));
                Appointment after = shop.only(job);
                became.add(
                        refusal != null ? "-" : after.active() ? after.status().name() : "removed");
                if (refusal != null) {
                    assertThat(after).isEqualTo(before);
                    assertThat(refusal.code()).isIn(RefusalCode.APPOINTMENT_STATE, RefusalCode.NO_TECHNICIAN);
                } else {
                    assertThat(after.version())
                            .as(act + " " + status)
                            .isBetween(before.version(), before.version() + 1);
                    assertThat(shop.get(job).version()).isGreaterThan(1);
                }
                Job derived = shop.get(job);
                assertThat(derived.status()).as(act + " " + status).isEqualTo(expected(job, derived));
                assertThat(derived.completedOn() != null).isEqualTo(derived.status() == JobStatus.Completed);
            }
            assertThat(String.join(" ", became)).as(act.name()).isEqualTo(TABLE.get(act));
        }
    }

    private final AtomicInteger hours = new AtomicInteger();

    /** The rule of the model, written once more. */
    private JobStatus expected(long job, Job now) {
        List<AppointmentStatus> live = shop.visits(job).stream()
                .filter(Appointment::active)
                .map(Appointment::status)
                .toList();
        if (now.status() == JobStatus.Canceled) {
            assertThat(live).isSubsetOf(AppointmentStatus.Canceled, AppointmentStatus.Done);
            return JobStatus.Canceled;
        }
        if (live.contains(AppointmentStatus.Working)) {
            return JobStatus.InProgress;
        }
        if (live.contains(AppointmentStatus.Dispatched)) {
            return JobStatus.Dispatched;
        }
        if (live.stream().allMatch(status -> status == AppointmentStatus.Done)) {
            return JobStatus.Completed;
        }
        return live.stream()
                        .filter(status -> status != AppointmentStatus.Done)
                        .allMatch(status -> status == AppointmentStatus.Hold)
                ? JobStatus.Hold
                : JobStatus.Scheduled;
    }

    private void attempt(AppointmentAct act, Appointment one) {
        long id = one.id();
        switch (act) {
            case DISPATCH, START, FINISH, BACK ->
                shop.bean(WorkAppointment.class).act(tenant, id, act, ANY);
            case HOLD ->
                shop.bean(HoldAppointment.class).hold(tenant, id, shop.holdReason, null, new FieldErrors(), ANY);
            case TAKE_OFF_HOLD -> shop.bean(HoldAppointment.class).takeOff(tenant, id, ANY);
            case RESCHEDULE -> move(id, shop.at(500), BusyTechnicians.KEEP);
            case REMOVE -> shop.bean(ChangeAppointment.class).remove(tenant, id, ANY);
            case CONFIRM, UNCONFIRM ->
                shop.bean(ChangeAppointment.class).confirm(tenant, id, act == AppointmentAct.CONFIRM, ANY);
            case INSTRUCT -> shop.bean(ChangeAppointment.class).instruct(tenant, id, "Ring twice", ANY);
            case ASSIGN ->
                shop.bean(AssignTechnicians.class).assign(tenant, id, List.of(shop.bob), new FieldErrors(), ANY);
            case UNASSIGN -> shop.bean(AssignTechnicians.class).unassign(tenant, id, List.of(shop.ann), ANY);
        }
    }

    private Outcome move(long id, VisitTime to, BusyTechnicians busy) {
        return shop.bean(RescheduleAppointment.class).reschedule(tenant, id, new Reschedule(to, "ill", busy), ANY);
    }

    @Test
    void whoMayWhatStandsAtTheAct() {
        assertThat(AppointmentAct.values()).allMatch(act -> act.role() == Role.CSR);
        assertThat(JobAct.values()).allMatch(act -> act.role() == (act == JobAct.REOPEN ? Role.Manager : Role.CSR));
        assertThat(Role.Viewer.includes(JobAct.NOTE.role())).isFalse();
    }

    @Test
    void everyRefusalSaysWhyInASentence() {
        for (AppointmentAct act : AppointmentAct.values()) {
            for (AppointmentStatus status : AppointmentStatus.values()) {
                assertThat(act.refusal(status).isPresent())
                        .isEqualTo(act.next(status).isEmpty());
                act.refusal(status)
                        .ifPresent(why -> assertThat(why).startsWith("It is ").endsWith("."));
            }
        }
        assertThat(AppointmentAct.DISPATCH.refusal(AppointmentStatus.Hold))
                .contains("It is on hold; only one that is scheduled can be dispatched.");
        for (JobAct act : JobAct.values()) {
            for (JobStatus status : JobStatus.values()) {
                act.refusal(status).ifPresent(why -> assertThat(why).endsWith("."));
            }
        }
    }

    @Test
    void everyActOnAJobAsksForItsStatus() {
        Map<JobAct, String> table = Map.of(
                JobAct.EDIT,
                "ok ok ok ok ok ok",
                JobAct.NOTE,
                "ok ok ok ok ok ok",
                JobAct.ADD_APPOINTMENT,
                "ok ok ok job-completed ok job-canceled",
                JobAct.CANCEL,
                "ok ok ok job-completed ok job-canceled",
                JobAct.TAKE_BACK,
                "job-not-canceled job-not-canceled job-not-canceled job-not-canceled job-not-canceled ok",
                JobAct.REOPEN,
                "job-not-completed job-not-completed job-not-completed ok job-not-completed job-canceled");
        List<AppointmentStatus> statuses = List.of(
                AppointmentStatus.Scheduled,
                AppointmentStatus.Dispatched,
                AppointmentStatus.Working,
                AppointmentStatus.Done,
                AppointmentStatus.Hold,
                AppointmentStatus.Canceled);
        for (JobAct act : JobAct.values()) {
            List<String> came = new ArrayList<>();
            for (AppointmentStatus status : statuses) {
                long job = shop.job(shop.visit(hours.getAndAdd(3), shop.ann));
                shop.bring(job, status);
                Refusal refusal = shop.refused(() -> attempt(act, job));
                came.add(refusal == null ? "ok" : refusal.code().word());
                Job derived = shop.get(job);
                assertThat(derived.status()).isEqualTo(expected(job, derived));
            }
            assertThat(String.join(" ", came)).as(act.name()).isEqualTo(table.get(act));
        }
    }

    private void attempt(JobAct act, long job) {
        switch (act) {
            case EDIT -> edit(job, "summary", "No heat at all");
            case NOTE -> shop.bean(JobNotes.class).add(tenant, job, "Bring a ladder", true);
            case ADD_APPOINTMENT ->
                shop.bean(ChangeAppointment.class)
                        .add(tenant, job, shop.visit(hours.getAndAdd(3)), new FieldErrors(), ANY);
            case CANCEL ->
                shop.bean(CancelJob.class).cancel(tenant, job, shop.cancelReason, null, new FieldErrors(), ANY);
            case TAKE_BACK -> shop.bean(CancelJob.class).takeBack(tenant, job, Map.of(), ANY);
            case REOPEN -> shop.bean(ReopenJob.class).goOn(tenant, job, ANY);
        }
    }

    private Job edit(long job, String field, Object value) {
        return shop.bean(EditJob.class)
                .update(
                        tenant,
                        job,
                        details -> RecordShape.with(details, field, value),
                        CustomDataDraft.NONE,
                        new FieldErrors(),
                        ANY);
    }

    @Test
    void aDayOfWorkEndsWithACompletedJobAndItsHistoryTellsIt() {
        long job = shop.job(shop.visit(0, shop.ann));
        assertThat(shop.only(job).appointmentNumber()).isEqualTo(job + "-1");
        assertThat(shop.get(job).number()).isEqualTo("" + job);
        shop.act(shop.only(job).id(), AppointmentAct.DISPATCH);
        shop.as(() -> move(shop.only(job).id(), shop.at(24), BusyTechnicians.ASK));
        shop.hold(shop.only(job).id());
        shop.cancel(job);
        shop.run(() -> shop.bean(CancelJob.class).takeBack(tenant, job, Map.of(), ANY));
        assertThat(shop.only(job).status()).isEqualTo(AppointmentStatus.Hold);
        assertThat(shop.only(job).holdMemo()).isEqualTo("parts");
        shop.as(() -> move(shop.only(job).id(), shop.at(48), BusyTechnicians.ASK));
        assertThat(shop.only(job).holdReasonId()).isNull();
        shop.act(shop.only(job).id(), AppointmentAct.DISPATCH);
        shop.act(shop.only(job).id(), AppointmentAct.START);
        shop.act(shop.only(job).id(), AppointmentAct.FINISH);
        assertThat(shop.get(job).status()).isEqualTo(JobStatus.Completed);
        shop.run(() -> shop.bean(ReopenJob.class).goOn(tenant, job, ANY));
        assertThat(shop.get(job).completedOn()).isNull();
        List<JobHistory.Entry> history =
                shop.as(() -> shop.bean(JobHistory.class).of(tenant, job));
        assertThat(history)
                .extracting(JobHistory.Entry::eventType)
                .containsExactly(
                        "JobBooked",
                        "AppointmentDispatched",
                        "AppointmentRescheduled",
                        "AppointmentHeld",
                        "JobCanceled",
                        "JobCancellationRemoved",
                        "AppointmentRescheduled",
                        "AppointmentDispatched",
                        "AppointmentStarted",
                        "JobCompleted",
                        "JobReopened");
        assertThat(history)
                .extracting(JobHistory.Entry::memo)
                .containsExactly(null, null, "ill", "parts", "sold the house", null, "ill", null, null, null, null);
        assertThat(shop.as(() -> shop.bean(JobHistory.class).ofJobs(tenant, List.of(job))))
                .isEqualTo(Map.of(job, history));
        assertThat(shop.as(() -> shop.bean(JobHistory.class).booked(tenant, job))
                        .orElseThrow())
                .extracting(JobHistory.Booked::jobAppointmentId, JobHistory.Booked::start)
                .containsExactly(shop.only(job).id(), shop.at(0).startOn());
        assertThat(shop.texts("select action from change where record_kind = 'appointment' order by sequence"))
                .containsExactly(
                        "created",
                        "dispatched",
                        "rescheduled",
                        "put on hold",
                        "cancelled",
                        "cancellation taken back",
                        "rescheduled",
                        "dispatched",
                        "started",
                        "finished",
                        "reopened");
        assertThat(shop.texts("select status from appointment_assignment")).containsExactly("Working");
    }

    @Test
    void whatIsOnHoldTakesNobodysTimeAndMayNotGetItBack() {
        long held = shop.job(shop.visit(0, shop.ann));
        long visit = shop.only(held).id();
        shop.hold(visit);
        assertThat(shop.get(held).status()).isEqualTo(JobStatus.Hold);
        long other = shop.job(shop.visit(1));
        Outcome assigned = shop.as(() -> shop.bean(AssignTechnicians.class)
                .assign(tenant, shop.only(other).id(), List.of(shop.ann), new FieldErrors(), ANY));
        assertThat(assigned.overlaps()).isEmpty();
        Refusal taken = shop.refused(() -> shop.bean(HoldAppointment.class).takeOff(tenant, visit, ANY));
        assertThat(taken.code()).isEqualTo(RefusalCode.TIME_NOT_FREE);
        assertThat(taken.facts()).containsEntry("appointmentIds", List.of(visit));
        shop.as(() -> move(shop.only(other).id(), shop.at(2), BusyTechnicians.ASK));
        shop.run(() -> shop.bean(HoldAppointment.class).takeOff(tenant, visit, ANY));
        assertThat(shop.only(held).status()).isEqualTo(AppointmentStatus.Scheduled);
    }

    @Test
    void aTechnicianBusyTwiceIsToldOf() {
        long first = shop.job(shop.visit(0, shop.ann));
        long second = shop.job(shop.visit(1, shop.ann, shop.bob));
        long visit = shop.only(second).id();
        Outcome kept = shop.as(() -> move(visit, shop.at(-1), BusyTechnicians.KEEP));
        assertThat(kept.overlaps()).singleElement().satisfies(overlap -> {
            assertThat(overlap.technicianName()).isEqualTo("Ann");
            assertThat(overlap.appointmentNumber()).isEqualTo(first + "-1");
        });
        assertThat(kept.appointment().technicianIds()).containsExactly(shop.ann, shop.bob);
        Refusal asked = shop.refused(() -> move(visit, shop.at(0), BusyTechnicians.ASK));
        assertThat(asked.code()).isEqualTo(RefusalCode.TECHNICIAN_BUSY);
        assertThat(asked.facts()).containsEntry("technicianIds", List.of(shop.ann));
        assertThat(shop.only(second).time()).isEqualTo(shop.at(-1));
        Outcome dropped = shop.as(() -> move(visit, shop.at(0), BusyTechnicians.DROP));
        assertThat(dropped.appointment().technicianIds()).containsExactly(shop.bob);
        assertThat(shop.as(() -> move(visit, shop.at(2), BusyTechnicians.ASK)).overlaps())
                .isEmpty(); // one after the other
    }

    @Test
    void theLastAppointmentStays() {
        long job = shop.job(shop.visit(0), shop.visit(24));
        List<Appointment> visits = shop.visits(job);
        assertThat(shop.get(job).appointmentCount()).isEqualTo(2);
        shop.shop.tenant.caller.run(() ->
                shop.bean(ChangeAppointment.class).remove(tenant, visits.get(0).id(), ANY));
        assertThat(shop.get(job).firstAppointmentId()).isEqualTo(visits.get(1).id());
        assertThat(shop.refused(() -> shop.bean(ChangeAppointment.class)
                                .remove(tenant, visits.get(1).id(), ANY))
                        .code())
                .isEqualTo(RefusalCode.LAST_APPOINTMENT);
        assertThat(shop.refused(() -> shop.bean(ChangeAppointment.class)
                                .instruct(tenant, visits.get(0).id(), "x", ANY))
                        .code())
                .isEqualTo(RefusalCode.APPOINTMENT_REMOVED);
    }

    @Test
    void takingACancellationBackAsksForAnotherTimeWhereTheOldOneIsGone() {
        long job = shop.job(shop.visit(0, shop.ann), shop.visit(24), shop.visit(-31 * 24));
        List<Appointment> visits = shop.visits(job);
        shop.act(visits.get(0).id(), AppointmentAct.DISPATCH);
        shop.cancel(job);
        assertThat(shop.texts("select active::text from invoice")).containsExactly("false");
        shop.job(shop.visit(1, shop.ann));
        Refusal gone = shop.refused(() -> shop.bean(CancelJob.class).takeBack(tenant, job, Map.of(), ANY));
        assertThat(gone.code()).isEqualTo(RefusalCode.TIME_NOT_FREE);
        assertThat(gone.facts())
                .containsEntry(
                        "appointmentIds",
                        List.of(visits.get(0).id(), visits.get(2).id()));
        assertThat(shop.get(job).status()).isEqualTo(JobStatus.Canceled);
        shop.run(() -> shop.bean(CancelJob.class)
                .takeBack(
                        tenant,
                        job,
                        Map.of(visits.get(0).id(), shop.at(60), visits.get(2).id(), shop.at(80)),
                        ANY));
        assertThat(shop.visits(job)).extracting(Appointment::status).containsOnly(AppointmentStatus.Scheduled);
        assertThat(shop.visits(job).get(1).time()).isEqualTo(shop.at(24));
        assertThat(shop.texts("select active::text from job_cancellation")).containsExactly("false");
        assertThat(shop.texts("select active::text from invoice where job_id = " + job))
                .containsExactly("true");
    }

    @Test
    void anUndoneJobIsNowhereAndItsBookingIsFree() {
        long job = shop.job(shop.visit(0, shop.ann));
        shop.inTransaction(() -> {
            shop.bean(CancelJob.class).undo(tenant, shop.bean(JobLocks.class).lock(tenant, job), shop.cancelReason);
            return 0;
        });
        Job undone = shop.get(job);
        assertThat(undone.active()).isFalse();
        assertThat(undone.status()).isEqualTo(JobStatus.Canceled);
        assertThat(shop.refused(() -> edit(job, "summary", "x")).code()).isEqualTo(RefusalCode.JOB_INACTIVE);
        assertThat(shop.only(job).active()).isFalse();
    }

    @Test
    void whatAJobSaysIsCheckedWhereItChanges() {
        long job = shop.job(shop.visit(0));
        long other = shop.shop.customer("Sam Lee", "937-555-0199", "9 Oak St");
        long place = shop.id("select id from location where customer_id = " + other);
        Refusal wrong = shop.refused(() -> shop.bean(EditJob.class)
                .update(
                        tenant,
                        job,
                        details -> RecordShape.with(
                                RecordShape.with(RecordShape.with(details, "customerId", other), "campaignId", 1L),
                                "soldById",
                                7L),
                        new CustomDataDraft(List.of(5L), List.of(new CustomFieldUpdate(8L, "x")), null),
                        new FieldErrors(),
                        ANY));
        assertThat(wrong.errors().keySet())
                .containsExactly("campaignId", "customFields[0].typeId", "locationId", "soldById", "tagTypeIds[0]");
        Job moved = shop.as(() -> shop.bean(EditJob.class)
                .update(
                        tenant,
                        job,
                        details ->
                                RecordShape.with(RecordShape.with(details, "customerId", other), "locationId", place),
                        CustomDataDraft.NONE,
                        new FieldErrors(),
                        ANY));
        assertThat(moved.customerId()).isEqualTo(other);
        assertThat(shop.only(job).customerId()).isEqualTo(other);
        assertThat(shop.only(job).version()).isEqualTo(2);
        assertThat(shop.texts("select customer_id::text from invoice")).containsExactly("" + other);
        long type = shop.as(() -> shop.bean(CustomFieldTypes.class)
                .add(tenant, "job", "Gate code", CustomFieldType.DataType.Text, List.of())
                .id());
        Job said = shop.as(() -> shop.bean(EditJob.class)
                .update(
                        tenant,
                        job,
                        details -> details,
                        new CustomDataDraft(null, List.of(new CustomFieldUpdate(type, "4711")), null),
                        new FieldErrors(),
                        ANY));
        assertThat(said.customData().customFields())
                .singleElement()
                .satisfies(field -> assertThat(field.value()).isEqualTo("4711"));
    }

    @Test
    void webhooksAreToldOfEachActByItsEvents() {
        long job = shop.job(shop.visit(0, shop.ann));
        assertThat(events("job")).containsExactly("tn.jpm.job-created");
        shop.bring(job, AppointmentStatus.Done);
        shop.as(() -> shop.bean(ReopenJob.class).withVisit(tenant, job, shop.visit(30), new FieldErrors(), ANY));
        shop.cancel(job);
        assertThat(events("job"))
                .containsExactly(
                        "tn.jpm.job-created",
                        "tn.jpm.job-updated", // dispatched
                        "tn.jpm.job-updated", // started
                        "tn.jpm.job-updated tn.jpm.job-completed",
                        "tn.jpm.job-updated", // reopened
                        "tn.jpm.job-updated tn.jpm.job-canceled");
        assertThat(events("appointment"))
                .containsExactly(
                        "tn.jpm.appointment-created",
                        "tn.jpm.appointment-updated",
                        "tn.jpm.appointment-updated",
                        "tn.jpm.appointment-updated",
                        "tn.jpm.appointment-created",
                        "tn.jpm.appointment-updated");
    }

    /** What each row of the log about records of a kind means, in order. */
    private List<String> events(String kind) {
        return shop.texts("select action from change where record_kind = '" + kind + "' order by sequence").stream()
                .map(action -> Stream.of(WebhookEvent.values())
                        .filter(event -> event.means(EntityKind.of(kind), Action.of(action)))
                        .map(WebhookEvent::word)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void whatIsOverOrNotYetSaysSo() {
        long canceled = shop.job(shop.visit(0, shop.ann));
        shop.cancel(canceled);
        assertThat(code(JobAct.CANCEL, canceled)).isEqualTo(RefusalCode.JOB_CANCELED);
        assertThat(shop.refused(() -> shop.act(shop.only(canceled).id(), AppointmentAct.DISPATCH))
                        .code())
                .isEqualTo(RefusalCode.APPOINTMENT_STATE);
        long done = shop.job(shop.visit(3, shop.ann));
        assertThat(code(JobAct.TAKE_BACK, done)).isEqualTo(RefusalCode.JOB_NOT_CANCELED);
        assertThat(code(JobAct.REOPEN, done)).isEqualTo(RefusalCode.JOB_NOT_COMPLETED);
        shop.bring(done, AppointmentStatus.Done);
        assertThat(code(JobAct.CANCEL, done)).isEqualTo(RefusalCode.JOB_COMPLETED);
        Outcome again = shop.as(
                () -> shop.bean(ReopenJob.class).withVisit(tenant, done, shop.visit(30), new FieldErrors(), ANY));
        assertThat(again.appointment().appointmentNumber()).isEqualTo(done + "-2");
        assertThat(shop.get(done).status()).isEqualTo(JobStatus.Scheduled);
    }

    private RefusalCode code(JobAct act, long job) {
        return shop.refused(() -> attempt(act, job)).code();
    }

    @Test
    void fiftyActsAtOnceLeaveOneTruth() {
        long job = shop.job(shop.visit(0, shop.ann), shop.visit(24, shop.bob));
        List<Appointment> visits = shop.visits(job);
        List<String> came = AtOnce.run(50, i -> () -> {
            Appointment one = visits.get(i % 2);
            AppointmentAct[] acts = AppointmentAct.values();
            Refusal refusal = shop.refused(() -> {
                if (i % 10 == 9) {
                    attempt(i % 20 == 9 ? JobAct.CANCEL : JobAct.TAKE_BACK, job);
                } else {
                    attempt(acts[i / 2 % acts.length], one);
                }
            });
            return refusal == null ? "done" : refusal.code().word();
        });
        Job now = shop.get(job);
        assertThat(now.status()).as(came.toString()).isEqualTo(expected(job, now));
        assertThat(shop.visits(job).stream().filter(Appointment::active)).isNotEmpty();
        long done = came.stream().filter("done"::equals).count();
        assertThat(shop.texts("select sequence::text from change where record_kind = 'job'"))
                .hasSizeLessThanOrEqualTo((int) done + 1);
        assertThat(now.version())
                .isEqualTo(shop.texts("select sequence::text from change where record_kind = 'job'")
                        .size());
    }

    @Test
    void whatCanNotBeIsNamed() {
        long job = shop.job(shop.visit(0));
        VisitTime backwards = VisitTime.of(shop.at(4).startOn(), shop.at(2).startOn());
        Refusal wrong = shop.refused(() -> shop.bean(ChangeAppointment.class)
                .add(tenant, job, new AppointmentDraft(backwards, List.of(1L), null), new FieldErrors(), ANY));
        assertThat(wrong.errors().keySet()).containsExactly("end", "technicianIds[0]");
        assertThat(shop.refused(() -> shop.bean(CancelJob.class).cancel(tenant, job, 9L, null, new FieldErrors(), ANY))
                        .errors())
                .containsOnlyKeys("reasonId");
        assertThat(Stream.of(1L, shop.only(job).id() + 1000)
                        .map(id -> shop.refused(() ->
                                        shop.bean(WorkAppointment.class).act(tenant, id, AppointmentAct.DISPATCH, ANY))
                                .code()))
                .containsOnly(RefusalCode.NOT_FOUND);
        assertThat(shop.refused(() -> shop.act(shop.only(job).id(), AppointmentAct.DISPATCH))
                        .code())
                .isEqualTo(RefusalCode.NO_TECHNICIAN);
    }
}
