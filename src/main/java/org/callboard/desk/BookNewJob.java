package org.callboard.desk;

import java.util.List;
import org.callboard.addresses.Limits.ContactValue;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Books a job of which nobody asked in writing: somebody calls, or the work on record calls for it. */
@Service
public class BookNewJob {

    private final BookJob bookJob;

    BookNewJob(BookJob bookJob) {
        this.bookJob = bookJob;
    }

    /**
     * Books and gives the job's id. Invalid names every wrong field of the form, and {@code phone} and {@code email}
     * for contacts; then nothing was written.
     *
     * @param contacts how the person is reached, which the customer gets where it is new to them
     */
    @Transactional
    public long book(long tenant, BookJobRequest form, List<ContactDraft> contacts) {
        return bookJob.place(tenant, bookJob.hold(tenant, form), contacts, null, null, problems(contacts));
    }

    /** What is wrong with how somebody is to be reached, by the fields {@code phone} and {@code email}. */
    static FieldErrors problems(List<ContactDraft> contacts) {
        FieldErrors noted = new FieldErrors();
        for (ContactDraft contact : contacts) {
            String field = contact.type() == ContactType.Email ? "email" : "phone";
            String problem = contact.problem();
            noted.maxLength(field, contact.value(), ContactValue.MAX);
            noted.addIf(problem != null, field, String.valueOf(problem));
        }
        return noted;
    }
}
