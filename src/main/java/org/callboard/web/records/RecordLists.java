package org.callboard.web.records;

import java.util.List;
import org.callboard.bookings.BookingList;
import org.callboard.contacts.RelatedPeople;
import org.callboard.jobs.JobList;
import org.callboard.leads.Lead;
import org.callboard.leads.Leads;
import org.callboard.paging.Paging;
import org.callboard.people.CurrentUser;
import org.callboard.web.records.RecordView.Rows;
import org.springframework.stereotype.Component;

/** The work and the people that belong to a record; the lists that may be long come page by page. */
@Component
class RecordLists {

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

    Rows<JobList.Line> jobs(OpenRecord record, int page) {
        Paging paging = RecordView.paging(page, SHORT);
        return new Rows<>(
                record,
                record.isCustomer()
                        ? jobs.ofCustomer(tenant(), record.id(), paging)
                        : jobs.ofLocation(tenant(), record.id(), paging));
    }

    Rows<BookingList.Line> bookings(OpenRecord record, int page) {
        Paging paging = RecordView.paging(page, SHORT);
        return new Rows<>(
                record,
                record.isCustomer()
                        ? bookings.ofCustomer(tenant(), record.id(), paging)
                        : bookings.ofLocation(tenant(), record.id(), paging));
    }

    List<Lead> leads(OpenRecord record) {
        return record.isCustomer() ? leads.ofCustomer(tenant(), record.id()) : leads.ofLocation(tenant(), record.id());
    }

    List<RelatedPeople.Person> people(OpenRecord record) {
        return record.isCustomer()
                ? people.ofCustomer(tenant(), record.id())
                : people.ofLocation(tenant(), record.id());
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
