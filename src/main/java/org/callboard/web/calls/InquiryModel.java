package org.callboard.web.calls;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.callboard.bookings.Booking;
import org.callboard.bookings.BookingContact;
import org.callboard.bookings.BookingStatus;
import org.callboard.bookings.Bookings;
import org.callboard.calls.ClosedBookings;
import org.callboard.calls.JobChoices;
import org.callboard.customers.CustomerType;
import org.callboard.jobs.Priority;
import org.callboard.platform.Changes;
import org.callboard.search.LikelyMatch;
import org.callboard.search.LikelyMatches;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.tenants.BookingProviderTags;
import org.callboard.tenants.Role;
import org.callboard.tenants.SignedInUser;
import org.callboard.tenants.Tenant;
import org.callboard.tenants.Tenants;
import org.callboard.web.Phones;
import org.callboard.web.When;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the templates of the Calls screen show. */
@Component
class InquiryModel {

    private final Bookings bookings;
    private final LikelyMatches likelyMatches;
    private final JobChoices choices;
    private final CallReasons reasons;
    private final ClosedBookings closed;
    private final BookingProviderTags providers;
    private final Tenants tenants;
    private final Changes changes;
    private final Clock clock;

    InquiryModel(
            Bookings bookings,
            LikelyMatches likelyMatches,
            JobChoices choices,
            CallReasons reasons,
            ClosedBookings closed,
            BookingProviderTags providers,
            Tenants tenants,
            Changes changes,
            Clock clock) {
        this.bookings = bookings;
        this.likelyMatches = likelyMatches;
        this.choices = choices;
        this.reasons = reasons;
        this.closed = closed;
        this.providers = providers;
        this.tenants = tenants;
        this.changes = changes;
        this.clock = clock;
    }

    /** The whole inquiry. What the model holds already, such as a form that came back, stays. */
    void fill(Model model, SignedInUser user, long id) {
        long tenant = user.tenantId();
        Booking booking = fillState(model, user, id);
        Tenant company = fillScreen(model, user);
        List<BookingContact> contacts = bookings.contacts(tenant, id);
        model.addAttribute("contacts", contacts);
        model.addAttribute("phones", new Phones(company.region()));
        model.addAttribute("customerTypes", CustomerType.values());
        model.addAttribute("priorities", Priority.values());
        model.addAttribute(
                "provider", providers.get(tenant, booking.providerId()).tagName());
        if (!booking.status().open()) {
            return;
        }
        List<LikelyMatch> matches = likelyMatches.of(
                tenant,
                LikelyMatches.Probe.of(
                        booking.name(),
                        booking.address(),
                        contacts.stream().map(BookingContact::draft).toList()));
        JobChoices.Offered offered = choices.offered(tenant);
        JobChoices.Prefilled prefilled = choices.prefilled(offered, booking);
        model.addAttribute("matches", matches);
        model.addAttribute("offered", offered);
        model.addAttribute("why", prefilled.why());
        if (!model.containsAttribute("form")) {
            model.addAttribute(
                    "form", BookForm.prefilled(booking, prefilled, matches, company.timeZone(), clock.instant()));
        }
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
        model.addAttribute(
                "callReasons",
                reasons.all(tenant).stream().filter(CallReason::active).toList());
    }

    /** What stands above the form. */
    Booking fillState(Model model, SignedInUser user, long id) {
        Booking booking = bookings.get(user.tenantId(), id);
        fillScreen(model, user);
        model.addAttribute("booking", booking);
        model.addAttribute("mine", booking.claimedBy(user.id()));
        if (booking.status() == BookingStatus.Dismissed && booking.dismissingReasonId() != null) {
            reasons.find(user.tenantId(), booking.dismissingReasonId())
                    .ifPresent(reason -> model.addAttribute("dismissingReason", reason.name()));
        }
        return booking;
    }

    /** What every part of the screen needs; the company is read once for all of them. */
    Tenant fillScreen(Model model, SignedInUser user) {
        if (model.getAttribute("company") instanceof Tenant known) {
            return known;
        }
        Tenant company = tenants.get(user.tenantId());
        model.addAttribute("company", company);
        model.addAttribute("user", user);
        model.addAttribute("mayAct", user.role().includes(Role.CSR));
        model.addAttribute("when", new When(company.timeZone(), clock.instant()));
        return company;
    }

    void fillHistory(Model model, SignedInUser user, long id) {
        fillState(model, user, id);
        model.addAttribute("history", changes.of(user.tenantId(), "booking", id));
    }

    void fillClosed(Model model, SignedInUser user) {
        fillScreen(model, user);
        model.addAttribute("closed", closed.latest(user.tenantId()));
    }
}
