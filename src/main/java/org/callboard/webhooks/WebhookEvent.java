package org.callboard.webhooks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.callboard.changes.Action;
import org.callboard.changes.ChangeFeed;
import org.callboard.changes.EntityKind;

/** What a webhook can be told of: the word on the wire, and the entries of the change log that mean it. */
public enum WebhookEvent {
    BOOKING_CREATED("tn.crm.booking-created", EntityKind.BOOKING, "A booking came in", Set.of(Action.CREATED)),
    BOOKING_UPDATED("tn.crm.booking-updated", EntityKind.BOOKING, "Anything about a booking changed", later()),
    BOOKING_ACCEPTED(
            "tn.crm.booking-accepted",
            EntityKind.BOOKING,
            "Somebody took a booking on",
            Set.of(Action.CLAIMED, Action.TAKEN_OVER)),
    BOOKING_DISMISSED(
            "tn.crm.booking-dismissed", EntityKind.BOOKING, "A booking was dismissed", Set.of(Action.DISMISSED)),
    BOOKING_CONVERTED("tn.crm.booking-converted", EntityKind.BOOKING, "A booking became a job", Set.of(Action.BOOKED)),
    LEAD_CREATED("tn.crm.lead-created", EntityKind.LEAD, "A lead was made", Set.of(Action.CREATED)),
    LEAD_UPDATED("tn.crm.lead-updated", EntityKind.LEAD, "Anything about a lead changed", later()),
    CUSTOMER_CREATED("tn.crm.customer-created", EntityKind.CUSTOMER, "A customer was made", Set.of(Action.CREATED)),
    CUSTOMER_UPDATED("tn.crm.customer-updated", EntityKind.CUSTOMER, "Anything about a customer changed", later()),
    LOCATION_CREATED("tn.crm.location-created", EntityKind.LOCATION, "A location was made", Set.of(Action.CREATED)),
    LOCATION_UPDATED("tn.crm.location-updated", EntityKind.LOCATION, "Anything about a location changed", later()),
    CUSTOMER_MERGED(
            "tn.crm.customer-merged",
            EntityKind.CUSTOMER_MERGE,
            "A customer was merged into another",
            Set.of(Action.MERGED)),
    CUSTOMER_UNMERGED(
            "tn.crm.customer-unmerged",
            EntityKind.CUSTOMER_MERGE,
            "A merge of customers was undone",
            Set.of(Action.UNMERGED)),
    LOCATION_MERGED(
            "tn.crm.location-merged",
            EntityKind.LOCATION_MERGE,
            "A location was merged into another",
            Set.of(Action.MERGED)),
    LOCATION_UNMERGED(
            "tn.crm.location-unmerged",
            EntityKind.LOCATION_MERGE,
            "A merge of locations was undone",
            Set.of(Action.UNMERGED)),
    JOB_CREATED("tn.jpm.job-created", EntityKind.JOB, "A job was booked", Set.of(Action.BOOKED)),
    JOB_UPDATED(
            "tn.jpm.job-updated",
            EntityKind.JOB,
            "Anything about a job or its appointments changed",
            EnumSet.complementOf(EnumSet.of(Action.BOOKED))),
    JOB_CANCELED("tn.jpm.job-canceled", EntityKind.JOB, "A job was canceled", Set.of(Action.CANCELLED, Action.UNDONE)),
    JOB_COMPLETED("tn.jpm.job-completed", EntityKind.JOB, "A job was completed", Set.of(Action.COMPLETED)),
    APPOINTMENT_CREATED(
            "tn.jpm.appointment-created", EntityKind.APPOINTMENT, "An appointment was made", Set.of(Action.CREATED)),
    APPOINTMENT_UPDATED(
            "tn.jpm.appointment-updated", EntityKind.APPOINTMENT, "Anything about an appointment changed", later()),
    CALL_CREATED("tn.telecom.call-created", EntityKind.CALL, "A telephone call was heard of", Set.of(Action.CREATED)),
    CALL_UPDATED("tn.telecom.call-updated", EntityKind.CALL, "Anything about a telephone call changed", later());

    /** Merges and their undos: each is told before whatever else the same transaction did. */
    static final Set<EntityKind> MERGES = EnumSet.of(EntityKind.CUSTOMER_MERGE, EntityKind.LOCATION_MERGE);

    private final String word;
    private final EntityKind recordKind;
    private final String label;
    private final Set<Action> actions;

    WebhookEvent(String word, EntityKind recordKind, String label, Set<Action> actions) {
        this.word = word;
        this.recordKind = recordKind;
        this.label = label;
        this.actions = actions;
    }

    /** The {@code type} of the CloudEvent. */
    @JsonValue
    public String word() {
        return word;
    }

    public EntityKind recordKind() {
        return recordKind;
    }

    public String label() {
        return label;
    }

    boolean isMerge() {
        return MERGES.contains(recordKind);
    }

    /** Names what one change makes of this event; the order of the constants is stored. */
    String key(ChangeFeed.Entry change) {
        return change.sequence() + "-" + ordinal();
    }

    /** Whether an entry of the log means it. */
    public boolean means(EntityKind kind, Action action) {
        return recordKind == kind && actions.contains(action);
    }

    static Optional<WebhookEvent> of(String word) {
        return Arrays.stream(values()).filter(event -> event.word.equals(word)).findFirst();
    }

    private static Set<Action> later() {
        return EnumSet.complementOf(EnumSet.of(Action.CREATED));
    }
}
