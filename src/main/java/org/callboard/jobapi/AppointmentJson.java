package org.callboard.jobapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.callboard.database.RecordShape.Copy;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.Assignment;
import org.jspecify.annotations.Nullable;

/** The wire shapes of appointments and of who comes to them. */
public final class AppointmentJson {

    private AppointmentJson() {}

    /** No appointment is unused, and technicians write no summaries yet. */
    @Schema(name = "AppointmentResponse")
    public record AppointmentResponse(
            long id,
            long jobId,
            @Nullable String appointmentNumber,
            Instant start,
            Instant end,
            @Nullable Instant arrivalWindowStart,
            @Nullable Instant arrivalWindowEnd,
            AppointmentStatus status,
            @Nullable String specialInstructions,
            Instant createdOn,
            Instant modifiedOn,
            long customerId,
            boolean unused,
            long createdById,
            boolean isConfirmed,
            boolean active,
            @Nullable List<AppointmentSummary> appointmentSummaries) {

        private static final Copy<AppointmentResponse> COPY =
                Copy.of(AppointmentResponse.class, Appointment.class, "start", "end", "unused", "appointmentSummaries");

        static AppointmentResponse from(Appointment appointment) {
            return COPY.from(
                    appointment,
                    appointment.time().startOn(),
                    appointment.time().endOn(),
                    false,
                    null);
        }
    }

    @Schema(name = "AppointmentSummary")
    public record AppointmentSummary(
            long jobAppointmentId,
            long jobId,
            long technicianId,
            String notes,
            Instant createdOn,
            Instant modifiedOn) {}

    /** An appointment as dispatch answers with it: without what was added to it elsewhere. */
    @Schema(name = "JobAppointmentResponse")
    record AssignedAppointmentResponse(
            long id,
            long jobId,
            @Nullable String appointmentNumber,
            Instant start,
            Instant end,
            @Nullable Instant arrivalWindowStart,
            @Nullable Instant arrivalWindowEnd,
            AppointmentStatus status,
            @Nullable String specialInstructions,
            Instant createdOn,
            Instant modifiedOn) {

        private static final Copy<AssignedAppointmentResponse> COPY =
                Copy.of(AssignedAppointmentResponse.class, Appointment.class, "start", "end");

        static AssignedAppointmentResponse from(Appointment appointment) {
            return COPY.from(
                    appointment,
                    appointment.time().startOn(),
                    appointment.time().endOn());
        }
    }

    /** How far somebody is with an appointment; while it is on hold or canceled, as far as they were. */
    enum AssignmentStatus {
        Scheduled,
        Dispatched,
        Working,
        Done
    }

    /** Nobody pauses at an appointment. */
    @Schema(name = "AppointmentAssignmentResponse")
    public record AppointmentAssignmentResponse(
            long id,
            long technicianId,
            String technicianName,
            long assignedById,
            Instant assignedOn,
            AssignmentStatus status,
            boolean isPaused,
            long jobId,
            long appointmentId,
            Instant createdOn,
            Instant modifiedOn,
            boolean active) {

        private static final Copy<AppointmentAssignmentResponse> COPY =
                Copy.of(AppointmentAssignmentResponse.class, Assignment.class, "status", "isPaused", "createdOn");

        static AppointmentAssignmentResponse from(Assignment assignment) {
            return COPY.from(
                    assignment, AssignmentStatus.valueOf(assignment.status().name()), false, assignment.assignedOn());
        }
    }
}
