package org.callboard.changes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be done to a record, as the change log tells it. */
public enum Action {
    CREATED,
    UPDATED,
    DELETED,
    DEACTIVATED,
    REACTIVATED,
    NOTE_ADDED,
    NOTE_DELETED,
    TAGS_ADDED,
    TAGS_REMOVED,
    CLAIMED,
    TAKEN_OVER,
    RELEASED,
    CLAIM_EXPIRED,
    BOOKED,
    DISMISSED,
    REOPENED,
    CONTACT_ADDED,
    CONTACT_CHANGED,
    CONTACT_REMOVED,
    CONFIRMATION_CHANGED,
    SENDER_CHANGED,
    ADDRESS_RENEWED,
    METHOD_ADDED,
    METHOD_CHANGED,
    METHOD_REMOVED,
    PREFERENCE_CHANGED,
    RELATED,
    UNRELATED,
    FOLLOWED_UP,
    FOLLOW_UP_MOVED("follow-up moved"),
    ASSIGNED,
    TAKEN_BACK,
    WON,
    MOVED,
    UPLOADED,
    CHECK_STARTED,
    CHECKED,
    STARTED,
    FINISHED,
    BROKEN_OFF,
    CANCELLED,
    DISCARDED,
    UNDO_STARTED,
    UNDONE,
    KEY_REPLACED,
    REVOKED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    PASSWORD_RESET_BY_MAIL,
    PAUSED,
    RESUMED,
    SECRET_REPLACED,
    REMOVED,
    REPLAYED,
    STOPPED_GONE("stopped: the receiver is gone"),
    STOPPED_SILENT("stopped: nothing arrived for three days"),
    CONFIRMATION_QUEUED,
    CONFIRMATION_NOT_SENT,
    CONFIRMATION_FAILED,
    CONFIRMATION_KEPT_IN_THE_OUTBOX,
    CONFIRMATION_SENT,
    CONFIRMATION_MAY_HAVE_BEEN_SENT,
    CONFIRMATION_DELAYED,
    CONFIRMATION_QUEUED_AGAIN,
    TEXT_CONFIRMATION_QUEUED,
    TEXT_CONFIRMATION_NOT_SENT,
    TEXT_CONFIRMATION_FAILED,
    TEXT_CONFIRMATION_KEPT_IN_THE_OUTBOX,
    TEXT_CONFIRMATION_SENT,
    TEXT_CONFIRMATION_MAY_HAVE_BEEN_SENT,
    TEXT_CONFIRMATION_DELAYED,
    TEXT_CONFIRMATION_QUEUED_AGAIN,
    PASSWORD_LINK_QUEUED,
    PASSWORD_LINK_NOT_SENT,
    PASSWORD_LINK_FAILED,
    PASSWORD_LINK_KEPT_IN_THE_OUTBOX,
    PASSWORD_LINK_SENT,
    PASSWORD_LINK_MAY_HAVE_BEEN_SENT,
    PASSWORD_LINK_DELAYED,
    PASSWORD_LINK_QUEUED_AGAIN,
    NOTICE_QUEUED,
    NOTICE_NOT_SENT,
    NOTICE_FAILED,
    NOTICE_KEPT_IN_THE_OUTBOX,
    NOTICE_SENT,
    NOTICE_MAY_HAVE_BEEN_SENT,
    NOTICE_DELAYED,
    NOTICE_QUEUED_AGAIN,
    MERGED,
    UNMERGED,
    MERGED_INTO,
    MERGED_WITH,
    UNASSIGNED,
    DISPATCHED,
    SENT_BACK,
    HELD("put on hold"),
    HOLD_ENDED("taken off hold"),
    RESCHEDULED,
    CONFIRMED,
    UNCONFIRMED("confirmation taken back"),
    COMPLETED,
    CANCELLATION_TAKEN_BACK;

    private static final Map<String, Action> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toMap(Action::word, Function.identity()));

    private final String word;

    Action() {
        word = name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    Action(String word) {
        this.word = word;
    }

    /** What is stored, and what people read, such as {@code tags added}. */
    public String word() {
        return word;
    }

    /** The action that is stored under the word. Throws {@link IllegalArgumentException} where there is none. */
    public static Action of(String word) {
        Action action = BY_WORD.get(word);
        if (action == null) {
            throw new IllegalArgumentException("no action is called " + word);
        }
        return action;
    }
}
