package org.callboard.jobapi;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.callboard.addresses.Limits.LongText;
import org.callboard.addresses.Limits.Memo;
import org.callboard.jobs.AppointmentDraft;
import org.callboard.jobs.VisitTime;
import org.jspecify.annotations.Nullable;

/** What clients send about appointments. */
final class AppointmentRequests {

    private static final int MOST_TECHNICIANS = 50;

    /** Stands for a time that was not read and is named as wrong already. */
    private static final VisitTime NEVER = VisitTime.of(Instant.EPOCH, Instant.EPOCH.plusSeconds(3600));

    private AppointmentRequests() {}

    /** As far as it was read: what is missing is named as wrong already, and nothing else is to be said of it. */
    private static VisitTime time(
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable Instant arrivalWindowStart,
            @Nullable Instant arrivalWindowEnd) {
        VisitTime time = start == null || end == null ? NEVER : VisitTime.of(start, end);
        return new VisitTime(time.startOn(), time.endOn(), arrivalWindowStart, arrivalWindowEnd);
    }

    private static List<Long> technicians(@Nullable List<Long> ids) {
        return Objects.requireNonNullElse(ids, List.of());
    }

    @Schema(name = "JobAppointmentRequest")
    record NewAppointment(
            @NotNull Instant start,
            @NotNull Instant end,
            @Nullable Instant arrivalWindowStart,
            @Nullable Instant arrivalWindowEnd,
            @Size(max = MOST_TECHNICIANS) @Nullable List<Long> technicianIds) {

        static final AppointmentDraft UNREAD = AppointmentDraft.of(NEVER);

        AppointmentDraft draft() {
            return new AppointmentDraft(
                    time(start, end, arrivalWindowStart, arrivalWindowEnd), technicians(technicianIds), null);
        }
    }

    record AppointmentCreateRequest(
            @NotNull Long jobId,
            @NotNull Instant start,
            @NotNull Instant end,
            @Nullable Instant arrivalWindowStart,
            @Nullable Instant arrivalWindowEnd,
            @Size(max = MOST_TECHNICIANS) @Nullable List<Long> technicianIds,
            @LongText @Nullable String specialInstructions) {

        AppointmentDraft draft() {
            return new AppointmentDraft(
                    time(start, end, arrivalWindowStart, arrivalWindowEnd),
                    technicians(technicianIds),
                    specialInstructions);
        }
    }

    record AppointmentRescheduleRequest(
            @Nullable Instant start,

            @Schema(description = "Where it is left out, the appointment takes as long as before.") @Nullable
            Instant end,

            @Schema(description = "Where it is left out, the window that there is moves with the start.") @Nullable
            Instant arrivalWindowStart,

            @Schema(description = "Where it is left out, the window that there is moves with the start.") @Nullable
            Instant arrivalWindowEnd,

            @Schema(description = "Callboard's own: why it is moved, for the job's history.") @Memo @Nullable
            String reason) {

        /** The time that is meant, for an appointment at this time. */
        VisitTime from(VisitTime before) {
            Instant from = Objects.requireNonNullElse(start, before.startOn());
            Duration moved = Duration.between(before.startOn(), from);
            Instant to = end != null ? end : before.endOn().plus(moved);
            return new VisitTime(
                    from,
                    to,
                    arrivalWindowStart != null ? arrivalWindowStart : moved(before.arrivalWindowStart(), moved),
                    arrivalWindowEnd != null ? arrivalWindowEnd : moved(before.arrivalWindowEnd(), moved));
        }

        private static @Nullable Instant moved(@Nullable Instant time, Duration by) {
            return time == null ? null : time.plus(by);
        }
    }

    record HoldAppointmentRequest(
            @NotNull Long reasonId, @NotNull @Memo String memo) {}

    record SpecialInstructionsRequest(@NotNull @LongText String specialInstructions) {}

    record TechniciansRequest(
            @NotNull Long jobAppointmentId,

            @NotEmpty(message = "At least one technician is required.") @Size(max = MOST_TECHNICIANS)
            List<Long> technicianIds) {

        /** As far as it was read: what is missing is nobody's, and named as wrong already. */
        long appointment() {
            return jobAppointmentId == null ? 0 : jobAppointmentId;
        }

        /** As far as they were read. */
        List<Long> technicians() {
            return AppointmentRequests.technicians(technicianIds);
        }
    }
}
