package org.callboard.web.calls;

import java.time.Instant;
import java.util.List;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.Customer;
import org.callboard.customers.Location;
import org.callboard.desk.OpenInquiry;
import org.callboard.jobs.OpenJob;
import org.jspecify.annotations.Nullable;

/**
 * What the office knows of the one who asks, as it is read while they talk.
 *
 * @param place the location that is meant; null where that is open
 * @param outside whether it is outside of the company's service areas
 * @param balance as people read it
 * @param jobs those that are open, the one most likely meant first
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
        List<OpenJob> jobs,
        @Nullable Done last,
        List<String> notes,
        List<OpenInquiry> waiting,
        @Nullable Long call) {

    /** How many jobs are shown whole. */
    private static final int SHOWN = 2;

    /** A number or an e-mail address, of the customer or of the location. */
    record Way(ContactType type, String value, @Nullable String memo) {}

    /** A job that is completed. */
    record Done(long id, String jobType, Instant completedOn) {}

    public List<OpenJob> first() {
        return jobs.subList(0, Math.min(SHOWN, jobs.size()));
    }

    public List<OpenJob> others() {
        return jobs.subList(Math.min(SHOWN, jobs.size()), jobs.size());
    }
}
