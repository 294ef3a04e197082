package org.callboard.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The tables that are filled, in the order in which their rows may refer to one another, and what is written of each. */
enum Table {
    CUSTOMER(
            "id",
            "id active name type street unit city state zip country latitude longitude do_not_mail do_not_service"
                    + " national_account tax_exempt created_on created_by_id modified_on"),
    LOCATION(
            "id",
            "id customer_id active name street unit city state zip country latitude longitude coordinates_source"
                    + " coordinates_verification_status preferred_technician_id created_on created_by_id modified_on"),
    CONTACT_ENTRY("id", "owner_kind owner_id id type value memo active do_not_text created_on modified_on"),
    CONTACT_POINT(null, "owner_kind owner_id entry_id position email form extension attaches"),
    NOTE("id", "owner_kind owner_id id text is_pinned created_on created_by_id modified_on"),
    TAG(null, "owner_kind owner_id tag_type_id"),
    CUSTOM_FIELD_VALUE(null, "owner_kind owner_id type_id value"),
    EXTERNAL_DATA(null, "owner_kind owner_id application_guid key value"),
    SEARCH_DOCUMENT(null, "kind id words contacts"),
    LOCATION_DOOR(null, "door postcode location_id"),
    BOOKING(
            "id",
            "id booking_provider_id external_id source name street unit city state zip country customer_type summary"
                    + " campaign_id business_unit_id job_type_id priority is_first_time_client status answered_on closed_on"
                    + " closed_by dismissing_reason_id dismissing_memo job_id created_on modified_on"),
    BOOKING_CONTACT("id", "id booking_id type value modified_on"),
    JOB(
            "id",
            "id customer_id location_id business_unit_id job_type_id campaign_id priority status summary booking_id"
                    + " created_on created_by_id completed_on modified_on"),
    APPOINTMENT(
            "id",
            "id job_id number start_on end_on status is_confirmed hold_reason_id canceled_from created_on created_by_id"
                    + " modified_on"),
    APPOINTMENT_ASSIGNMENT(
            "id", "id appointment_id technician_id status active assigned_by_id assigned_on modified_on"),
    JOB_CANCELLATION("id", "id job_id reason_id memo active created_on created_by_id modified_on"),
    INVOICE("id", "id job_id customer_id location_id active created_on modified_on"),
    LEAD(
            "id",
            "id status capture_source customer_id location_id business_unit_id job_type_id campaign_id priority summary"
                    + " call_reason_id follow_up_date owner_id lead_customer_name lead_phone lead_email"
                    + " lead_street lead_unit lead_city lead_state lead_zip lead_country dismissing_reason_id job_id closed_on closed_by created_on created_by_id modified_on"),
    LEAD_FOLLOW_UP("id", "id lead_id channel outcome text follow_up_date created_on created_by_id created_by_name"),
    CHANGE("sequence", "sequence epoch record_kind record_id action actor_kind actor_id actor_name happened_on fields");

    private final @Nullable String number;
    private final List<String> columns;

    Table(@Nullable String number, String columns) {
        this.number = number;
        this.columns = Arrays.asList(("tenant_id " + columns).split(" "));
    }

    /** The column that a sequence fills elsewhere; null where there is none. */
    @Nullable
    String number() {
        return number;
    }

    String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    int width() {
        return columns.size();
    }

    String copy() {
        return "copy " + sqlName() + " (" + String.join(", ", columns) + ") from stdin (format binary)";
    }
}
