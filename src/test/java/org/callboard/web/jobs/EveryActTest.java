package org.callboard.web.jobs;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.SoftAssertions;
import org.callboard.access.Role;
import org.callboard.access.Scope;
import org.callboard.dispatch.AppointmentAct;
import org.callboard.dispatch.AssignTechnicians;
import org.callboard.dispatch.ChangeAppointment;
import org.callboard.dispatch.DispatchShop;
import org.callboard.dispatch.JobAct;
import org.callboard.http.Precondition;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.VisitTime;
import org.callboard.testing.Api;
import org.callboard.testing.Visitor;
import org.callboard.validation.FieldErrors;
import org.junit.jupiter.api.Test;

/**
 * Every act in every state, by everybody on the pages and by programs with every scope: what {@link AppointmentAct} and {@link
 * JobAct} allow is done, and what they refuse writes nothing.
 */
class EveryActTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final DispatchShop shop = new DispatchShop();
    private final AtomicInteger hours = new AtomicInteger();
    private final AtomicInteger mornings = new AtomicInteger();
    private final SoftAssertions all = new SoftAssertions();

    /** Something that is done with a job or with its first appointment. */
    private record Deed(AppointmentAct ofVisit, JobAct ofJob) {

        Role role() {
            return ofVisit != null ? ofVisit.role() : ofJob.role();
        }
    }

    @Test
    void onThePagesEachRoleDoesWhatItMayAndNothingElse() {
        Map<Role, Visitor> people = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            people.put(role, Visitor.signedIn(shop.shop.tenant.user(role)));
            people.get(role).get("/jobs");
        }
        for (AppointmentStatus status : AppointmentStatus.values()) {
            long still = in(status, null);
            people.forEach((role, visitor) -> {
                for (PageAct act : PageAct.values()) {
                    Deed deed = new Deed(act.ofVisit(), act.ofJob());
                    walk(
                            status,
                            still,
                            role + " " + act,
                            deed,
                            role.includes(deed.role()),
                            job -> post(visitor, act, job));
                }
                Deed edit = new Deed(null, JobAct.EDIT);
                walk(
                        status,
                        still,
                        role + " EDIT",
                        edit,
                        role.includes(edit.role()),
                        job -> visitor.post("/jobs/" + job + "/edit", "summary", "No heat at all")
                                .status());
                Deed note = new Deed(null, JobAct.NOTE);
                walk(
                        status,
                        still,
                        role + " NOTE",
                        note,
                        role.includes(note.role()),
                        job -> visitor.post("/jobs/" + job + "/notes", "note", "Dog")
                                .status());
            });
        }
        all.assertAll();
    }

    @Test
    void programsDoWhatTheirScopesAllowAndNothingElse() {
        for (AppointmentStatus status : AppointmentStatus.values()) {
            long still = in(status, null);
            for (Scope scope : Scope.values()) {
                Api api = shop.shop.tenant.api(EnumSet.of(scope), null); // each has calls of its own
                boolean may = scope == Scope.JOBS_WRITE;
                for (AppointmentAct act : AppointmentAct.values()) {
                    walk(status, still, scope + " " + act, new Deed(act, null), may, job -> send(api, act, job));
                }
                for (JobAct act : EnumSet.complementOf(EnumSet.of(JobAct.REOPEN))) { // on the page only
                    walk(status, still, scope + " " + act, new Deed(null, act), may, job -> send(api, act, job));
                }
            }
        }
        all.assertAll();
    }

    private interface Attempt {
        /** What came of it, as an HTTP status. */
        int on(long job);
    }

    /** @param still a job in this state, which everything that is refused leaves as it is */
    private void walk(AppointmentStatus status, long still, String name, Deed deed, boolean may, Attempt attempt) {
        boolean can = may && refusal(deed, still).isEmpty();
        long job = can ? in(status, deed) : still;
        String before = written(job);
        int answer = attempt.on(job);
        String cell = name + " in " + status;
        if (can) {
            all.assertThat(answer).as(cell).isIn(200, 302);
            all.assertThat(written(job)).as(cell).isNotEqualTo(before);
        } else {
            all.assertThat(answer).as(cell).isIn(may ? List.of(409, 422) : List.of(403));
            all.assertThat(written(job)).as(cell).isEqualTo(before);
        }
    }

    private Optional<String> refusal(Deed deed, long job) {
        return deed.ofVisit != null
                ? deed.ofVisit.refusal(shop.only(job).status())
                : deed.ofJob.refusal(shop.get(job).status());
    }

    /** A job whose first appointment is in this state, with what the deed needs beside it. */
    private long in(AppointmentStatus status, Deed deed) {
        AppointmentAct act = deed == null ? null : deed.ofVisit;
        long job = shop.job(shop.visit(next(), shop.ann));
        long visit = shop.only(job).id();
        if (act == AppointmentAct.REMOVE) {
            shop.as(() -> shop.bean(ChangeAppointment.class)
                    .add(shop.tenant, job, shop.visit(next()), new FieldErrors(), Precondition.NONE));
        } else if (act == AppointmentAct.UNASSIGN) {
            shop.as(() -> shop.bean(AssignTechnicians.class)
                    .assign(shop.tenant, visit, List.of(shop.bob), new FieldErrors(), Precondition.NONE));
        } else if (act == AppointmentAct.UNCONFIRM) {
            shop.run(() -> shop.bean(ChangeAppointment.class).confirm(shop.tenant, visit, true, Precondition.NONE));
        }
        shop.bring(job, status);
        return job;
    }

    private int next() {
        return hours.getAndAdd(3);
    }

    /** What an act may write of a job: its versions, and what people and programs left in the log and in its tables. */
    private String written(long job) {
        return shop.texts("""
                select concat_ws(' ', j.version, j.status,
                    (select string_agg(a.version || a.status, ' ' order by a.id) from appointment a where a.job_id = j.id),
                    (select count(*) from change where actor_kind <> 'system'),
                    (select count(*) from appointment_assignment where active),
                    (select count(*) from job_note), (select count(*) from job_cancellation where active))
                from job j where j.id = %d
                """.formatted(job)).getFirst();
    }

    private int post(Visitor visitor, PageAct act, long job) {
        String page = "/jobs/" + job;
        String visit = page + "/appointments/" + shop.only(job).id();
        return (switch (act) {
                    case DISPATCH, START, FINISH, BACK, TAKE_OFF_HOLD, CONFIRM, UNCONFIRM, REMOVE ->
                        visitor.post(visit + "/act", "act", act.name());
                    case ASSIGN ->
                        visitor.post(
                                visit + "/technicians", "technicianIds", "" + shop.ann, "technicianIds", "" + shop.bob);
                    case RESCHEDULE -> visitor.post(visit + "/reschedule", "start", local(), "minutes", "60");
                    case HOLD -> visitor.post(visit + "/hold", "holdReasonId", "" + shop.holdReason);
                    case INSTRUCT -> visitor.post(visit + "/instructions", "instructions", "Ring twice");
                    case ADD_VISIT -> visitor.post(page + "/appointments", "visitStart", local(), "visitMinutes", "60");
                    case REOPEN -> visitor.post(page + "/reopen", "how", "last");
                    case TAKE_BACK -> visitor.post(page + "/take-back");
                    case CANCEL -> visitor.post(page + "/cancel", "cancelReasonId", "" + shop.cancelReason);
                })
                .status();
    }

    /** A morning of a working day, which nobody asks about, and another one each time. */
    private String local() {
        LocalDate day = LocalDate.now(ZONE).plusDays(100 + mornings.incrementAndGet() % 200);
        return (day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day)
                .atTime(10, 0)
                .toString();
    }

    private int send(Api api, AppointmentAct act, long job) {
        long id = shop.only(job).id();
        String visit = api.path("jpm/v2", "/appointments/" + id);
        String work = api.path("callboard/v1", "/appointments/" + id);
        String assignments = api.path("dispatch/v2", "/appointment-assignments");
        String who = "{\"jobAppointmentId\": %d, \"technicianIds\": [%d]}";
        Api.Answer answer = switch (act) {
            case DISPATCH -> api.post(work + "/dispatch", null);
            case START -> api.post(work + "/start", null);
            case FINISH -> api.post(work + "/finish", null);
            case BACK -> api.post(work + "/back", null);
            case HOLD -> api.put(visit + "/hold", "{\"reasonId\": %d, \"memo\": \"m\"}".formatted(shop.holdReason));
            case TAKE_OFF_HOLD -> api.delete(visit + "/hold");
            case RESCHEDULE -> api.patch(visit + "/reschedule", "{" + times() + "}");
            case REMOVE -> api.delete(visit);
            case CONFIRM -> Api.send(api.request("PUT", visit + "/confirmation", null));
            case UNCONFIRM -> api.delete(visit + "/confirmation");
            case INSTRUCT -> api.put(visit + "/special-instructions", "{\"specialInstructions\": \"Ring twice\"}");
            case ASSIGN -> api.post(assignments + "/assign-technicians", who.formatted(id, shop.bob));
            case UNASSIGN -> api.post(assignments + "/unassign-technicians", who.formatted(id, shop.ann));
        };
        return status(answer);
    }

    private int send(Api api, JobAct act, long id) {
        String job = api.path("jpm/v2", "/jobs/" + id);
        Api.Answer answer = switch (act) {
            case EDIT -> api.patch(job, "{\"summary\": \"No heat at all\"}");
            case NOTE -> api.post(job + "/notes", "{\"text\": \"Dog\"}");
            case ADD_APPOINTMENT ->
                api.post(api.path("jpm/v2", "/appointments"), "{\"jobId\": " + id + ", " + times() + "}");
            case CANCEL -> api.put(job + "/cancel", "{\"reasonId\": %d, \"memo\": \"m\"}".formatted(shop.cancelReason));
            case TAKE_BACK -> Api.send(api.request("PUT", job + "/remove-cancellation", null));
            case REOPEN -> throw new IllegalArgumentException("programs can't");
        };
        return status(answer);
    }

    /** A program reads in the code why it was refused. */
    private int status(Api.Answer answer) {
        if (answer.status() == 403) {
            all.assertThat(answer.code()).isEqualTo("scope-missing");
        } else if (answer.status() == 409) {
            all.assertThat(answer.code()).isNotEqualTo("conflict");
        }
        return answer.status();
    }

    private String times() {
        VisitTime time = shop.at(next());
        return "\"start\": \"%s\", \"end\": \"%s\"".formatted(time.startOn(), time.endOn());
    }
}
