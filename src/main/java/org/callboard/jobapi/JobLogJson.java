package org.callboard.jobapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.callboard.database.RecordShape.Copy;
import org.callboard.dispatch.JobCancellation;
import org.callboard.dispatch.JobHistory;
import org.callboard.dispatch.JobNote;
import org.jspecify.annotations.Nullable;

/** The wire shapes of what is told of jobs: notes, history, and why they were canceled or are on hold. */
public final class JobLogJson {

    private JobLogJson() {}

    /** The contract's note of a job has no id; that of a feed has. */
    @Schema(name = "JobNoteResponse")
    public record JobNoteResponse(
            String text, boolean isPinned, long createdById, Instant createdOn, Instant modifiedOn) {

        private static final Copy<JobNoteResponse> COPY = Copy.of(JobNoteResponse.class, JobNote.class);

        static JobNoteResponse from(JobNote note) {
            return COPY.from(note);
        }
    }

    @Schema(name = "ExportJobNotesResponse")
    public record ExportJobNotesResponse(
            long id, @JsonUnwrapped JobNoteResponse note, boolean active, long jobId) {

        static ExportJobNotesResponse from(JobNote note) {
            return new ExportJobNotesResponse(note.id(), JobNoteResponse.from(note), note.active(), note.jobId());
        }
    }

    /** How an appointment was scheduled; people do it. */
    enum SchedulingTool {
        Manual,
        SmartSchedule,
        SmartDispatch,
        TechnicianRouteOptimization,
        AdaptiveCapacity,
        Routing
    }

    @Schema(name = "JobHistoryItem")
    record HistoryItem(
            long id,
            @Nullable Long employeeId,
            String eventType,
            Instant date,
            SchedulingTool usedSchedulingTool,
            String memo) {

        static HistoryItem from(JobHistory.Entry entry) {
            return new HistoryItem(
                    entry.id(),
                    entry.employeeId(),
                    entry.eventType(),
                    entry.date(),
                    SchedulingTool.Manual,
                    Objects.requireNonNullElse(entry.memo(), ""));
        }
    }

    @Schema(name = "JobHistoryResponse")
    record JobHistoryResponse(@Nullable List<HistoryItem> history) {

        static JobHistoryResponse from(List<JobHistory.Entry> entries) {
            return new JobHistoryResponse(
                    entries.stream().map(HistoryItem::from).toList());
        }
    }

    @Schema(name = "ExportJobHistoryItem")
    public record ExportHistoryItem(
            long id, @Nullable Long employeeId, String eventType, Instant date, SchedulingTool usedSchedulingTool) {

        static ExportHistoryItem from(JobHistory.Entry entry) {
            return new ExportHistoryItem(
                    entry.id(), entry.employeeId(), entry.eventType(), entry.date(), SchedulingTool.Manual);
        }
    }

    @Schema(name = "JobHistoryExportResponse")
    public record ExportJobHistoryResponse(long jobId, List<ExportHistoryItem> history) {}

    @Schema(name = "JobCanceledLogResponse")
    public record JobCanceledLogResponse(
            long id,
            long jobId,
            long reasonId,
            @Nullable String memo,
            Instant createdOn,
            long createdById,
            boolean active) {

        private static final Copy<JobCanceledLogResponse> COPY =
                Copy.of(JobCanceledLogResponse.class, JobCancellation.class);

        static JobCanceledLogResponse from(JobCancellation cancellation) {
            return COPY.from(cancellation);
        }
    }

    @Schema(name = "JobBookedLogResponse")
    record JobBookedLogResponse(
            long id,
            long jobId,
            long jobAppointmentId,
            Instant start,
            @Nullable Instant arrivalWindowStart,
            @Nullable Instant arrivalWindowEnd,
            Instant createdOn,
            long createdById,
            boolean active) {

        private static final Copy<JobBookedLogResponse> COPY =
                Copy.of(JobBookedLogResponse.class, JobHistory.Booked.class, "active");

        static JobBookedLogResponse from(JobHistory.Booked booked, boolean active) {
            return COPY.from(booked, active);
        }
    }

    @Schema(name = "CancelReasonResponse")
    record CancelReasonResponse(long jobId, long reasonId, String name, String text) {

        static CancelReasonResponse from(JobCancellation cancellation) {
            return new CancelReasonResponse(
                    cancellation.jobId(),
                    cancellation.reasonId(),
                    cancellation.reasonName(),
                    Objects.requireNonNullElse(cancellation.memo(), ""));
        }
    }

    record AppointmentHoldReason(long appointmentId, long reasonId, String name, String text) {}

    /** Of a job with several appointments on hold, the reason of the first. */
    @Schema(name = "HoldReasonResponse")
    record HoldReasonResponse(
            long jobId, long reasonId, String name, String text, List<AppointmentHoldReason> appointmentHoldReasons) {

        /** @param held the appointments of one job that are on hold, at least one, in their order */
        static HoldReasonResponse from(long job, List<HeldAppointmentStore.Held> held) {
            HeldAppointmentStore.Held first = held.getFirst();
            return new HoldReasonResponse(
                    job,
                    first.reasonId(),
                    first.reasonName(),
                    text(first),
                    held.stream()
                            .map(one -> new AppointmentHoldReason(
                                    one.appointmentId(), one.reasonId(), one.reasonName(), text(one)))
                            .toList());
        }

        private static String text(HeldAppointmentStore.Held held) {
            return Objects.requireNonNullElse(held.memo(), "");
        }
    }
}
