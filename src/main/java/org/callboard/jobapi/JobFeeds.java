package org.callboard.jobapi;

import org.callboard.changes.EntityKind;
import org.callboard.changes.FeedSource;
import org.callboard.dispatch.Cancellations;
import org.callboard.dispatch.JobNotes;
import org.callboard.jobapi.AppointmentJson.AppointmentAssignmentResponse;
import org.callboard.jobapi.AppointmentJson.AppointmentResponse;
import org.callboard.jobapi.JobJson.ExportJobsResponse;
import org.callboard.jobapi.JobLogJson.ExportJobNotesResponse;
import org.callboard.jobapi.JobLogJson.JobCanceledLogResponse;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Jobs, and all that belongs to them, as feeds give them out. */
@Configuration(proxyBeanMethods = false)
class JobFeeds {

    @Bean
    FeedSource<ExportJobsResponse> jobFeed(Jobs jobs) {
        return FeedSource.of(
                EntityKind.JOB,
                jobs::all,
                jobs::after,
                ExportJobsResponse::from,
                shape -> shape.job().id());
    }

    @Bean
    FeedSource<AppointmentResponse> appointmentFeed(Appointments appointments) {
        return FeedSource.of(
                EntityKind.APPOINTMENT,
                appointments::all,
                appointments::after,
                AppointmentResponse::from,
                AppointmentResponse::id);
    }

    @Bean
    FeedSource<AppointmentAssignmentResponse> assignmentFeed(Appointments appointments) {
        return FeedSource.of(
                EntityKind.APPOINTMENT_ASSIGNMENT,
                appointments::assignments,
                appointments::assignmentsAfter,
                AppointmentAssignmentResponse::from,
                AppointmentAssignmentResponse::id);
    }

    @Bean
    FeedSource<JobCanceledLogResponse> cancellationFeed(Cancellations cancellations) {
        return FeedSource.of(
                EntityKind.JOB_CANCELLATION,
                cancellations::all,
                cancellations::after,
                JobCanceledLogResponse::from,
                JobCanceledLogResponse::id);
    }

    @Bean
    FeedSource<ExportJobNotesResponse> jobNoteFeed(JobNotes notes) {
        return FeedSource.of(
                EntityKind.JOB_NOTE,
                notes::all,
                notes::after,
                ExportJobNotesResponse::from,
                ExportJobNotesResponse::id);
    }
}
