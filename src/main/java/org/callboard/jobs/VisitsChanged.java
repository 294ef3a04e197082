package org.callboard.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an act has made of visits of a job, published within the act's transaction.
 *
 * @param jobActive false where the booking of the job was undone
 * @param notificationsEnabled whether the customer of the job wants to be told
 */
public record VisitsChanged(
        long tenant, long jobId, boolean jobActive, boolean notificationsEnabled, List<Visit> visits) {

    /** @param before null where the visit is new */
    public record Visit(long id, @Nullable State before, State after) {

        /** Stands for the id of a visit that is still to be made. */
        public static final long NEW = 0;

        /** One that is made as the draft says. */
        public static Visit made(long id, AppointmentDraft draft) {
            return new Visit(id, null, new State(true, AppointmentStatus.Scheduled, draft.time()));
        }

        /** @param before null where the visit is new */
        public static Visit of(@Nullable Appointment before, Appointment after) {
            return new Visit(after.id(), before == null ? null : State.of(before), State.of(after));
        }
    }

    /** @param active false where it was removed */
    public record State(boolean active, AppointmentStatus status, VisitTime time) {

        public static State of(Appointment one) {
            return new State(one.active(), one.status(), one.time());
        }
    }
}
