package org.callboard.desk;

import java.util.List;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.Calls;
import org.callboard.calls.CloseCall;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.jobs.Job;
import org.callboard.jobs.Jobs;
import org.callboard.mergedids.MergedIds;
import org.callboard.queue.InquiryKey;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns a telephone call into a booked job, and takes that back. Both act as the current caller, a user. */
@Service
public class BookCall {

    private final BookJob bookJob;
    private final Calls calls;
    private final CloseCall close;
    private final JobOfCall jobs;
    private final Jobs allJobs;
    private final UndoBooking undo;

    BookCall(BookJob bookJob, Calls calls, CloseCall close, JobOfCall jobs, Jobs allJobs, UndoBooking undo) {
        this.bookJob = bookJob;
        this.calls = calls;
        this.close = close;
        this.jobs = jobs;
        this.allJobs = allJobs;
        this.undo = undo;
    }

    /**
     * Books and gives the job's id; the call is Booked, and about the customer and location of the job. The lead that is named is won. CALL_HELD and CALL_CLOSED where the
     * caller does not have the call (any more), Conflict where the named lead is closed; Invalid names every wrong field of
     * the form, and {@code phone} and {@code email} for contacts; then nothing was written.
     *
     * @param contacts how the person is reached, which the customer gets where it is new to them
     */
    @Transactional
    public long book(
            long tenant, long callId, BookJobRequest form, List<ContactDraft> contacts, @Nullable Long leadId) {
        BookJobRequest live = bookJob.hold(tenant, form);
        Call call = close.requireMine(calls.lock(tenant, callId));
        long job =
                bookJob.place(tenant, live, contacts, InquiryKey.call(callId), leadId, BookNewJob.problems(contacts));
        close.booked(tenant, call, place(tenant, job));
        return job;
    }

    private MergedIds.Place place(long tenant, long job) {
        Job booked = allJobs.get(tenant, job);
        return new MergedIds.Place(booked.customerId(), booked.locationId());
    }

    /**
     * Books one more job of a call of which a job or a lead came, and gives its id. Refuses as {@link #book}, and with
     * CALL_CLOSED where nothing came of the call.
     */
    @Transactional
    public long another(long tenant, long callId, BookJobRequest form, List<ContactDraft> contacts) {
        BookJobRequest live = bookJob.hold(tenant, form);
        Call call = close.requireAnswered(calls.lock(tenant, callId));
        long job = bookJob.place(tenant, live, contacts, InquiryKey.call(callId), null, BookNewJob.problems(contacts));
        close.bookedToo(tenant, call, place(tenant, job));
        return job;
    }

    /** Takes the latest job of a call back, as {@link UndoBooking} does; Conflict where none came of it. */
    @Transactional
    public void undo(long tenant, long callId) {
        Call call = calls.get(tenant, callId);
        Long job = call.desk() == CallDesk.Booked ? jobs.of(tenant, callId).orElse(null) : null;
        if (job == null) {
            throw RefusalCode.CONFLICT.refuse("No job came of this call that could be undone.");
        }
        undo.undo(tenant, job);
    }
}
