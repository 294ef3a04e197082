package org.callboard.dispatch;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.Appointments;
import org.callboard.refusals.RefusalCode;
import org.springframework.stereotype.Component;

/** Whether an appointment that took nobody's time can have the one back that it had. */
@Component
class FreeTime {

    private final Appointments appointments;
    private final Clock clock;

    FreeTime(Appointments appointments, Clock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    /** Whether its time lies ahead, and each of its technicians is free then. */
    private boolean isFree(long tenant, Appointment one) {
        return one.time().isAhead(clock.instant())
                && appointments
                        .overlaps(tenant, one.technicianIds(), one.time(), List.of(one.id()))
                        .isEmpty();
    }

    /** TIME_NOT_FREE that names those which can't have their time back, and those for which that is known. */
    void require(long tenant, Collection<Appointment> all, Collection<Appointment> over) {
        List<Appointment> taken = Stream.concat(over.stream(), all.stream().filter(one -> !isFree(tenant, one)))
                .toList();
        if (!taken.isEmpty()) {
            throw RefusalCode.TIME_NOT_FREE
                    .refuse("The time of appointment "
                            + taken.stream().map(Appointment::appointmentNumber).collect(Collectors.joining(" and "))
                            + " is over, or a technician is busy then. Choose another time.")
                    .with("appointmentIds", taken.stream().map(Appointment::id).toList());
        }
    }
}
