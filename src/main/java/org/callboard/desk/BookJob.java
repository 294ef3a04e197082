package org.callboard.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callboard.addresses.Address;
import org.callboard.addresses.Limits.LongText;
import org.callboard.addresses.Limits.Name;
import org.callboard.bookings.Booking;
import org.callboard.bookings.Bookings;
import org.callboard.bookings.Claims;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.customers.Customer;
import org.callboard.customers.CustomerType;
import org.callboard.customers.Customers;
import org.callboard.customers.Location;
import org.callboard.customers.Locations;
import org.callboard.database.Caller;
import org.callboard.database.RecordShape;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.jobs.AppointmentDraft;
import org.callboard.jobs.HouseAnswers;
import org.callboard.jobs.JobDetails;
import org.callboard.jobs.JobDraft;
import org.callboard.jobs.Priority;
import org.callboard.jobs.VisitTime;
import org.callboard.leads.BookForLead;
import org.callboard.mergedids.MergedIds;
import org.callboard.queue.InquiryKey;
import org.callboard.requests.RequestReader;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns an inquiry into a booked job, in one transaction: customer and location where they are new, with the inquiry's
 * contacts; the job with its appointment and its invoice; and the booking, which is Converted and carries the job.
 */
@Service
public class BookJob {

    private final Bookings bookings;
    private final Claims claims;
    private final Customers customers;
    private final Locations locations;
    private final MergedIds merged;
    private final BookForLead bookForLead;
    private final JobChoices choices;
    private final StartTimes startTimes;
    private final DoNotService doNotService;
    private final RequestReader reader;
    private final JobUndoStore undos;
    private final AskedQuestions questions;
    private final HouseAnswers house;

    BookJob(
            Bookings bookings,
            Claims claims,
            Customers customers,
            Locations locations,
            MergedIds merged,
            BookForLead bookForLead,
            JobChoices choices,
            StartTimes startTimes,
            DoNotService doNotService,
            RequestReader reader,
            JobUndoStore undos,
            AskedQuestions questions,
            HouseAnswers house) {
        this.bookings = bookings;
        this.claims = claims;
        this.customers = customers;
        this.locations = locations;
        this.merged = merged;
        this.bookForLead = bookForLead;
        this.choices = choices;
        this.startTimes = startTimes;
        this.doNotService = doNotService;
        this.reader = reader;
        this.undos = undos;
        this.questions = questions;
        this.house = house;
    }

    /** {@link #book(long, long, BookJobRequest, Long)}, where the form names no lead. */
    @Transactional
    public long book(long tenant, long bookingId, BookJobRequest form) {
        return book(tenant, bookingId, form, null);
    }

    /**
     * Books and gives the job's id. The lead that is named is won, and so is the open lead of the booking if it has one.
     * Conflict where the caller does not have the booking (any more) or it is closed, or the named lead is; Invalid that
     * names every wrong field of the form; then nothing was written.
     */
    @Transactional
    public long book(long tenant, long bookingId, BookJobRequest form, @Nullable Long leadId) {
        BookJobRequest live = hold(tenant, form);
        Booking booking = bookings.lock(tenant, bookingId);
        if (!booking.claimedBy(Objects.requireNonNull(Caller.current().id()))) {
            throw Claims.inTheWay(booking);
        }
        long job = place(
                tenant,
                live,
                bookings.contacts(tenant, bookingId),
                InquiryKey.booking(bookingId),
                leadId,
                new FieldErrors());
        claims.convert(tenant, bookingId, job);
        return job;
    }

    /**
     * The form for those who live on of the customer and location that it names, should they have been merged since it was
     * opened. They are held, and so must be before the inquiry or lead is locked: whoever merges them locks them first too.
     * The location is locked where it will keep answers.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    BookJobRequest hold(long tenant, BookJobRequest form) {
        MergedIds.Place live = merged.lockLive(tenant, new MergedIds.Place(form.customerId(), form.locationId()));
        if (live.locationId() != null) {
            house.hold(tenant, live.locationId(), form.script().given().keySet());
        }
        return RecordShape.with(
                RecordShape.with(form, "customerId", live.customerId()), "locationId", live.locationId());
    }

    /** Makes what the form describes, whose customer and location are held, for a person with these contacts; Invalid names every wrong field, and what was noted. */
    @Transactional(propagation = Propagation.MANDATORY)
    long place(
            long tenant,
            BookJobRequest form,
            List<ContactDraft> contacts,
            @Nullable InquiryKey inquiry,
            @Nullable Long leadId,
            FieldErrors noted) {
        CustomDataDraft answers = questions.read(tenant, form, noted);
        Long known = check(tenant, form, noted);
        long customer = customer(tenant, form, known, contacts);
        long location = form.locationId() != null
                ? form.locationId()
                : locations.create(tenant, customer, placeName(form), address(form), contacts);
        Instant start = startTimes.moment(tenant, form);
        long job = bookForLead.book(
                tenant,
                new JobDraft(
                        details(form, customer, location),
                        of(InquiryKey.Kind.Booking, inquiry),
                        List.of(new AppointmentDraft(
                                VisitTime.of(
                                        start, start.plus(Duration.ofMinutes(Objects.requireNonNull(form.minutes())))),
                                form.technicianIds().stream().distinct().toList(),
                                null)),
                        answers,
                        of(InquiryKey.Kind.Call, inquiry)),
                leadId);
        Caller caller = Caller.current();
        if (caller.kind() == Caller.Kind.user) {
            undos.insert(tenant, job, Objects.requireNonNull(caller.id()), known == null, form.locationId() == null);
        }
        return job;
    }

    private static @Nullable Long of(InquiryKey.Kind kind, @Nullable InquiryKey inquiry) {
        return inquiry != null && inquiry.kind() == kind ? inquiry.id() : null;
    }

    private static JobDetails details(BookJobRequest form, long customer, long location) {
        JobDetails details = JobDetails.of(
                customer,
                location,
                Objects.requireNonNull(form.businessUnitId()),
                Objects.requireNonNull(form.jobTypeId()),
                Objects.requireNonNull(form.campaignId()),
                Objects.requireNonNullElse(form.priority(), Priority.Normal),
                form.summary());
        return RecordShape.with(details, "recallForId", form.recallForId());
    }

    private long customer(long tenant, BookJobRequest form, @Nullable Long known, List<ContactDraft> contacts) {
        if (known != null) {
            customers.addMissingContacts(tenant, known, contacts);
            return known;
        }
        return customers.create(
                tenant,
                text(form.name()),
                Objects.requireNonNullElse(form.customerType(), CustomerType.Residential),
                address(form),
                contacts);
    }

    /** The customer on record that it is for, or whose location; null for a new one. */
    private @Nullable Long check(long tenant, BookJobRequest form, FieldErrors errors) {
        Optional<Location> location = Optional.ofNullable(form.locationId())
                .flatMap(id -> locations.find(tenant, id))
                .filter(Location::active);
        errors.addIf(
                form.locationId() != null && location.isEmpty(), "location", "This location is not there any more.");
        Long customerId = location.map(Location::customerId).orElse(form.customerId());
        if (customerId != null) {
            Optional<Customer> customer = customers.find(tenant, customerId).filter(Customer::active);
            errors.addIf(customer.isEmpty(), "customer", "This customer is not active any more.");
            if (customer.filter(found -> found.details().doNotService()).isPresent()) {
                doNotService.check(tenant, form.serviceAnyway(), errors);
            }
        } else if (form.locationId() == null) {
            errors.required("name", form.name()).maxLength("name", form.name(), Name.MAX);
        }
        if (form.needsAddress()) {
            reader.check(address(form), errors);
        }
        errors.maxLength("summary", form.summary(), LongText.MAX);
        startTimes.check(tenant, form, errors);
        checkLength(errors, form.minutes());
        choices.check(tenant, form, errors);
        errors.throwIfAny();
        return customerId;
    }

    /** How long a visit of so many minutes is, as far as it may be that long. */
    static Duration length(@Nullable Integer minutes) {
        long asked = minutes == null ? 0 : minutes;
        return Duration.ofMinutes(Math.clamp(asked, VisitTime.SHORTEST.toMinutes(), VisitTime.LONGEST.toMinutes()));
    }

    private static void checkLength(FieldErrors errors, @Nullable Integer minutes) {
        errors.required("minutes", minutes);
        errors.addIf(
                minutes != null
                        && (minutes < VisitTime.SHORTEST.toMinutes() || minutes > VisitTime.LONGEST.toMinutes()),
                "minutes",
                "Between 15 minutes and 14 days are allowed.");
    }

    private static Address address(BookJobRequest form) {
        return new Address(
                text(form.street()),
                VisibleText.orNull(form.unit()),
                text(form.city()),
                text(form.state()),
                text(form.zip()),
                text(form.country()));
    }

    /** A location is known by its address unless somebody names it. */
    private static String placeName(BookJobRequest form) {
        return text(form.name()).isEmpty() ? text(form.street()) : text(form.name());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : VisibleText.strip(value);
    }
}
