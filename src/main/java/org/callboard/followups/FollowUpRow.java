package org.callboard.followups;

import java.time.Instant;
import org.callboard.leads.LeadStatus;
import org.jspecify.annotations.Nullable;

/**
 * One lead in the list of follow-ups.
 *
 * @param name the customer's, or else the person's own; null where nobody said it
 * @param phone as it was typed: the lead's own, or else one of the customer's
 * @param holder who follows it up just now
 * @param last the latest follow-up that somebody noted, or call that reached nobody; null where there is neither
 */
public record FollowUpRow(
        long id,
        LeadStatus status,
        @Nullable Due due,
        @Nullable Instant followUpDate,
        @Nullable String name,
        @Nullable Long customerId,
        @Nullable Long locationId,
        boolean doNotService,
        @Nullable String phone,
        @Nullable String summary,
        boolean urgent,
        String campaign,
        @Nullable String callReason,
        @Nullable String owner,
        @Nullable String holder,
        @Nullable Last last,
        @Nullable Instant closedOn) {

    /** When an open lead is to be followed up. */
    public enum Due {
        /** Its moment has passed. */
        Overdue,
        /** Later today. */
        Today,
        Coming,
        /** Nobody said when. */
        Undated
    }

    /** What came of it, when that was, and how many there are. */
    public record Last(@Nullable String outcome, Instant on, long count) {}
}
