package org.callboard.refusals;

import java.util.Locale;
import java.util.function.BiFunction;
import org.callboard.refusals.Refusal.Busy;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.refusals.Refusal.Forbidden;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.KeyReused;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.Refusal.Stale;
import org.callboard.refusals.Refusal.TooLarge;
import org.callboard.refusals.Refusal.TooMany;
import org.callboard.refusals.Refusal.TooSlow;
import org.callboard.refusals.Refusal.Unauthenticated;
import org.callboard.refusals.Refusal.WrongType;

/** Every reason to refuse, under the word by which programs know it: it stays as it is once it was published. */
public enum RefusalCode {
    INVALID(Invalid::new, "Something that was sent is wrong; `errors` names every wrong field."),
    FEED_RESTORED(Invalid::new, "The database was put back to before this token of a feed; read everything again."),

    UNAUTHENTICATED(Unauthenticated::new, "No token came, or nobody is signed in."),
    TOKEN_INVALID(Unauthenticated::new, "The token is not valid, or has expired; take a new one."),
    CONNECTION_REVOKED(Unauthenticated::new, "The connection of the token was revoked; a new token would not help."),
    APP_KEY_WRONG(Unauthenticated::new, "`ST-App-Key` is missing, or not the key of the token's app."),

    FORBIDDEN(Forbidden::new, "Whoever asks may not do this."),
    SCOPE_MISSING(Forbidden::new, "The app lacks the scope of this operation, or the token was taken without it."),
    OTHER_TENANT(Forbidden::new, "The token is for another tenant than the one in the path."),
    OTHER_PROVIDER(Forbidden::new, "The connection is bound to a booking provider, and this is not only of that one."),
    ACTIVATION_FORBIDDEN(Forbidden::new, "The connection was not given the right to deactivate or reactivate."),
    MERGE_FORBIDDEN(Forbidden::new, "The connection was not given the right to merge, and to undo that."),
    ORIGIN_FORBIDDEN(Forbidden::new, "No connection of the company is open to the website that asks."),

    NOT_FOUND(NotFound::new, "There is no such record, or it is not to be seen by whoever asks."),
    NO_SUCH_ADDRESS(NotFound::new, "There is no such operation or page at this address."),

    TOO_SLOW(TooSlow::new, "The body came too slowly, or not to its end; send it again."),

    CONFLICT(Conflict::new, "The state of the record does not allow it."),
    CHANGED_MEANWHILE(Conflict::new, "Somebody else was faster, and nothing was saved; try again."),
    REQUEST_RUNNING(Conflict::new, "A request with this `Idempotency-Key` is still running; wait, and send it again."),
    UNKNOWN_REFERENCE(Conflict::new, "A record that the request speaks of does not exist."),
    RECORD_INACTIVE(Conflict::new, "The customer or location is not active."),
    RECORD_MERGED(
            Conflict::new, "The customer or location was merged into `mergedToId`, which lives on instead of it."),
    MERGE_BLOCKED(Conflict::new, "The two can't be merged as they are; `reasons` says all that is in the way."),
    MERGE_NOT_UNDOABLE(Conflict::new, "The merge can't be undone, or not before a later one, `mergeId`."),
    LAST_ACTIVE_LOCATION(Conflict::new, "The active customer `customerId` would keep no active location."),
    NO_ACTIVE_LOCATION(Conflict::new, "The customer has no active location, and so can't be reactivated."),
    RELATIONSHIPS_LEFT(Conflict::new, "The contact still has relationships, as many as `relationships` says."),
    NOT_RELATED(Conflict::new, "The contact has no such relationship."),
    BOOKING_BOOKED(Conflict::new, "The booking was booked already."),
    BOOKING_DISMISSED(Conflict::new, "The booking was dismissed already; the kept reason is `callReasonId`."),
    EXTERNAL_ID_TAKEN(Conflict::new, "The provider has a booking with this external id, `existingId`."),
    BOOKING_HAS_LEAD(Conflict::new, "The booking is followed up already, as the lead `existingId`."),
    LEAD_WON(Conflict::new, "The lead was won already, as the job `jobId`."),
    LEAD_DISMISSED(Conflict::new, "The lead was dismissed already; the kept reason is `dismissingReasonId`."),
    DO_NOT_SERVICE(
            Conflict::new,
            "The customer `customerId` is marked *Do not service*; only a manager books for them, in Callboard."),
    JOB_CANCELED(Conflict::new, "The job was canceled; take its cancellation back first."),
    JOB_COMPLETED(Conflict::new, "The job is completed; reopen it first."),
    JOB_NOT_CANCELED(Conflict::new, "The job is not canceled."),
    JOB_NOT_COMPLETED(Conflict::new, "The job is not completed."),
    JOB_INACTIVE(Conflict::new, "The job was booked by mistake, and that was undone."),
    APPOINTMENT_STATE(Conflict::new, "The appointment is in another state, `status`, than this needs."),
    APPOINTMENT_REMOVED(Conflict::new, "The appointment was removed."),
    LAST_APPOINTMENT(Conflict::new, "It is the job's last appointment, and a job always has one; cancel the job."),
    NO_TECHNICIAN(Conflict::new, "Nobody would be assigned to the appointment, which this needs."),
    TIME_NOT_FREE(
            Conflict::new,
            "The time of `appointmentIds` is over, or a technician is busy then; another time is needed."),
    TECHNICIAN_BUSY(Conflict::new, "`technicianIds` are busy at that time, with `appointmentIds`."),
    CALL_CLOSED(Conflict::new, "The call is closed, or is none that waits for this; `desk` says what became of it."),
    CALL_HELD(Conflict::new, "Somebody else has the call or call-back, the user `claimedBy`."),
    CALL_BACK_CLOSED(Conflict::new, "The call-back is closed already; `status` says how."),
    NAME_TAKEN(Conflict::new, "Another record of this kind has the name."),
    WEBHOOK_LIMIT(Conflict::new, "There are as many webhooks as there may be; remove one first."),
    PICTURE_TAKEN(Conflict::new, "Another booking took one of the pictures at the same moment; upload it again."),
    IMPORT_STATE(Conflict::new, "The import is in another state, `state`, than this needs."),
    IMPORT_TOO_SLOW(Conflict::new, "The list came too slowly and was given up; send it again."),
    IMPORT_FORGOTTEN(Conflict::new, "What the import made is no longer known."),

    STALE(Stale::new, "The record is in another state than `If-Match` or `If-None-Match` wants; read it again."),
    TOO_LARGE(TooLarge::new, "The body, the picture or the list is larger than what is taken."),
    WRONG_TYPE(WrongType::new, "The body is of no kind that is taken at this address."),
    IDEMPOTENCY_KEY_REUSED(KeyReused::new, "The `Idempotency-Key` was used for another request."),
    TOO_MANY_CALLS(TooMany::new, "Too many calls; wait as long as `Retry-After` says."),

    BUSY(Busy::new, "Too much of this kind is going on; come again after `Retry-After` seconds."),
    STOPPING(Busy::new, "Callboard is stopping; send the request again in a minute."),
    DATABASE_AWAY(Busy::new, "The database can't be reached, or is too slow; come again after `Retry-After` seconds."),
    PICTURES_AWAY(Busy::new, "Pictures can't be kept or shown at the moment; come again later.");

    private final BiFunction<RefusalCode, String, Refusal> kind;
    private final String meaning;

    RefusalCode(BiFunction<RefusalCode, String, Refusal> kind, String meaning) {
        this.kind = kind;
        this.meaning = meaning;
    }

    /** A refusal for this reason, to be thrown. {@code title} says for people what happened, with ids. */
    public Refusal refuse(String title) {
        return kind.apply(this, title);
    }

    /** As programs see it in {@code data.code}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For whoever writes a program, in a sentence of Markdown. */
    public String meaning() {
        return meaning;
    }
}
