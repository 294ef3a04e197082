package org.callboard.publicforms;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.bookings.BookingDetails;
import org.callboard.bookings.Bookings;
import org.callboard.bookings.NewBooking;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.pictures.BookingPictures;
import org.callboard.pictures.PictureUrl;
import org.callboard.pictures.Pictures;
import org.callboard.refusals.Refusal;
import org.callboard.serviceareas.ServiceAreas;
import org.callboard.settings.JobType;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Turns what a visitor typed into a booking of the page's provider: once for each form that was shown. */
@Service
public class SubmitBookingPage {

    /**
     * What became of a form.
     *
     * @param isNew false where the same form was sent before
     * @param outside whether its address is outside of the company's service areas
     */
    public record Sent(boolean isNew, boolean outside) {}

    private final BookingPages pages;
    private final Bookings bookings;
    private final Pictures pictures;
    private final ServiceAreas areas;
    private final Tenants tenants;
    private final Clock clock;

    SubmitBookingPage(
            BookingPages pages,
            Bookings bookings,
            Pictures pictures,
            ServiceAreas areas,
            Tenants tenants,
            Clock clock) {
        this.pages = pages;
        this.bookings = bookings;
        this.pictures = pictures;
        this.areas = areas;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** By whom the pictures of a form were uploaded. */
    public static String uploader(FormToken token) {
        return "form:" + token.code();
    }

    /**
     * Makes the booking, with the pictures that were uploaded for this form, unless the same form was sent before. Invalid
     * names everything that is wrong.
     *
     * @param errors what is known to be wrong already
     * @param source where the form was shown
     */
    public Sent send(BookingPages.Open open, FormToken token, Answers answers, FieldErrors errors, String source) {
        return open.form().caller().call(() -> {
            BookingPage page = open.page();
            String externalId = uploader(token);
            NewBooking booking = booking(open, answers, pictures(open, token), errors, externalId, source);
            boolean outside = !page.refuseOutside() // then none outside came as far as here
                    && areas.excludes(open.tenant(), booking.details().address());
            try {
                bookings.create(open.tenant(), page.bookingProviderId(), booking);
                return new Sent(true, outside);
            } catch (Refusal e) {
                if (bookings.idOf(open.tenant(), page.bookingProviderId(), externalId)
                        .isPresent()) {
                    return new Sent(
                            false, outside); // the same form at the same moment; its pictures went with the first
                }
                throw e;
            }
        });
    }

    private List<String> pictures(BookingPages.Open open, FormToken token) {
        List<UUID> uploaded =
                open.page().fields().pictures().shown() ? pictures.waiting(open.tenant(), uploader(token)) : List.of();
        return uploaded.stream()
                .limit(BookingPictures.MAX)
                .map(id -> PictureUrl.path(open.tenant(), open.page().bookingProviderId(), id))
                .toList();
    }

    private NewBooking booking(
            BookingPages.Open open,
            Answers answers,
            List<String> images,
            FieldErrors errors,
            String externalId,
            String source) {
        BookingPage page = open.page();
        Tenant company = tenants.get(open.tenant());
        Instant now = clock.instant();
        PersonAnswers person = new PersonAnswers(answers, company.region(), errors);
        String name = person.name();
        errors.addIf(!answers.has("summary"), "summary", "Please tell us what is wrong, or what you need.");
        List<ContactDraft> contacts = person.contacts(page.fields().email());
        Address address = person.address(page.fields().address());
        Long jobType = jobType(open, answers, errors);
        VisitTime visit = wish(page, answers, LocalDate.ofInstant(now, company.timeZone()), errors);
        errors.addIf(
                page.fields().pictures() == FieldUse.required && images.isEmpty() && !errors.has("pictures"),
                "pictures",
                "Please add a picture of what is wrong.");
        errors.addIf(
                page.fields().firstTime() == FieldUse.required && !answers.has("firstTime"),
                "firstTime",
                "Please choose one.");
        errors.addIf(
                page.refuseOutside() && areas.excludes(open.tenant(), address),
                "zip",
                "Sorry, this address is outside of the area where we work.");
        errors.throwIfAny();
        BookingDetails details = new BookingDetails(
                externalId,
                source,
                name,
                address,
                null,
                visit == null ? null : visit.start(company.timeZone(), now),
                visit == null ? answers.get("summary") : answers.get("summary") + "\n\nWished for: " + visit,
                page.targets().campaignId(),
                page.targets().businessUnitId(),
                jobType,
                null,
                firstTimer(page, answers),
                images.isEmpty() ? null : images,
                page.confirmation() && contacts.stream().anyMatch(contact -> contact.kind() == ContactType.Email));
        return new NewBooking(details, contacts);
    }

    /** Null where nobody asked, or nobody answered. */
    private static @Nullable Boolean firstTimer(BookingPage page, Answers answers) {
        return !page.fields().firstTime().shown()
                ? null
                : switch (answers.get("firstTime")) {
                    case "yes" -> true;
                    case "no" -> false;
                    default -> null;
                };
    }

    private @Nullable Long jobType(BookingPages.Open open, Answers answers, FieldErrors errors) {
        String chosen = answers.get("jobType");
        if (chosen.isEmpty()) {
            return null;
        }
        Optional<Long> offered = pages.offered(open.tenant(), open.page()).stream()
                .map(JobType::id)
                .filter(id -> id.toString().equals(chosen))
                .findFirst();
        errors.addIf(offered.isEmpty(), "jobType", "Please choose one from the list.");
        return offered.orElse(null);
    }

    private static @Nullable VisitTime wish(BookingPage page, Answers answers, LocalDate today, FieldErrors errors) {
        FieldUse use = page.fields().time();
        if (!use.shown() || !answers.has("day")) {
            errors.addIf(use == FieldUse.required, "day", "Please choose a day.");
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(answers.get("day"));
            errors.addIf(day.isBefore(today), "day", "This day has passed. Please choose another.");
            errors.addIf(day.isAfter(today.plusYears(1)), "day", "Please choose a day within a year.");
            VisitTime.Part part =
                    answers.has("part") ? VisitTime.Part.valueOf(answers.get("part")) : VisitTime.Part.any;
            return new VisitTime(day, part);
        } catch (DateTimeParseException e) {
            errors.add("day", "Please write the day like " + today.plusDays(1) + ".");
        } catch (IllegalArgumentException e) {
            errors.add("part", "Please choose one from the list.");
        }
        return null;
    }
}
