package org.callboard.web.jobs;

import org.callboard.dispatch.AppointmentAct;
import org.callboard.dispatch.JobAct;
import org.jspecify.annotations.Nullable;

/** What people do on the page of a job: with the visit at hand, or with the job. */
enum PageAct {
    ASSIGN(AppointmentAct.ASSIGN, "Assign", "a", "assign-dialog"),
    DISPATCH(AppointmentAct.DISPATCH, "Dispatch", "d", null),
    START(AppointmentAct.START, "Start work", "s", null),
    FINISH(AppointmentAct.FINISH, "Done", "f", null),
    TAKE_OFF_HOLD(AppointmentAct.TAKE_OFF_HOLD, "Take off hold", "u", null),
    RESCHEDULE(AppointmentAct.RESCHEDULE, "Reschedule", "r", "reschedule-dialog"),
    HOLD(AppointmentAct.HOLD, "Hold", "h", "hold-dialog"),
    BACK(AppointmentAct.BACK, "Back to scheduled", "b", null),
    CONFIRM(AppointmentAct.CONFIRM, "Customer confirmed it", "m", null),
    UNCONFIRM(AppointmentAct.UNCONFIRM, "Not confirmed after all", "m", null),
    INSTRUCT(AppointmentAct.INSTRUCT, "Instructions", "i", "instruct-dialog"),
    REMOVE(AppointmentAct.REMOVE, "Remove this appointment", "x", "remove-dialog"),
    ADD_VISIT(JobAct.ADD_APPOINTMENT, "Add appointment", "v", "visit-dialog"),
    REOPEN(JobAct.REOPEN, "Reopen", "o", "reopen-dialog"),
    TAKE_BACK(JobAct.TAKE_BACK, "Take the cancellation back", "t", "take-back-dialog"),
    CANCEL(JobAct.CANCEL, "Cancel job", "c", "cancel-dialog");

    private final @Nullable AppointmentAct ofVisit;
    private final @Nullable JobAct ofJob;
    private final String label;
    private final String key;
    private final @Nullable String dialog;

    PageAct(AppointmentAct ofVisit, String label, String key, @Nullable String dialog) {
        this(ofVisit, null, label, key, dialog);
    }

    PageAct(JobAct ofJob, String label, String key, @Nullable String dialog) {
        this(null, ofJob, label, key, dialog);
    }

    PageAct(
            @Nullable AppointmentAct ofVisit,
            @Nullable JobAct ofJob,
            String label,
            String key,
            @Nullable String dialog) {
        this.ofVisit = ofVisit;
        this.ofJob = ofJob;
        this.label = label;
        this.key = key;
        this.dialog = dialog;
    }

    /** The act of the visit that it is; null for one of the job. */
    @Nullable
    AppointmentAct ofVisit() {
        return ofVisit;
    }

    /** The act of the job that it is; null for one of the visit. */
    @Nullable
    JobAct ofJob() {
        return ofJob;
    }

    String label() {
        return label;
    }

    String key() {
        return key;
    }

    /** The dialog that asks for the rest; null where there is nothing to ask. */
    @Nullable
    String dialog() {
        return dialog;
    }
}
