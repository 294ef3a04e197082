package org.callboard.leads;

import java.time.Instant;
import org.callboard.settings.Setting;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A form whose answers become leads. Such a lead is credited to the campaign; it has the call reason, or comes up for a
 * follow-up after so many days, or both. No days at all mean at once.
 */
public record LeadForm(long id, Details details, boolean active, Instant createdOn, Instant modifiedOn)
        implements Setting<LeadForm.Details> {

    public record Details(
            String name,
            @Nullable Long campaignId,
            @Nullable Long callReasonId,
            @Nullable Integer followUpDays) implements Named {
        public Details {
            name = VisibleText.strip(name);
        }
    }
}
