package org.callboard.web.calls;

import java.time.Clock;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.addresses.ContactDraft;
import org.callboard.bookings.Booking;
import org.callboard.bookings.BookingStatus;
import org.callboard.bookings.Bookings;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.desk.ClosedBookings;
import org.callboard.providers.BookingProviderTags;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.web.Phones;
import org.callboard.web.QuickDates;
import org.callboard.web.When;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the templates of the Calls screen show. */
@Component
class InquiryModel {

    private final Bookings bookings;
    private final BookJobModel jobForm;
    private final LeadOffer leads;
    private final CallReasons reasons;
    private final ClosedBookings closed;
    private final BookingProviderTags providers;
    private final Tenants tenants;
    private final Changes changes;
    private final Clock clock;

    InquiryModel(
            Bookings bookings,
            BookJobModel jobForm,
            LeadOffer leads,
            CallReasons reasons,
            ClosedBookings closed,
            BookingProviderTags providers,
            Tenants tenants,
            Changes changes,
            Clock clock) {
        this.bookings = bookings;
        this.jobForm = jobForm;
        this.leads = leads;
        this.reasons = reasons;
        this.closed = closed;
        this.providers = providers;
        this.tenants = tenants;
        this.changes = changes;
        this.clock = clock;
    }

    /** The whole inquiry. What the model holds already, such as a form that came back, stays. */
    void fill(Model model, SignedInUser user, long id) {
        fill(model, user, bookings.get(user.tenantId(), id));
    }

    /** The same for an inquiry that was read already. */
    void fill(Model model, SignedInUser user, Booking booking) {
        long tenant = user.tenantId();
        fillState(model, user, booking);
        Tenant company = fillScreen(model, user);
        List<ContactDraft> contacts = bookings.contacts(tenant, booking.id());
        model.addAttribute("contacts", contacts);
        model.addAttribute(
                "pictures", InquiryPicture.of(booking.details().uploadedImages(), bookings.pictures(tenant, booking)));
        model.addAttribute("phones", new Phones(company.region()));
        model.addAttribute(
                "provider", providers.get(tenant, booking.bookingProviderId()).tagName());
        if (!booking.status().open()) {
            return;
        }
        List<CallReason> active =
                reasons.all(tenant).stream().filter(CallReason::active).toList();
        model.addAttribute("callReasons", active);
        BookJobPrefill wish = BookJobPrefill.of(booking, contacts);
        leads.fill(model, company, jobForm.fill(model, company, wish), wish.contacts(), active);
    }

    /** What stands above the form. */
    void fillState(Model model, SignedInUser user, long id) {
        fillState(model, user, bookings.get(user.tenantId(), id));
    }

    private void fillState(Model model, SignedInUser user, Booking booking) {
        fillScreen(model, user);
        model.addAttribute("booking", booking);
        model.addAttribute("mine", booking.claimedBy(user.id()));
        leads.fillState(model, booking, user.tenantId());
        if (booking.status() == BookingStatus.Dismissed && booking.dismissingReasonId() != null) {
            reasons.find(user.tenantId(), booking.dismissingReasonId())
                    .ifPresent(reason -> model.addAttribute("dismissingReason", reason.name()));
        }
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

    QuickDates dates(SignedInUser user) {
        return new QuickDates(tenants.get(user.tenantId()).timeZone(), clock.instant());
    }

    void fillHistory(Model model, SignedInUser user, long id) {
        fillState(model, user, id);
        model.addAttribute("history", changes.of(user.tenantId(), EntityKind.BOOKING, id));
    }

    void fillClosed(Model model, SignedInUser user) {
        fillScreen(model, user);
        model.addAttribute("closed", closed.latest(user.tenantId()));
    }
}
