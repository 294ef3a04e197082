package org.callboard.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.callboard.addresses.Address;
import org.callboard.bookings.BookingDetails;
import org.callboard.bookings.Bookings;
import org.callboard.bookings.Claims;
import org.callboard.bookings.DismissBooking;
import org.callboard.bookings.NewBooking;
import org.callboard.customers.CustomerType;
import org.callboard.database.Caller;
import org.callboard.desk.BookJob;
import org.callboard.jobs.Priority;
import org.callboard.leads.ConvertToLead;
import org.callboard.settings.CallReason;
import org.jspecify.annotations.Nullable;

/** The inquiries: those of the past week, which CSRs booked or dismissed, and those that wait. */
class DemoInquiries {

    private static final int OF_TODAY = 5;

    private final Bookings bookings;
    private final Claims claims;
    private final DismissBooking dismissals;
    private final ConvertToLead convertToLead;
    private final BookJob bookJob;
    private final DemoJobs jobs;
    private final DemoBookingPage bookingPage;

    DemoInquiries(
            Bookings bookings,
            Claims claims,
            DismissBooking dismissals,
            ConvertToLead convertToLead,
            BookJob bookJob,
            DemoJobs jobs,
            DemoBookingPage bookingPage) {
        this.bookings = bookings;
        this.claims = claims;
        this.dismissals = dismissals;
        this.convertToLead = convertToLead;
        this.bookJob = bookJob;
        this.jobs = jobs;
        this.bookingPage = bookingPage;
    }

    /** Plans the inquiries that have been answered: most of them on the days before, the last few within hours. */
    void planAnswered(
            Lookup lookup,
            Map<String, List<DemoCustomers.Place>> places,
            Timeline timeline,
            Instant now,
            Random random) {
        List<DemoText.Row> rows = DemoText.of("past-bookings");
        int before = rows.size() - OF_TODAY;
        ZonedDateTime today = now.atZone(lookup.zone());
        for (int i = 0; i < rows.size(); i++) {
            DemoText.Row row = rows.get(i);
            Instant when = i < before
                    ? today.toLocalDate()
                            .minusDays(7 - 7L * i / before)
                            .atTime(LocalTime.of(7, 30).plusMinutes(random.nextInt(11 * 60)))
                            .atZone(lookup.zone())
                            .toInstant()
                    : now.minus(Duration.ofMinutes(75L * (rows.size() - i) + 375));
            Caller csr = lookup.csrs().get(random.nextInt(lookup.csrs().size()));
            Instant answered = when.plus(Duration.ofSeconds(random.nextInt(40, 700)));
            Instant closed = answered.plus(Duration.ofSeconds(random.nextInt(70, 280)));
            LocalDateTime visit = Lookup.workday(
                            answered.atZone(lookup.zone()).toLocalDate().plusDays(1 + random.nextInt(3)))
                    .atTime(8 + 2 * random.nextInt(5), 0);
            String externalId = "past-" + (i + 1);
            timeline.at(when, () -> {
                long id = post(lookup, row.text(0), answered(lookup, row, externalId));
                timeline.at(answered, () -> csr.run(() -> claims.claim(lookup.tenant(), id)));
                timeline.at(closed, () -> csr.run(() -> close(lookup, row, id, visit, places, timeline, closed)));
            });
        }
    }

    private static NewBooking answered(Lookup lookup, DemoText.Row row, String externalId) {
        BookingDetails details = new BookingDetails(
                externalId,
                row.text(0),
                row.text(1),
                row.address(4),
                CustomerType.Residential,
                null,
                row.text(11),
                null,
                lookup.unitOf(row.text(8)),
                lookup.jobType(row.text(8)),
                null,
                null,
                null,
                false);
        return new NewBooking(details, DemoCustomers.contacts(row.text(2), "", row.text(3)));
    }

    private void close(
            Lookup lookup,
            DemoText.Row row,
            long booking,
            LocalDateTime visit,
            Map<String, List<DemoCustomers.Place>> places,
            Timeline timeline,
            Instant closed) {
        String outcome = row.text(9);
        if (!outcome.equals("booked")) {
            closeUnbooked(lookup, row, booking, visit);
            return;
        }
        List<DemoCustomers.Place> known = places.get(row.text(1));
        Address address = Objects.requireNonNull(row.address(4));
        long job = bookJob.book(
                lookup.tenant(),
                booking,
                lookup.visit(
                        known == null ? null : known.getFirst().locationId(),
                        row.text(1),
                        address,
                        row.text(8),
                        known == null ? "Company website" : "Returning customer",
                        visit,
                        90,
                        row.text(11)));
        jobs.goOn(lookup, job, closed, timeline);
    }

    /** A reason that counts as a lead makes one: somebody calls again. */
    private void closeUnbooked(Lookup lookup, DemoText.Row row, long booking, LocalDateTime again) {
        CallReason reason = Objects.requireNonNull(lookup.reasons().get(row.text(9)));
        if (!reason.details().isLead()) {
            dismissals.byUser(lookup.tenant(), booking, reason.id(), row.textOrNull(10));
            return;
        }
        convertToLead.of(
                lookup.tenant(),
                booking,
                new ConvertToLead.Answer(
                        reason.id(),
                        again.atZone(lookup.zone()).toInstant(),
                        lookup.campaign("Company website"),
                        row.textOrNull(10)));
    }

    /** Puts the inquiries of a batch into the queue, each as old as it says. */
    void createWaiting(Lookup lookup, String batch, Instant now) {
        Timeline timeline = new Timeline();
        for (DemoText.Row row : DemoText.of("waiting-bookings")) {
            if (row.text(0).equals(batch)) {
                Instant when = now.minus(Duration.ofMinutes(row.number(1)));
                String externalId = batch + "-" + when.getEpochSecond();
                timeline.at(when, () -> post(lookup, row.text(2), waiting(lookup, row, externalId, now)));
            }
        }
        timeline.play(now);
    }

    private long post(Lookup lookup, String providerName, NewBooking booking) {
        Lookup.Provider provider = lookup.providers().get(providerName);
        if (provider == null) {
            return 0; // somebody has removed it: its inquiries are missing too
        }
        return provider.caller()
                .call(() ->
                        bookings.create(lookup.tenant(), provider.id(), booking).id());
    }

    private static NewBooking waiting(Lookup lookup, DemoText.Row row, String externalId, Instant now) {
        String priority = row.textOrNull(15);
        BookingDetails details = new BookingDetails(
                externalId,
                row.text(2),
                row.text(3),
                row.address(6),
                CustomerType.valueOf(row.text(10)),
                wanted(row.text(11), now, lookup.zone()),
                row.text(16),
                lookup.campaign(row.text(14)),
                lookup.unit(row.text(12)),
                lookup.jobType(row.text(13)),
                priority == null ? null : Priority.valueOf(priority),
                row.text(14).equals("Returning customer") ? Boolean.FALSE : null,
                null,
                false);
        return new NewBooking(details, DemoCustomers.contacts(row.text(4), "", row.text(5)));
    }

    /** A wish for today stays ahead of us and on this day, however late it is. */
    private static @Nullable Instant wanted(String text, Instant now, ZoneId zone) {
        if (text.isEmpty()) {
            return null;
        }
        String[] parts = text.split(" ", -1);
        ZonedDateTime local = now.atZone(zone);
        int days = switch (parts[0]) {
            case "today" -> 0;
            case "tomorrow" -> 1;
            default -> Integer.parseInt(parts[0]);
        };
        ZonedDateTime wish = local.toLocalDate()
                .plusDays(days)
                .atTime(Integer.parseInt(parts[1]), 0)
                .atZone(zone);
        return (wish.isAfter(local) ? wish : local.with(LocalTime.of(23, 45))).toInstant();
    }

    /** Opens the company's booking page; the first time a customer uses it at once. */
    void openBookingPage(Lookup lookup) {
        bookingPage.ensure(lookup);
    }

    /** Lets two colleagues take one inquiry each, unless somebody has one already, and tells who has which. */
    Map<Long, Caller> claimForColleagues(Lookup lookup, List<DemoStore.Waiting> waiting) {
        if (lookup.csrs().size() < 3 || waiting.size() < 6 || waiting.stream().anyMatch(DemoStore.Waiting::claimed)) {
            return Map.of();
        }
        Map<Long, Caller> taken = Map.of(
                waiting.get(3).id(), lookup.csrs().get(1),
                waiting.get(5).id(), lookup.csrs().get(2));
        taken.forEach((booking, csr) -> csr.run(() -> claims.claim(lookup.tenant(), booking)));
        return taken;
    }
}
