package org.callboard.web.calls;

import java.util.List;
import java.util.Optional;
import org.callboard.access.Tenant;
import org.callboard.bookings.Booking;
import org.callboard.bookings.BookingStatus;
import org.callboard.bookings.Bookings;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.database.RecordShape;
import org.callboard.desk.OpenInquiry;
import org.callboard.drafts.Draft;
import org.callboard.drafts.DraftKey;
import org.callboard.drafts.Drafts;
import org.callboard.leads.Lead;
import org.callboard.leads.Leads;
import org.callboard.people.CurrentUser;
import org.callboard.providers.BookingProviderTags;
import org.callboard.serviceareas.ServiceAreas;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.web.booking.BookJobModel;
import org.callboard.web.booking.BookJobPrefill;
import org.callboard.web.booking.Booked;
import org.callboard.web.booking.BookedModel;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the Calls screen shows of an inquiry. */
@Component
class InquiryModel {

    /**
     * What stands above the form.
     *
     * @param lead the one that the inquiry became last
     */
    record State(
            Booking booking,
            boolean mine,
            @Nullable Lead lead,
            @Nullable String dismissingReason) {}

    /**
     * What an open inquiry can be answered with.
     *
     * @param openLeads the person's, which a job would answer
     */
    record Answers(
            BookJobModel.View job,
            Form lead,
            List<OpenInquiry> openLeads,
            List<Option> callReasons,
            List<Option> leadReasons) {

        /** The same, where the dialog that makes it a lead asks for who it is. */
        Answers withPerson(Person person) {
            return lead.has("leadPhone")
                    ? this
                    : new Answers(
                            job,
                            lead.with("leadName", person.name).with("leadPhone", person.number),
                            openLeads,
                            callReasons,
                            leadReasons);
        }
    }

    /** Who is on the telephone, as far as that is known. */
    record Person(String name, String number) {}

    /**
     * What was sent: it comes back with what is wrong, or it was done just now and may be undone.
     *
     * @param job the booking form, where that was sent
     * @param lead what the dialog asks that makes it a lead
     * @param problem what no field can say
     */
    record Sent(
            @Nullable Form job,
            @Nullable Form lead,
            Form dismissal,
            @Nullable String problem,
            boolean dismissed,
            boolean madeLead) {

        static final Sent NOTHING = refused(null);
        static final Sent DISMISSED = new Sent(null, null, Form.blank(), null, true, false);
        static final Sent MADE_LEAD = new Sent(null, null, Form.blank(), null, false, true);

        static Sent refused(@Nullable String problem) {
            return new Sent(null, null, Form.blank(), problem, false, false);
        }

        static Sent refusedJob(Form job) {
            return new Sent(job, null, Form.blank(), job.problem(), false, false);
        }

        static Sent refusedLead(Form lead) {
            return new Sent(null, lead, Form.blank(), lead.problem(), false, false);
        }

        static Sent refusedDismissal(Form dismissal) {
            return new Sent(null, null, dismissal, dismissal.problem(), false, false);
        }
    }

    /**
     * The whole inquiry.
     *
     * @param outside whether its address is outside of the company's service areas
     * @param answers null where it is closed
     * @param draft what was typed for it and not sent; null where it is closed, too
     * @param booked the job that it became, if it did
     */
    record View(
            State state,
            boolean outside,
            List<ContactDraft> contacts,
            List<InquiryPicture> pictures,
            String provider,
            @Nullable Answers answers,
            @Nullable DraftView draft,
            @Nullable Booked booked,
            Sent sent) {}

    private final Bookings bookings;
    private final BookJobModel bookJob;
    private final BookedModel booked;
    private final Leads leads;
    private final CallReasons reasons;
    private final BookingProviderTags providers;
    private final ServiceAreas areas;
    private final Drafts drafts;

    InquiryModel(
            Bookings bookings,
            BookJobModel bookJob,
            BookedModel booked,
            Leads leads,
            CallReasons reasons,
            BookingProviderTags providers,
            ServiceAreas areas,
            Drafts drafts) {
        this.bookings = bookings;
        this.bookJob = bookJob;
        this.booked = booked;
        this.leads = leads;
        this.reasons = reasons;
        this.providers = providers;
        this.areas = areas;
        this.drafts = drafts;
    }

    /** The whole inquiry; NotFound where there is none. */
    View inquiry(long id, Sent sent, Shell shell) {
        return inquiry(bookings.get(tenant(), id), sent, shell);
    }

    /** The same for one that was read already. */
    View inquiry(Booking booking, Sent sent, Shell shell) {
        long tenant = tenant();
        List<ContactDraft> contacts = bookings.contacts(tenant, booking.id());
        Draft draft = booking.status().open()
                ? drafts.of(tenant, DraftKey.booking(booking.id())).orElse(null)
                : null;
        return new View(
                state(booking),
                areas.excludes(tenant, booking.details().address()),
                contacts,
                InquiryPicture.of(booking.details().uploadedImages(), bookings.pictures(tenant, booking)),
                providers.get(tenant, booking.bookingProviderId()).tagName(),
                booking.status().open() ? answers(BookJobPrefill.of(booking, contacts), draft, sent, shell) : null,
                draft == null ? null : DraftView.of(draft),
                booking.jobId() == null ? null : booked.of(booking.jobId()),
                sent);
    }

    /** What stands above the form; NotFound where there is no inquiry. */
    State state(long id) {
        return state(bookings.get(tenant(), id));
    }

    private State state(Booking booking) {
        Long reason = booking.status() == BookingStatus.Dismissed ? booking.dismissingReasonId() : null;
        return new State(
                booking,
                booking.claimedBy(CurrentUser.get().id()),
                leads.ofBooking(tenant(), booking.id()).stream().findFirst().orElse(null),
                Optional.ofNullable(reason)
                        .flatMap(one -> reasons.find(tenant(), one))
                        .map(CallReason::name)
                        .orElse(null));
    }

    /**
     * What it can be answered with, where so much is known of it. Who was chosen in the draft is offered, also where nothing
     * of the inquiry leads to them.
     */
    Answers answers(BookJobPrefill prefill, @Nullable Draft draft, Sent sent, Shell shell) {
        Tenant company = shell.getCompany();
        List<CallReason> all = reasons.all(company.id());
        BookJobPrefill known = draft == null
                ? prefill
                : RecordShape.with(prefill, "who", drafts.value(draft, "who").orElse(prefill.who()));
        BookJobModel.View job = bookJob.form(sent.job(), company, known);
        Form lead = sent.lead() != null
                ? sent.lead()
                : Form.blank()
                        .with("leadDate", shell.getDates().tomorrow())
                        .with("leadCampaign", job.form().text("campaignId"));
        return new Answers(
                job,
                lead,
                job.waiting().stream().filter(OpenInquiry::lead).toList(),
                Option.active(all),
                Option.ofLeads(all));
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
