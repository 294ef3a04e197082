package org.callboard.leads;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.bookings.Booking;
import org.callboard.bookings.BookingDetails;
import org.callboard.bookings.Bookings;
import org.callboard.bookings.DismissBooking;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.leads.LeadReferences.Ids;
import org.callboard.leads.LeadRequests.LeadCreateRequest;
import org.callboard.mergedids.MergedIds;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.requests.Inquiry;
import org.callboard.requests.RequestReader;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Findings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Creates a lead. */
@Service
public class CreateLead {

    /** A draft whose ids are somebody's, and the customer that it or its location names. */
    public record Checked(LeadDraft draft, @Nullable Long customerId) {}

    /** A lead that is to be stored as it is. */
    public record NewLead(LeadDetails details, List<Long> tagTypeIds) {}

    private final Leads leads;
    private final LeadStore store;
    private final LeadReferences references;
    private final Bookings bookings;
    private final DismissBooking dismissals;
    private final MergedIds merged;
    private final Changes changes;
    private final RequestReader limits;

    CreateLead(
            Leads leads,
            LeadStore store,
            LeadReferences references,
            Bookings bookings,
            DismissBooking dismissals,
            MergedIds merged,
            Changes changes,
            RequestReader limits) {
        this.leads = leads;
        this.store = store;
        this.references = references;
        this.bookings = bookings;
        this.dismissals = dismissals;
        this.merged = merged;
        this.changes = changes;
        this.limits = limits;
    }

    /**
     * Creates a lead. A booking that it names is dismissed and linked, whoever in the office has it, and what it says fills
     * what the draft leaves open. Invalid names every id that is nobody's and what is missing; Conflict where the booking
     * is closed already.
     */
    @Transactional
    public Lead create(long tenant, LeadDraft draft, LeadSource source) {
        return create(tenant, draft, source, new FieldErrors());
    }

    /** The same, where something may be wrong already. */
    @Transactional
    public Lead create(long tenant, LeadDraft draft, LeadSource source, FieldErrors noted) {
        return checked(tenant, check(tenant, draft, noted), source);
    }

    /** The same for what a program sends, which is not lost for its data; see {@link Inquiry}. */
    @Transactional
    Lead create(long tenant, Inquiry<LeadCreateRequest> inquiry) {
        Checked checked = inquiry.read((request, found) -> {
            LeadDraft draft = request.toDraft();
            Checked lead = check(tenant, draft, found, false);
            references.checkTags(tenant, Objects.requireNonNullElse(request.tagTypeIds(), List.of()), found.wrong());
            boolean known = Stream.of(draft.customerId(), draft.locationId(), draft.bookingId())
                    .anyMatch(Objects::nonNull);
            found.reachableIf(known || draft.person().isReachable());
            return lead;
        });
        return checked(tenant, checked, checked.draft.bookingId() == null ? LeadSource.Api : LeadSource.Booking);
    }

    /** Stores a lead that was checked. */
    @Transactional(propagation = Propagation.MANDATORY)
    Lead checked(long tenant, Checked checked, LeadSource source) {
        Long booking = checked.draft.bookingId();
        return booking == null
                ? store(tenant, checked, null, LeadPerson.UNKNOWN, source)
                : ofBooking(tenant, checked, dismissals.asLead(tenant, booking, checked.draft.callReasonId()), source);
    }

    /** The draft and its customer. Invalid names every id that is nobody's, what is missing and what is too long. */
    public Checked check(long tenant, LeadDraft draft) {
        return check(tenant, draft, new FieldErrors());
    }

    /** The same, where something may be wrong already. */
    public Checked check(long tenant, LeadDraft draft, FieldErrors noted) {
        Findings found = new Findings();
        limits.checkDetails(draft, found.wrong());
        Checked checked = check(tenant, draft, found, noted.has("callReasonId"));
        references.checkTags(tenant, draft.tagTypeIds(), found.wrong());
        found.throwIfAny(noted);
        return checked;
    }

    private Checked check(long tenant, LeadDraft draft, Findings found, boolean reasonNoted) {
        String needed = "Either a call reason or a follow-up date is required.";
        boolean neither = draft.callReasonId() == null && draft.followUpDate() == null && !reasonNoted;
        found.refused().addIf(neither, "callReasonId", needed).addIf(neither, "followUpDate", needed);
        draft.person().check(found.doubtful(), "leadPhone", "leadEmail");
        return new Checked(
                draft, references.check(tenant, Ids.of(draft), draft.person().isReachable(), found));
    }

    /** Stores a lead of a booking that this transaction has dismissed; BOOKING_HAS_LEAD where it has an open one. */
    @Transactional(propagation = Propagation.MANDATORY)
    Lead ofBooking(long tenant, Checked checked, Booking booking, LeadSource source) {
        store.lockOpenOfBooking(tenant, booking.id()).ifPresent(lead -> {
            throw hasOne(booking.id(), lead);
        });
        LeadPerson asking = asking(booking, bookings.contacts(tenant, booking.id()));
        return store(tenant, checked, booking.details(), asking, source);
    }

    /** Stores a lead of a telephone call that this transaction has closed. */
    @Transactional(propagation = Propagation.MANDATORY)
    Lead ofCall(long tenant, Checked checked, long call) {
        Lead lead = store(tenant, checked, null, LeadPerson.UNKNOWN, LeadSource.Call);
        store.ofCall(tenant, lead.id(), call);
        return leads.get(tenant, lead.id());
    }

    private Lead store(
            long tenant, Checked checked, @Nullable BookingDetails booking, LeadPerson asking, LeadSource source) {
        LeadDraft draft = checked.draft;
        LeadDetails details = draft.settled(checked.customerId, draft.locationId(), booking, asking);
        NewLead lead = new NewLead(details, draft.tagTypeIds());
        return leads.get(tenant, createAll(tenant, List.of(lead), source).getFirst());
    }

    /**
     * Stores leads that were checked and that are of no booking, in their order; gives their ids. RECORD_MERGED where one is of
     * a customer or location that was merged.
     */
    @Transactional
    public List<Long> createAll(long tenant, List<NewLead> all, LeadSource source) {
        merged.requireLive(tenant, named(all, LeadDetails::customerId), named(all, LeadDetails::locationId));
        List<Long> ids = store.insert(tenant, all, source);
        Map<Long, Diff> diffs = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            LeadDetails lead = all.get(i).details();
            Diff diff = Diff.none()
                    .now("captureSource", source)
                    .now("customerId", lead.customerId())
                    .now("locationId", lead.locationId())
                    .now("campaignId", lead.campaignId())
                    .now("callReasonId", lead.callReasonId())
                    .now("followUpDate", lead.followUpDate())
                    .now("ownerId", lead.ownerId())
                    .now("bookingId", lead.bookingId())
                    .now("summary", lead.summary())
                    .and(LeadPerson.UNKNOWN, lead.person());
            diffs.put(ids.get(i), diff);
        }
        changes.recordAll(EntityKind.LEAD, diffs, Action.CREATED);
        return ids;
    }

    private static Set<Long> named(List<NewLead> all, Function<LeadDetails, @Nullable Long> id) {
        return all.stream()
                .flatMap(lead -> Stream.ofNullable(id.apply(lead.details())))
                .collect(Collectors.toSet());
    }

    /** Who asks in an inquiry: by a mobile phone rather than another, since it can be texted. */
    private static LeadPerson asking(Booking booking, List<ContactDraft> contacts) {
        @Nullable
        String phone = contacts.stream()
                .filter(contact -> contact.kind() == ContactType.MobilePhone || contact.kind() == ContactType.Phone)
                .min(Comparator.comparing((ContactDraft contact) -> !contact.reaches())
                        .thenComparing(contact -> contact.kind() != ContactType.MobilePhone))
                .map(ContactDraft::value)
                .orElse(null);
        @Nullable
        String email = contacts.stream()
                .filter(contact -> contact.kind() == ContactType.Email)
                .min(Comparator.comparing(contact -> !contact.reaches()))
                .map(ContactDraft::value)
                .orElse(null);
        return LeadPerson.at(booking.details().address(), booking.details().name(), phone, email)
                .tidy();
    }

    /** BOOKING_HAS_LEAD, for a second open lead of one inquiry. */
    static Refusal hasOne(long booking, Lead lead) {
        return RefusalCode.BOOKING_HAS_LEAD
                .refuse("Booking " + booking + " is followed up already, as lead " + lead.id() + ".")
                .with("existingId", lead.id())
                .with("bookingId", booking);
    }
}
