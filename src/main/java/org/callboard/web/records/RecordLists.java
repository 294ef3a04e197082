package org.callboard.web.records;

import java.util.List;
import org.callboard.bookings.BookingListStore;
import org.callboard.calls.CallListStore;
import org.callboard.contacts.RelatedPeopleStore;
import org.callboard.jobs.JobListStore;
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

    private final JobListStore jobs;
    private final BookingListStore bookings;
    private final CallListStore calls;
    private final Leads leads;
    private final RelatedPeopleStore people;

    RecordLists(
            JobListStore jobs, BookingListStore bookings, CallListStore calls, Leads leads, RelatedPeopleStore people) {
        this.jobs = jobs;
        this.bookings = bookings;
        this.calls = calls;
        this.leads = leads;
        this.people = people;
    }

    Rows<JobListStore.Line> jobs(OpenRecord record, int page) {
        Paging paging = RecordView.paging(page, SHORT);
        return new Rows<>(
                record,
                record.isCustomer()
                        ? jobs.ofCustomer(tenant(), record.id(), paging)
                        : jobs.ofLocation(tenant(), record.id(), paging));
    }

    Rows<BookingListStore.Line> bookings(OpenRecord record, int page) {
        Paging paging = RecordView.paging(page, SHORT);
        return new Rows<>(
                record,
                record.isCustomer()
                        ? bookings.ofCustomer(tenant(), record.id(), paging)
                        : bookings.ofLocation(tenant(), record.id(), paging));
    }

    Rows<CallListStore.Line> calls(OpenRecord record, int page) {
        return new Rows<>(record, calls.of(record.kind(), tenant(), record.id(), RecordView.paging(page, SHORT)));
    }

    List<Lead> leads(OpenRecord record) {
        return record.isCustomer() ? leads.ofCustomer(tenant(), record.id()) : leads.ofLocation(tenant(), record.id());
    }

    List<RelatedPeopleStore.Person> people(OpenRecord record) {
        return record.isCustomer()
                ? people.ofCustomer(tenant(), record.id())
                : people.ofLocation(tenant(), record.id());
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
