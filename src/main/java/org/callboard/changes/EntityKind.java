package org.callboard.changes;

import java.util.Locale;

/** The kinds of records that the change log tells of. */
public enum EntityKind {
    APP,
    BOOKING,
    BOOKING_PAGE,
    BOOKING_PROVIDER_TAG,
    BUSINESS_UNIT,
    CALL_REASON,
    CAMPAIGN,
    CAMPAIGN_CATEGORY,
    CONNECTION,
    CONTACT,
    CUSTOM_FIELD_TYPE,
    CUSTOMER,
    CUSTOMER_CONTACT,
    CUSTOMER_EXPORT,
    EMPLOYEE,
    HOLIDAY,
    IMPORT,
    JOB,
    JOB_CANCEL_REASON,
    JOB_HOLD_REASON,
    JOB_TYPE,
    LEAD,
    LEAD_FORM,
    LOCATION,
    LOCATION_CONTACT,
    LOCATION_EXPORT,
    MESSAGES,
    OPENING_HOURS,
    SERVICE_AREA,
    TAG_TYPE,
    TECHNICIAN,
    TENANT,
    USER,
    WEBHOOK,
    CUSTOMER_MERGE,
    LOCATION_MERGE,
    APPOINTMENT,
    APPOINTMENT_ASSIGNMENT,
    JOB_CANCELLATION,
    JOB_NOTE,
    JOB_EXPORT,
    APPOINTMENT_EXPORT,
    INVOICE_EXPORT,
    CALL_EXPORT,

    /** What became of the messages about a job, which is named by its own id. */
    JOB_MESSAGE,
    CALL,
    CALL_BACK,
    OWN_NUMBER,
    RING_GROUP,
    BLOCKED_NUMBER,
    TELEPHONE_SYSTEM;

    /** What is stored, such as {@code customer-contact}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind that is stored under the word. Throws {@link IllegalArgumentException} where there is none. */
    public static EntityKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
