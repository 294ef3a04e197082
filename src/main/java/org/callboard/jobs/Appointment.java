package org.callboard.jobs;

import java.time.Instant;
import java.util.List;
import org.callboard.changes.Diff;
import org.callboard.database.RecordShape;
import org.callboard.http.EntityTag;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a job.
 *
 * @param appointmentNumber the job's number and which of its visits it is, as in {@code 1203-1}
 * @param active false where it was removed
 * @param canceledFrom what it was before its job was canceled
 * @param holdReasonId why it is on hold, or was before its job was canceled
 * @param technicianIds who comes, in the order in which they were assigned
 */
public record Appointment(
        long id,
        long jobId,
        String appointmentNumber,
        int number,
        long customerId,
        AppointmentStatus status,
        boolean active,
        int version,
        @Nullable AppointmentStatus canceledFrom,
        VisitTime time,
        @Nullable String specialInstructions,
        boolean isConfirmed,
        @Nullable Long holdReasonId,
        @Nullable String holdMemo,
        List<Long> technicianIds,
        Instant createdOn,
        long createdById,
        Instant modifiedOn) {

    /** The tag of its state. */
    public EntityTag tag() {
        return EntityTag.of(version);
    }

    /** The same in another status. */
    public Appointment in(AppointmentStatus next) {
        return RecordShape.with(this, "status", next);
    }

    /** Not on hold, whatever it was. */
    public Appointment withoutHold() {
        return RecordShape.with(RecordShape.with(this, "holdReasonId", null), "holdMemo", null);
    }

    /** Scheduled for another time. What the customer confirmed was the one before. */
    public Appointment at(VisitTime next) {
        return RecordShape.with(
                RecordShape.with(in(AppointmentStatus.Scheduled).withoutHold(), "time", next), "isConfirmed", false);
    }

    /** What is said of it in the log, by the names on the wire. */
    Diff since(Appointment before) {
        return Diff.none()
                .field("status", before.status, status)
                .field("start", before.time.startOn(), time.startOn())
                .field("end", before.time.endOn(), time.endOn())
                .field("arrivalWindowStart", before.time.arrivalWindowStart(), time.arrivalWindowStart())
                .field("arrivalWindowEnd", before.time.arrivalWindowEnd(), time.arrivalWindowEnd())
                .field("specialInstructions", before.specialInstructions, specialInstructions)
                .field("isConfirmed", before.isConfirmed, isConfirmed)
                .field("holdReasonId", before.holdReasonId, holdReasonId)
                .field("holdMemo", before.holdMemo, holdMemo)
                .field("active", before.active, active);
    }
}
