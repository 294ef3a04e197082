package org.callboard.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.addresses.Address;
import org.callboard.bookings.Claims;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.CustomerType;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.database.RecordShape;
import org.callboard.desk.BookJob;
import org.callboard.desk.UndoBooking;
import org.callboard.dispatch.CancelJob;
import org.callboard.dispatch.ChangeAppointment;
import org.callboard.dispatch.Outcome;
import org.callboard.dispatch.RescheduleAppointment;
import org.callboard.dispatch.RescheduleAppointment.BusyTechnicians;
import org.callboard.dispatch.RescheduleAppointment.Reschedule;
import org.callboard.http.Precondition;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.AppointmentDraft;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.JobDraft;
import org.callboard.jobs.Jobs;
import org.callboard.jobs.VisitTime;
import org.callboard.jobs.VisitsChanged;
import org.callboard.mail.Channel;
import org.callboard.mail.MessageState;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Eventually;
import org.callboard.testing.PostOffice;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Visitor;
import org.callboard.validation.FieldErrors;
import org.callboard.wordings.MessageWords;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers are told while jobs are booked, moved and canceled. */
class NoticesTest {

    private static final Precondition ANY = Precondition.NONE;

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final String email = "ada" + tenant + "@oak.test";
    private final Instant soon = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(30, ChronoUnit.DAYS);

    @Test
    void nobodyIsToldBeforeTheCompanyWantsIt() {
        long job = job(soon, true);
        move(job, soon.plusSeconds(3600));
        cancel(job);
        assertThat(messages(job)).isEmpty();
        assertThat(history(job)).isEmpty();
    }

    @Test
    void whatIsBookedMovedAndCanceledIsTold() {
        switchOn();
        long job = job(soon, true);
        assertThat(messages(job))
                .extracting(JobMessage::kind, JobMessage::channel, JobMessage::state, JobMessage::recipient)
                .containsExactlyInAnyOrder(
                        tuple(NoticeKind.Confirmation, Channel.Mail, MessageState.Queued, email),
                        tuple(NoticeKind.Confirmation, Channel.Text, MessageState.Queued, "+19375550142"));
        send(job);
        assertThat(PostOffice.mailsTo(email)).hasSize(1);
        move(job, soon.plus(1, ChronoUnit.DAYS));
        send(job);
        cancel(job);
        send(job);
        assertThat(ofMail(job)).containsExactly("Cancellation Sent", "Change Sent", "Confirmation Sent");
        JobMessage change = messages(job).stream()
                .filter(one -> one.kind() == NoticeKind.Change && one.channel() == Channel.Mail)
                .findFirst()
                .orElseThrow();
        assertThat(change.body()).contains("Hello Ada Lovelace,", "New time: ", "Instead of: ", "7 Elm St");
        assertThat(history(job))
                .contains(
                        "appointment confirmation queued",
                        "appointment confirmation sent",
                        "appointment change sent",
                        "appointment cancellation sent");
    }

    @Test
    void whatIsChangedWithinAMinuteIsNeverHeardOf() {
        switchOn();
        long job = job(soon, true);
        move(job, soon.plus(1, ChronoUnit.DAYS));
        assertThat(ofMail(job)).containsExactly("Confirmation Queued", "Confirmation Withdrawn");
        move(job, soon.plus(2, ChronoUnit.DAYS));
        cancel(job);
        assertThat(ofMail(job))
                .containsExactly("Confirmation Withdrawn", "Confirmation Withdrawn", "Confirmation Withdrawn");
        send(job);
        assertThat(PostOffice.mailsTo(email)).isEmpty();
    }

    @Test
    void theCancellationThatIsTakenBackAtOnceIsNotHeardOf() {
        switchOn();
        long job = job(soon, true);
        send(job);
        cancel(job);
        shop.tenant.caller.run(() -> bean(CancelJob.class).takeBack(tenant, job, Map.of(), ANY));
        assertThat(ofMail(job)).containsExactly("Cancellation Withdrawn", "Confirmation Sent");
    }

    @Test
    void aBookingThatIsUndoneIsHeardOfOnlyWhereItWasTold() {
        switchOn();
        SignedInUser dana = shop.tenant.user(Role.CSR);
        long booking = shop.booking("Jordan Reyes", "937-555-0142").id();
        dana.caller().run(() -> bean(Claims.class).claim(tenant, booking));

        long atOnce = dana.caller().call(() -> bean(BookJob.class).book(tenant, booking, shop.form()));
        dana.caller().run(() -> bean(UndoBooking.class).undo(tenant, atOnce));
        assertThat(messages(atOnce)).extracting(JobMessage::state).containsExactly(MessageState.Withdrawn);

        long later = dana.caller().call(() -> bean(BookJob.class).book(tenant, booking, shop.form()));
        send(later);
        dana.caller().run(() -> bean(UndoBooking.class).undo(tenant, later));
        assertThat(messages(later))
                .extracting(JobMessage::kind, JobMessage::state)
                .containsExactly(
                        tuple(NoticeKind.Cancellation, MessageState.Queued),
                        tuple(NoticeKind.Confirmation, MessageState.Sent));
    }

    @Test
    void whatIsNotSoAnyMoreIsNotSentAgain() {
        switchOn();
        long job = job(soon, true);
        as(() -> bean(JdbcClient.class)
                .sql("update outgoing_message set state = 'Failed' where record_kind = 'job-message'")
                .update());
        long failed = messages(job).getFirst().id();
        move(job, soon.plusSeconds(3600));
        assertThatThrownBy(
                        () -> shop.tenant.caller.run(() -> bean(Notices.class).sendAgain(tenant, job, failed)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not as this message says");
        JobMessage change = messages(job).getFirst();
        as(() -> bean(JdbcClient.class)
                .sql("update outgoing_message set state = 'Failed' where id = " + change.id())
                .update());
        shop.tenant.caller.run(() -> bean(Notices.class).sendAgain(tenant, job, change.id()));
        send(job);
        assertThat(messages(job).getFirst().state()).isEqualTo(MessageState.Sent);
        assertThatThrownBy(
                        () -> shop.tenant.caller.run(() -> bean(Notices.class).sendAgain(tenant, 0, change.id())))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void neitherDoesTheOutboxSendWhatIsNotSoAnyMore() {
        switchOn();
        long job = job(soon, true);
        send(job);
        cancel(job);
        long cancellation = fail(job);
        shop.tenant.caller.run(() -> bean(CancelJob.class).takeBack(tenant, job, Map.of(), ANY));
        Visitor manager = Visitor.signedIn(shop.tenant.user(Role.Manager));
        manager.get("/settings/outbox");
        String path = "/settings/outbox/" + cancellation;
        assertThat(manager.post(path + "/again").location()).isEqualTo(path);
        assertThat(manager.get(path).body()).contains("not as this message says any more", "/jobs/" + job);
        assertThat(ofMail(job)).contains("Cancellation Failed");

        long confirmation = fail(job);
        manager.post("/settings/outbox/" + confirmation + "/again");
        send(job);
        assertThat(messages(job))
                .filteredOn(one -> one.id() == confirmation)
                .extracting(JobMessage::kind, JobMessage::state)
                .containsExactly(tuple(NoticeKind.Confirmation, MessageState.Sent));
    }

    @Test
    void whatIsSentAgainWaitsForWhoWorksOnTheJob() {
        switchOn();
        long job = job(soon, true);
        long failed = fail(job);
        String answer = AtOnce.waiting(
                shop.tenant.caller,
                () -> move(job, soon.plusSeconds(3600)),
                () -> as(() -> {
                    try {
                        bean(Notices.class).sendAgain(tenant, job, failed);
                        return "sent";
                    } catch (Refusal e) {
                        return e.title();
                    }
                }));
        assertThat(answer).contains("not as this message says");
    }

    @Test
    void aCancellationIsSentAgainAlsoWhereTheBookingWasUndone() {
        switchOn();
        SignedInUser dana = shop.tenant.user(Role.CSR);
        long booking = shop.booking("Jordan Reyes", "937-555-0142").id();
        dana.caller().run(() -> bean(Claims.class).claim(tenant, booking));
        long job = dana.caller().call(() -> bean(BookJob.class).book(tenant, booking, shop.form()));
        send(job);
        dana.caller().run(() -> bean(UndoBooking.class).undo(tenant, job));
        long cancellation = messages(job).getFirst().id();
        as(() -> bean(JdbcClient.class)
                .sql("update outgoing_message set state = 'Failed' where id = " + cancellation)
                .update());
        shop.tenant.caller.run(() -> bean(Notices.class).sendAgain(tenant, job, cancellation));
        assertThat(messages(job).getFirst().state()).isNotEqualTo(MessageState.Failed);
    }

    @Test
    void whoDoesItDecidesAndElseTheJob() {
        switchOn();
        long quiet = job(soon, false);
        assertThat(messages(quiet)).isEmpty();
        long told = Telling.YES.call(() -> job(soon, false));
        assertThat(messages(told)).hasSize(2);
        Telling.NO.call(() -> move(told, soon.plusSeconds(7200)));
        assertThat(messages(told))
                .extracting(JobMessage::state)
                .containsOnly(MessageState.Withdrawn); // it named the other time
        long silent = Telling.NO.call(() -> job(soon, true));
        assertThat(messages(silent)).isEmpty();
    }

    @Test
    void thePastIsNotTold() {
        switchOn();
        long job = job(Instant.now().minus(1, ChronoUnit.DAYS), true);
        assertThat(messages(job)).isEmpty();
        cancel(job);
        assertThat(messages(job)).isEmpty();
    }

    @Test
    void whatWouldBeOverWithinTheMinuteGoesAtOnce() {
        switchOn();
        long job = job(Instant.now().plusSeconds(45), true);
        Eventually.is(0L, () -> {
            Server.lookForDueTasks();
            return messages(job).stream()
                    .filter(one -> one.state() == MessageState.Queued || one.state() == MessageState.Sending)
                    .count();
        });
        assertThat(messages(job)).extracting(JobMessage::state).containsOnly(MessageState.Sent);
    }

    @Test
    void whatIsOverWhenItWouldGoIsTakenBack() {
        switchOn();
        long job = job(soon, true);
        as(() -> bean(JdbcClient.class)
                .sql("update outgoing_message set expires_on = now() where record_kind = 'job-message'")
                .update());
        send(job);
        assertThat(messages(job)).extracting(JobMessage::reason).containsOnly("The time that it tells of is over.");
        assertThat(PostOffice.mailsTo(email)).isEmpty();
    }

    @Test
    void eachVisitIsToldByItself() {
        switchOn();
        long job = job(soon, true);
        send(job);
        long second = as(() -> bean(ChangeAppointment.class)
                .add(tenant, job, AppointmentDraft.of(at(soon.plusSeconds(86_400))), new FieldErrors(), ANY)
                .appointment()
                .id());
        send(job);
        as(() -> {
            bean(ChangeAppointment.class).remove(tenant, second, ANY);
            return 1;
        });
        assertThat(ofMail(job)).containsExactly("Cancellation Queued", "Confirmation Sent", "Confirmation Sent");
    }

    @Test
    void whereNobodyCanBeReachedTheHistorySaysSo() {
        switchOn();
        long customer = shop.customer("No Mail", "937-555-0199", "9 Elm St");
        long job = as(() -> bean(Jobs.class).book(tenant, draft(customer, soon, true)));
        assertThat(messages(job)).extracting(JobMessage::channel).containsExactly(Channel.Text);
        assertThat(history(job)).contains("appointment confirmation not sent");
    }

    @Test
    void whatIsShownBeforeIsWhatGoes() {
        switchOn();
        long job = job(soon, true);
        send(job);
        var visit = visit(job);
        var moved = visit.at(at(soon.plus(3, ChronoUnit.DAYS)));
        NoticeOutlook shown = as(() -> bean(Notices.class)
                .preview(
                        tenant,
                        () -> bean(Notices.class).facts(tenant, job),
                        List.of(VisitsChanged.Visit.of(visit, moved)),
                        Map.of(),
                        false));
        move(job, soon.plus(3, ChronoUnit.DAYS));
        assertThat(messages(job).stream().limit(2).map(JobMessage::body).toList())
                .containsExactlyInAnyOrderElementsOf(
                        shown.texts().stream().map(NoticePreview::body).toList());
    }

    @Test
    void wordsAreCheckedAndLogged() {
        MessageWords wrong = RecordShape.with(NoticeKind.Confirmation.standard(), "body", "{old date} {nonsense}");
        assertThatThrownBy(() -> shop.tenant.caller.run(
                        () -> bean(NoticeSettings.class).update(tenant, NoticeKind.Confirmation, wrong)))
                .isInstanceOf(Invalid.class);
        switchOn();
        assertThat(as(() -> bean(Changes.class).of(tenant, EntityKind.MESSAGES, tenant)))
                .hasSize(3)
                .allMatch(change -> change.action().word().equals("appointment wording changed"));
    }

    private void switchOn() {
        for (NoticeKind kind : NoticeKind.values()) {
            MessageWords words = RecordShape.with(RecordShape.with(kind.standard(), "byMail", true), "byText", true);
            shop.tenant.caller.run(() -> bean(NoticeSettings.class).update(tenant, kind, words));
        }
    }

    private long job(Instant start, boolean notifications) {
        return as(() -> {
            Address address = new Address("7 Elm St", null, "Dayton", "OH", "45402", "USA");
            List<ContactDraft> contacts = List.of(
                    new ContactDraft(ContactType.MobilePhone, "937-555-0142", null),
                    new ContactDraft(ContactType.Email, email, null));
            long customer =
                    bean(Customers.class).create(tenant, "Ada Lovelace", CustomerType.Residential, address, contacts);
            bean(Locations.class).create(tenant, customer, "Home", address, List.of());
            return bean(Jobs.class).book(tenant, draft(customer, start, notifications));
        });
    }

    private JobDraft draft(long customer, Instant start, boolean notifications) {
        long location =
                bean(Locations.class).ofCustomer(tenant, customer).getFirst().id();
        JobDraft draft = shop.jobDraft(customer, location, "notificationsEnabled", notifications);
        return RecordShape.with(draft, "appointments", List.of(AppointmentDraft.of(at(start))));
    }

    private static VisitTime at(Instant start) {
        return VisitTime.of(start, start.plusSeconds(3600));
    }

    private Appointment visit(long job) {
        return as(() -> bean(Appointments.class).ofJob(tenant, job)).getFirst();
    }

    private Outcome move(long job, Instant start) {
        long visit = visit(job).id();
        return as(() -> bean(RescheduleAppointment.class)
                .reschedule(tenant, visit, new Reschedule(at(start), null, BusyTechnicians.KEEP), ANY));
    }

    private void cancel(long job) {
        shop.tenant.caller.run(() -> {
            JobCancelReasons reasons = bean(JobCancelReasons.class);
            if (reasons.choices(tenant).isEmpty()) {
                reasons.addStarters(tenant);
            }
            long reason = reasons.choices(tenant).getFirst().id();
            bean(CancelJob.class).cancel(tenant, job, reason, null, new FieldErrors(), ANY);
        });
    }

    /** Lets what waits fail; gives the id of the last mail. */
    private long fail(long job) {
        as(() -> bean(JdbcClient.class)
                .sql(
                        "update outgoing_message set state = 'Failed' where record_kind = 'job-message' and state = 'Queued'")
                .update());
        return messages(job).stream()
                .filter(one -> one.channel() == Channel.Mail)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<JobMessage> messages(long job) {
        return as(() -> bean(Notices.class).ofJob(tenant, job));
    }

    /** The mails, the newest first. */
    private List<String> ofMail(long job) {
        return messages(job).stream()
                .filter(one -> one.channel() == Channel.Mail)
                .map(one -> one.kind() + " " + one.state())
                .toList();
    }

    private List<String> history(long job) {
        return as(() -> bean(Changes.class).of(tenant, EntityKind.JOB_MESSAGE, job)).stream()
                .map(change -> change.action().word())
                .toList();
    }

    /** Lets the minute pass. */
    private void send(long job) {
        Eventually.is(0L, () -> {
            bean(JdbcClient.class).sql("""
                            update scheduled_tasks set execution_time = now()
                            where task_name in ('deliver-message', 'deliver-text') and task_instance like ?
                            """).param(tenant + ":%").update();
            Server.lookForDueTasks();
            return messages(job).stream()
                    .filter(one -> one.state() == MessageState.Queued || one.state() == MessageState.Sending)
                    .count();
        });
    }

    private <T> T as(Callable<T> work) {
        return shop.tenant.caller.call(work);
    }

    private static <T> T bean(Class<T> type) {
        return Server.bean(type);
    }
}
