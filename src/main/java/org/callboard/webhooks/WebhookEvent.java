package org.callboard.webhooks;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a webhook can be told of: the word on the wire, and the entries of the change log that mean it. */
public enum WebhookEvent {
    BOOKING_CREATED("tn.crm.booking-created", "booking", "A booking came in", "created"::equals),
    BOOKING_UPDATED("tn.crm.booking-updated", "booking", "Anything about a booking changed", WebhookEvent::later),
    BOOKING_ACCEPTED(
            "tn.crm.booking-accepted",
            "booking",
            "Somebody took a booking on",
            Set.of("claimed", "taken over")::contains),
    BOOKING_DISMISSED("tn.crm.booking-dismissed", "booking", "A booking was dismissed", "dismissed"::equals),
    BOOKING_CONVERTED("tn.crm.booking-converted", "booking", "A booking became a job", "booked"::equals),
    LEAD_CREATED("tn.crm.lead-created", "lead", "A lead was made", "created"::equals),
    LEAD_UPDATED("tn.crm.lead-updated", "lead", "Anything about a lead changed", WebhookEvent::later),
    CUSTOMER_CREATED("tn.crm.customer-created", "customer", "A customer was made", "created"::equals),
    CUSTOMER_UPDATED("tn.crm.customer-updated", "customer", "Anything about a customer changed", WebhookEvent::later),
    LOCATION_CREATED("tn.crm.location-created", "location", "A location was made", "created"::equals),
    LOCATION_UPDATED("tn.crm.location-updated", "location", "Anything about a location changed", WebhookEvent::later);

    private final String word;
    private final String recordKind;
    private final String label;
    private final Predicate<String> actions;

    WebhookEvent(String word, String recordKind, String label, Predicate<String> actions) {
        this.word = word;
        this.recordKind = recordKind;
        this.label = label;
        this.actions = actions;
    }

    /** The {@code type} of the CloudEvent. */
    public String word() {
        return word;
    }

    public String recordKind() {
        return recordKind;
    }

    public String label() {
        return label;
    }

    boolean means(String kind, String action) {
        return recordKind.equals(kind) && actions.test(action);
    }

    static Optional<WebhookEvent> of(String word) {
        return Arrays.stream(values()).filter(event -> event.word.equals(word)).findFirst();
    }

    private static boolean later(String action) {
        return !action.equals("created");
    }
}
