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
    public record Visit(long id, @Nullable State before, State after) {}

    /** @param active false where it was removed */
    public record State(boolean active, AppointmentStatus status, VisitTime time) {

        public static State of(Appointment one) {
            return new State(one.active(), one.status(), one.time());
        }

        /** As it was made. */
        public static State of(AppointmentDraft draft) {
            return new State(true, AppointmentStatus.Scheduled, draft.time());
        }
    }
}
