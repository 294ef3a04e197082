package org.callboard.web.calls;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.callboard.access.Tenant;
import org.callboard.addresses.ContactDraft;
import org.callboard.bookings.Booking;
import org.callboard.leads.Lead;
import org.callboard.leads.Leads;
import org.callboard.search.LikelyMatch;
import org.callboard.settings.CallReason;
import org.callboard.web.QuickDates;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the Calls screen shows about leads: the one that an inquiry became, those of the person, and the dialog for one. */
@Component
class LeadOffer {

    private final Leads leads;
    private final Clock clock;

    LeadOffer(Leads leads, Clock clock) {
        this.leads = leads;
        this.clock = clock;
    }

    /** The lead that the inquiry became last, if any. */
    void fillState(Model model, Booking booking, long tenant) {
        leads.ofBooking(tenant, booking.id()).stream().findFirst().ifPresent(lead -> model.addAttribute("lead", lead));
    }

    /** The dialog, with the reasons that count as a lead first, and the person's open leads, which a job would answer. */
    void fill(
            Model model,
            Tenant company,
            List<LikelyMatch> matches,
            List<ContactDraft> contacts,
            List<CallReason> reasons) {
        List<Long> customers = matches.stream().map(LikelyMatch::customerId).toList();
        List<String> phones = contacts.stream()
                .map(ContactDraft::normalized)
                .filter(Objects::nonNull)
                .toList();
        List<Lead> open = leads.openOf(company.id(), customers, phones);
        model.addAttribute("openLeads", open);
        model.addAttribute(
                "leadReasons",
                reasons.stream()
                        .sorted(Comparator.comparing(reason -> !reason.details().isLead()))
                        .toList());
        model.addAttribute("dates", new QuickDates(company.timeZone(), clock.instant()));
    }
}
