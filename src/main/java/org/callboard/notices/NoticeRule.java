package org.callboard.notices;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.VisitsChanged;
import org.jspecify.annotations.Nullable;

/** Decides what a customer is to be told of what was made of an appointment: by what they know, and what is so now. */
final class NoticeRule {

    /** Nobody comes then; of one on hold the customer knows the time still. */
    private static final Set<AppointmentStatus> NOBODY_COMES =
            EnumSet.of(AppointmentStatus.Hold, AppointmentStatus.Canceled);

    private NoticeRule() {}

    /**
     * What to say.
     *
     * @param was what the customer knows; null for a confirmation
     * @param is what they are to know; null for a cancellation
     */
    record Notice(
            NoticeKind kind,
            @Nullable ToldTime was,
            @Nullable ToldTime is) {

        /** The time that it is about. */
        ToldTime time() {
            return Objects.requireNonNull(is == null ? was : is);
        }

        /** From then on nobody is told: who expects somebody does so until the end of the window. */
        Instant over() {
            return is == null ? time().end() : is.from();
        }

        private boolean isOver(Instant now) {
            return !over().isAfter(now);
        }
    }

    /**
     * What to do.
     *
     * @param withdraws whether what still waits says what is not so any more
     * @param notice null for nothing
     */
    record Decision(boolean withdraws, @Nullable Notice notice) {

        static final Decision NOTHING = new Decision(false, null);
    }

    /**
     * @param last the last message about the appointment on the same way; null for none
     * @param undone whether the booking of the job was undone: then only who was told of it is told
     */
    static Decision decide(VisitsChanged.Visit visit, @Nullable Told last, boolean undone, Instant now) {
        ToldTime before = knows(visit.before());
        VisitsChanged.State after = visit.after();
        ToldTime is = comes(after) ? ToldTime.of(after.time()) : null;
        if (isTheSame(visit)) {
            return Decision.NOTHING;
        }
        boolean waits = last != null && last.waits();
        ToldTime said = last == null ? null : last.is();
        ToldTime was = last != null && last.isUnsaid() ? last.was() : before;
        if (is == null) {
            boolean held = after.active() && after.status() == AppointmentStatus.Hold;
            ToldTime canceled = waits || isHeld(visit.before()) ? was : before;
            boolean told = !undone || last != null && last.state().mayHaveArrived() || waits && was != null;
            return held || canceled == null || !told
                    ? new Decision(waits, null)
                    : inTime(waits, new Notice(NoticeKind.Cancellation, canceled, null), now);
        }
        if (is.equals(was)) { // also where the message that waits would say something else
            return new Decision(waits && !is.equals(said), null);
        }
        if (waits && is.equals(said)) {
            return Decision.NOTHING;
        }
        return inTime(waits, new Notice(was == null ? NoticeKind.Confirmation : NoticeKind.Change, was, is), now);
    }

    private static Decision inTime(boolean withdraws, Notice notice, Instant now) {
        return new Decision(withdraws, notice.isOver(now) ? null : notice);
    }

    /** Whether nothing has changed as far as the customer is concerned, whatever they were told. */
    static boolean isTheSame(VisitsChanged.Visit visit) {
        VisitsChanged.State before = visit.before();
        VisitsChanged.State after = visit.after();
        return before != null
                && comes(before)
                && comes(after)
                && ToldTime.of(before.time()).equals(ToldTime.of(after.time()));
    }

    /** Whether an appointment is as a message said; null said that nobody comes. */
    static boolean isSo(@Nullable ToldTime said, VisitsChanged.State now) {
        return said == null ? !comes(now) : comes(now) && said.equals(ToldTime.of(now.time()));
    }

    /**
     * The hold has taken back what waited, so the customer knows what they knew before that. A time that somebody set since
     * without a message was told in another way.
     */
    private static boolean isHeld(VisitsChanged.@Nullable State state) {
        return state != null && state.status() == AppointmentStatus.Hold;
    }

    private static boolean comes(VisitsChanged.State state) {
        return state.active() && !NOBODY_COMES.contains(state.status());
    }

    private static @Nullable ToldTime knows(VisitsChanged.@Nullable State state) {
        return state == null || !state.active() || state.status() == AppointmentStatus.Canceled
                ? null
                : ToldTime.of(state.time());
    }
}
