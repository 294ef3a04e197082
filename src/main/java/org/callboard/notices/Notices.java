package org.callboard.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.callboard.access.Tenants;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.RecordShape;
import org.callboard.details.ContactContent;
import org.callboard.details.ContactEntries;
import org.callboard.details.ContactEntry;
import org.callboard.details.RecordKind;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.JobLocks;
import org.callboard.jobs.VisitsChanged;
import org.callboard.mail.Mail;
import org.callboard.mail.MessageDraft;
import org.callboard.mail.MessageState;
import org.callboard.mail.Outbox;
import org.callboard.mail.Purpose;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.callboard.wordings.MessageWords;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells customers of their appointments: one message for each appointment and way, written in the transaction of the act
 * and sent a minute later, so that what is undone at once is never heard of; at once where it would be too late then. What a
 * page shows before an act is what the act writes.
 */
@Service
public class Notices {

    /** Until then a message can be taken back. */
    static final Duration WAIT = Duration.ofMinutes(1);

    private static final int MOST = 50;
    private static final String NOT_SO = "What it says was changed before it went.";

    private final NoticeStore store;
    private final NoticeSettings settings;
    private final ContactEntries contacts;
    private final Tenants tenants;
    private final Mail mail;
    private final Outbox outbox;
    private final Appointments appointments;
    private final JobLocks locks;
    private final Changes changes;
    private final Clock clock;

    Notices(
            NoticeStore store,
            NoticeSettings settings,
            ContactEntries contacts,
            Tenants tenants,
            Mail mail,
            Outbox outbox,
            Appointments appointments,
            JobLocks locks,
            Changes changes,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.contacts = contacts;
        this.tenants = tenants;
        this.mail = mail;
        this.outbox = outbox;
        this.appointments = appointments;
        this.locks = locks;
        this.changes = changes;
        this.clock = clock;
    }

    /** What messages about a job tell; NotFound is the caller's matter. */
    public NoticeFacts facts(long tenant, long job) {
        NoticeStore.Facts found = store.facts(tenant, job);
        return new NoticeFacts(
                found.customerName(),
                found.address(),
                found.jobNumber(),
                found.jobType(),
                reach(tenant, found.customerId(), found.locationId()));
    }

    /** How somebody is reached: first at the location, then the customer; null stands for one who is new. */
    public List<ContactContent> reach(long tenant, @Nullable Long customer, @Nullable Long location) {
        List<ContactContent> all = new ArrayList<>();
        add(all, RecordKind.Location, tenant, location);
        add(all, RecordKind.Customer, tenant, customer);
        return all;
    }

    private void add(List<ContactContent> all, RecordKind kind, long tenant, @Nullable Long owner) {
        if (owner != null) {
            contacts.byOwner(kind, tenant, List.of(owner)).getOrDefault(owner, List.of()).stream()
                    .map(ContactEntry::content)
                    .forEach(all::add);
        }
    }

    /**
     * What the customer would be told if that were made of visits.
     *
     * @param facts are asked for only where the company says anything
     * @param technicians who comes, by the ids of visits, where somebody does
     * @param undone whether the booking of the job would be undone
     */
    public NoticeOutlook preview(
            long tenant,
            Supplier<NoticeFacts> facts,
            List<VisitsChanged.Visit> visits,
            Map<Long, String> technicians,
            boolean undone) {
        Map<NoticeKind, MessageWords> words = settings.words(tenant);
        if (words.values().stream().allMatch(MessageWords::isOff)) {
            return NoticeOutlook.SILENT;
        }
        List<Told> told =
                store.told(tenant, visits.stream().map(VisitsChanged.Visit::id).toList());
        NoticePlan plan = new NoticePlan(tenants.get(tenant), words, facts.get(), technicians, undone, clock.instant());
        List<NoticePreview> texts = plan.of(visits, told).stream()
                .map(one -> checked(tenant, one.preview()))
                .toList();
        return new NoticeOutlook(true, texts, texts.isEmpty() ? plan.whyNothing(visits, told) : null);
    }

    /** The same with why it does not go, where the customer wants no messages. */
    private NoticePreview checked(long tenant, NoticePreview one) {
        return one.to() == null
                ? one
                : mail.refusal(tenant, one.channel(), one.to())
                        .map(why -> RecordShape.with(one, "problem", why))
                        .orElse(one);
    }

    /** Who comes to visits, by their ids; those to which nobody comes are left out. */
    public Map<Long, String> technicians(long tenant, List<Long> visits) {
        return store.technicians(tenant, visits);
    }

    /** The messages about a job, the newest first. */
    public List<JobMessage> ofJob(long tenant, long job) {
        return store.ofJob(tenant, job, MOST);
    }

    /** The jobs of a customer about which there are messages, the latest first. */
    public List<Long> jobsTold(long tenant, long customer) {
        return store.jobsTold(tenant, customer, MOST);
    }

    /**
     * Has a message about the job tried again; NotFound where it is about none, Conflict where it can't be, or where it would
     * say what is not so any more.
     */
    @Transactional
    public void sendAgain(long tenant, long job, long message) {
        long appointment =
                store.appointmentOf(tenant, job, message).orElseThrow(() -> new NotFound("Message", message));
        locks.guard(tenant, job); // so that it stays so until the message is queued
        VisitsChanged.State now = VisitsChanged.State.of(appointments.get(tenant, appointment));
        boolean holds = store.told(tenant, List.of(appointment)).stream()
                .anyMatch(last -> last.messageId() == message && NoticeRule.isSo(last.is(), now));
        if (!holds) {
            throw RefusalCode.CONFLICT.refuse("The appointment is not as this message says any more.");
        }
        outbox.sendAgain(tenant, message);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void tell(VisitsChanged event) {
        long tenant = event.tenant();
        List<VisitsChanged.Visit> visits = event.visits().stream()
                .filter(visit -> !NoticeRule.isTheSame(visit))
                .toList();
        if (visits.isEmpty()) {
            return;
        }
        List<Long> ids = visits.stream().map(VisitsChanged.Visit::id).toList();
        boolean allNew = visits.stream().allMatch(visit -> visit.before() == null);
        List<Told> told = allNew ? List.of() : store.told(tenant, ids);
        boolean undone = !event.jobActive();
        Instant now = clock.instant();
        told = withdraw(tenant, told, NoticePlan.outdated(visits, told, undone, now));
        boolean tells = undone || Telling.current().tells(event.notificationsEnabled());
        Map<NoticeKind, MessageWords> words = tells ? settings.words(tenant) : Map.of();
        if (words.values().stream().allMatch(MessageWords::isOff)) {
            return;
        }
        NoticeFacts facts = facts(tenant, event.jobId());
        new NoticePlan(tenants.get(tenant), words, facts, store.technicians(tenant, ids), undone, now)
                .of(visits, told)
                .forEach(message -> write(tenant, event.jobId(), facts.customer(), message));
    }

    /** Takes messages back; those which left meanwhile have been heard. */
    private List<Told> withdraw(long tenant, List<Told> told, Set<Long> outdated) {
        List<Long> withdrawn = mail.withdraw(tenant, outdated, NOT_SO);
        return told.stream()
                .map(one -> outdated.contains(one.messageId()) && !withdrawn.contains(one.messageId())
                        ? RecordShape.with(one, "state", MessageState.Sent)
                        : one)
                .toList();
    }

    private void write(long tenant, long job, String customer, NoticePlan.Planned planned) {
        NoticePreview message = planned.preview();
        NoticeRule.Notice notice = planned.notice();
        Purpose purpose = notice.kind().purpose();
        if (message.to() == null) {
            changes.record(
                    EntityKind.JOB_MESSAGE, job, purpose.notSent(), Diff.none().now("reason", message.problem()));
            return;
        }
        Instant now = clock.instant();
        Instant over = notice.over();
        Instant soon = now.plus(WAIT);
        Instant from = soon.isBefore(over) ? soon : now;
        mail.queue(
                        tenant,
                        new MessageDraft(
                                message.channel(),
                                purpose,
                                "appointment:" + planned.visit() + ":" + UUID.randomUUID(),
                                new MessageDraft.About(EntityKind.JOB_MESSAGE, job),
                                true,
                                message.to(),
                                customer,
                                message.subject(),
                                message.body(),
                                new MessageDraft.Timing(from, over),
                                null))
                .ifPresent(stored -> store.insert(tenant, stored.id(), job, planned.visit(), notice));
    }
}
