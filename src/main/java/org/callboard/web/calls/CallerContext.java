package org.callboard.web.calls;

import java.time.Instant;
import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.Customer;
import org.callboard.customers.Location;
import org.callboard.desk.OpenInquiry;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.JobStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the office knows of the one who asks, as it is read while they talk.
 *
 * @param place the location that is meant; null where that is open
 * @param outside whether it is outside of the company's service areas
 * @param balance as people read it
 * @param jobs those that are open, the next visit first
 * @param last the one that was completed last
 * @param waiting open leads and inquiries
 * @param call the telephone call in which they ask, and which may be about one of the jobs
 */
record CallerContext(
        Customer customer,
        @Nullable Location place,
        boolean outside,
        List<Way> ways,
        String balance,
        List<Visit> jobs,
        @Nullable Visit last,
        List<String> notes,
        List<OpenInquiry> waiting,
        @Nullable Long call) {

    /** How many jobs are shown whole. */
    private static final int SHOWN = 2;

    /** A number or an e-mail address, of the customer or of the location. */
    record Way(ContactType type, String value, @Nullable String memo) {}

    /**
     * A job with its next visit.
     *
     * @param startOn null where no visit is to come, and with it the four that follow
     * @param technicians names, with commas between them; null for nobody
     */
    record Visit(
            long id,
            String number,
            JobStatus status,
            String jobType,
            Address address,
            @Nullable Instant startOn,
            @Nullable Instant windowStart,
            @Nullable Instant windowEnd,
            @Nullable AppointmentStatus visitStatus,
            @Nullable String technicians,
            @Nullable Instant completedOn) {

        /** Whether somebody is there, or on the way. */
        public boolean underWay() {
            return visitStatus == AppointmentStatus.Dispatched || visitStatus == AppointmentStatus.Working;
        }

        /** How far it is, as people read it. */
        public String state() {
            return visitStatus == null ? status.words() : visitStatus.words();
        }
    }

    public List<Visit> first() {
        return jobs.subList(0, Math.min(SHOWN, jobs.size()));
    }

    public List<Visit> others() {
        return jobs.subList(Math.min(SHOWN, jobs.size()), jobs.size());
    }
}
