package org.callboard.web.booking;

import java.util.List;
import java.util.stream.Collectors;
import org.callboard.settings.JobType;
import org.callboard.settings.JobTypes;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The names of what is chosen in a booking form. */
@Component
class BookingNames {

    private final JobTypes jobTypes;
    private final Technicians technicians;

    BookingNames(JobTypes jobTypes, Technicians technicians) {
        this.jobTypes = jobTypes;
        this.technicians = technicians;
    }

    /** Empty where none is chosen. */
    String jobType(long tenant, @Nullable Long id) {
        return id == null ? "" : jobTypes.find(tenant, id).map(JobType::name).orElse("");
    }

    /** Several are parted by commas; empty where nobody is chosen. */
    String technicians(long tenant, List<Long> ids) {
        return ids.isEmpty()
                ? ""
                : technicians.all(tenant).stream()
                        .filter(one -> ids.contains(one.id()))
                        .map(Technician::name)
                        .collect(Collectors.joining(", "));
    }
}
