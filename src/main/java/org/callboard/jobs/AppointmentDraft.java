package org.callboard.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An appointment that is to be made. The technicians have been checked to exist in the tenant. */
public record AppointmentDraft(
        VisitTime time, List<Long> technicianIds, @Nullable String specialInstructions) {

    /** Nobody is assigned, and there is nothing to tell them. */
    public static AppointmentDraft of(VisitTime time) {
        return new AppointmentDraft(time, List.of(), null);
    }
}
