package org.callboard.web.records;

import org.callboard.bookings.BookingList;
import org.callboard.contacts.RelatedPeople;
import org.callboard.jobs.JobList;
import org.callboard.leads.Leads;
import org.callboard.paging.Paging;
import org.callboard.people.CurrentUser;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The work and the people that belong to a record; the lists that may be long come page by page. */
@Component
public class RecordLists {

    private static final int SHORT = 10;

    private final JobList jobs;
    private final BookingList bookings;
    private final Leads leads;
    private final RelatedPeople people;

    RecordLists(JobList jobs, BookingList bookings, Leads leads, RelatedPeople people) {
        this.jobs = jobs;
        this.bookings = bookings;
        this.leads = leads;
        this.people = people;
    }

    /** The beginning of each list. */
    public void fill(Model model, OpenRecord record) {
        fillJobs(model, record, 1);
        fillBookings(model, record, 1);
        model.addAttribute(
                "leads",
                record.isCustomer()
                        ? leads.ofCustomer(tenant(), record.id())
                        : leads.ofLocation(tenant(), record.id()));
        model.addAttribute(
                "people",
                record.isCustomer()
                        ? people.ofCustomer(tenant(), record.id())
                        : people.ofLocation(tenant(), record.id()));
    }

    void fillJobs(Model model, OpenRecord record, int page) {
        Paging paging = paging(page, SHORT);
        model.addAttribute(
                "jobs",
                record.isCustomer()
                        ? jobs.ofCustomer(tenant(), record.id(), paging)
                        : jobs.ofLocation(tenant(), record.id(), paging));
    }

    void fillBookings(Model model, OpenRecord record, int page) {
        Paging paging = paging(page, SHORT);
        model.addAttribute(
                "bookings",
                record.isCustomer()
                        ? bookings.ofCustomer(tenant(), record.id(), paging)
                        : bookings.ofLocation(tenant(), record.id(), paging));
    }

    /** The page of a list that an address asks for, which may be any number. */
    public static Paging paging(int page, int size) {
        return new Paging(Math.clamp(page, 1, 10_000), size, false);
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
