package org.callboard.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.callboard.database.Caller;
import org.callboard.queue.InquiryKey;

/** What goes on in the company: two years of customers, a week of work, and the inquiries of these hours. */
class DemoWeek {

    private static final Duration STALE = Duration.ofDays(1);

    /** Always the same week, whenever it is made. */
    private static final long SEED = 20_260_315;

    private final DemoCustomers customers;
    private final DemoDetails details;
    private final DemoJobs jobs;
    private final DemoInquiries inquiries;
    private final DemoLeads leads;
    private final DemoCalls calls;
    private final DemoTelephone telephone;
    private final Colleagues colleagues;
    private final DemoNotices notices;
    private final DemoStore store;

    DemoWeek(
            DemoCustomers customers,
            DemoDetails details,
            DemoJobs jobs,
            DemoInquiries inquiries,
            DemoLeads leads,
            DemoCalls calls,
            DemoTelephone telephone,
            Colleagues colleagues,
            DemoNotices notices,
            DemoStore store) {
        this.customers = customers;
        this.details = details;
        this.jobs = jobs;
        this.inquiries = inquiries;
        this.leads = leads;
        this.calls = calls;
        this.telephone = telephone;
        this.colleagues = colleagues;
        this.notices = notices;
        this.store = store;
    }

    void create(Lookup lookup, Instant now) {
        Random random = new Random(SEED);
        Map<String, List<DemoCustomers.Place>> places = customers.create(lookup, now, random);
        Timeline timeline = new Timeline();
        details.plan(lookup, places, timeline, now);
        List<DemoCustomers.Place> everywhere = places.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(DemoCustomers.Place::locationId))
                .toList();
        inquiries.planAnswered(lookup, places, timeline, now, random);
        jobs.plan(lookup, everywhere, timeline, now, random);
        leads.plan(lookup, timeline, now);
        calls.plan(lookup, places, timeline, now);
        timeline.play(now);
        inquiries.createWaiting(lookup, "first", now);
        notices.switchOn(lookup.tenant());
    }

    /** Adds inquiries where none waits, or none that arrived within a day. */
    void refreshQueue(Lookup lookup, Instant now) {
        List<DemoStore.Waiting> waiting = store.waiting(lookup.tenant());
        if (waiting.isEmpty() || waiting.getFirst().createdOn().isBefore(now.minus(STALE))) {
            inquiries.createWaiting(lookup, "later", now);
            calls.createPresent(lookup, now);
        }
    }

    /** Sets the telephones up where that was never done. */
    void setUpTelephones(Lookup lookup) {
        telephone.ensure(lookup);
    }

    /** Opens the company's booking page to its public. */
    void openBookingPage(Lookup lookup) {
        inquiries.openBookingPage(lookup);
    }

    /** Has other people busy with inquiries and calls for as long as the demonstration runs. */
    void letColleaguesAnswer(Lookup lookup) {
        Map<InquiryKey, Caller> taken = new HashMap<>();
        inquiries
                .claimForColleagues(lookup, store.waiting(lookup.tenant()))
                .forEach((booking, csr) -> taken.put(InquiryKey.booking(booking), csr));
        for (DemoStore.Held held : store.heldCalls(lookup.tenant())) {
            lookup.csrs().stream()
                    .skip(1)
                    .filter(csr -> csr.userId() == held.by())
                    .forEach(csr -> taken.put(InquiryKey.call(held.call()), csr));
        }
        colleagues.keep(lookup.tenant(), taken);
    }
}
