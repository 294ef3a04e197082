package org.callboard.web.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.access.Role;
import org.callboard.dispatch.AppointmentAct;
import org.callboard.dispatch.JobAct;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.Job;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a job and the visit at hand: one act that is next, two or three others, and the rest. What can't be
 * done now says why.
 *
 * @param main what is next; null where nothing is
 */
public record Acts(@Nullable Act main, List<Act> beside, List<Act> more) {

    private static final int BESIDE = 2;

    /**
     * One act as a button.
     *
     * @param why why it can't be done now; null where it can
     */
    record Act(PageAct act, @Nullable String why) {

        public String name() {
            return act.name();
        }

        public String label() {
            return act.label();
        }

        public String key() {
            return act.key();
        }

        public @Nullable String dialog() {
            return act.dialog();
        }

        /** As its id on the page. */
        public String id() {
            return "act-" + act.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether an act, by its name, can be done now. */
    public boolean can(String name) {
        return Stream.concat(Stream.concat(Stream.ofNullable(main), beside.stream()), more.stream())
                .anyMatch(one -> one.name().equals(name) && one.why == null);
    }

    /** What the role may do. */
    static Acts of(Job job, Appointment visit, Role role, Instant now) {
        List<PageAct> next = next(visit, now).stream()
                .filter(act -> why(act, job, visit, role) == null)
                .toList();
        List<Act> beside = next.stream()
                .skip(1)
                .limit(BESIDE)
                .map(act -> new Act(act, null))
                .toList();
        List<Act> more = new ArrayList<>();
        for (PageAct act : PageAct.values()) {
            boolean shown = next.indexOf(act) >= 0 && next.indexOf(act) <= BESIDE;
            boolean meaningless = act == (visit.isConfirmed() ? PageAct.CONFIRM : PageAct.UNCONFIRM);
            if (!shown && !meaningless) {
                more.add(new Act(act, why(act, job, visit, role)));
            }
        }
        return new Acts(next.isEmpty() ? null : new Act(next.getFirst(), null), beside, more);
    }

    /** What is likely to be done next, the likeliest first; not all of it may be possible. */
    private static List<PageAct> next(Appointment visit, Instant now) {
        return switch (visit.status()) {
            case Scheduled ->
                visit.technicianIds().isEmpty()
                        ? List.of(PageAct.ASSIGN, PageAct.RESCHEDULE, PageAct.HOLD)
                        : List.of(PageAct.DISPATCH, PageAct.RESCHEDULE, PageAct.HOLD);
            case Dispatched -> List.of(PageAct.START, PageAct.RESCHEDULE, PageAct.BACK);
            case Working -> List.of(PageAct.FINISH, PageAct.ADD_VISIT);
            case Hold ->
                visit.time().isAhead(now)
                        ? List.of(PageAct.TAKE_OFF_HOLD, PageAct.RESCHEDULE)
                        : List.of(PageAct.RESCHEDULE, PageAct.TAKE_OFF_HOLD);
            case Done -> List.of(PageAct.REOPEN, PageAct.ADD_VISIT);
            case Canceled -> List.of(PageAct.TAKE_BACK);
        };
    }

    private static @Nullable String why(PageAct act, Job job, Appointment visit, Role role) {
        AppointmentAct ofVisit = act.ofVisit();
        if (ofVisit != null) {
            return ofVisit.refusal(visit.status())
                    .or(() -> missing(ofVisit, job, visit))
                    .or(() -> role(role, ofVisit.role()))
                    .orElse(null);
        }
        JobAct ofJob = act.ofJob();
        return ofJob == null
                ? null
                : ofJob.refusal(job.status()).or(() -> role(role, ofJob.role())).orElse(null);
    }

    /** What an act needs beside the status. */
    private static Optional<String> missing(AppointmentAct act, Job job, Appointment visit) {
        return switch (act) {
            case DISPATCH ->
                visit.technicianIds().isEmpty() ? Optional.of("Nobody is assigned yet.") : Optional.empty();
            case REMOVE ->
                job.appointmentCount() == 1
                        ? Optional.of("It is the job's only appointment. Cancel the job instead.")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> role(Role own, Role least) {
        return own.includes(least)
                ? Optional.empty()
                : Optional.of("Only a " + least.name().toLowerCase(Locale.ROOT) + " may do this.");
    }
}
