package org.callboard.jobs;

import java.time.Instant;
import org.callboard.addresses.Address;
import org.jspecify.annotations.Nullable;

/**
 * A job that is not done, as somebody asks about it who waits for it.
 *
 * @param startOn of the visit that is meant: the one under way, else the next from today on, else one that is overdue or on
 *     hold; null where none is to come, and with it the three that follow
 * @param technicians names, with commas between them; null for nobody
 */
public record OpenJob(
        long id,
        String number,
        JobStatus status,
        String jobType,
        String customerName,
        Address address,
        @Nullable Instant startOn,
        @Nullable Instant windowStart,
        @Nullable Instant windowEnd,
        @Nullable AppointmentStatus visitStatus,
        @Nullable String technicians) {

    /** Whether somebody is there, or on the way. */
    public boolean underWay() {
        return visitStatus == AppointmentStatus.Dispatched || visitStatus == AppointmentStatus.Working;
    }

    /** Whether its visit waits for something, so that its time says nothing. */
    public boolean onHold() {
        return visitStatus == AppointmentStatus.Hold;
    }

    /** Whether somebody should have come by now. */
    public boolean overdue(Instant now) {
        Instant last = windowEnd == null ? startOn : windowEnd;
        return visitStatus == AppointmentStatus.Scheduled && last != null && last.isBefore(now);
    }

    /** How far it is, as people read it. */
    public String state() {
        return visitStatus == null ? status.words() : visitStatus.words();
    }
}
