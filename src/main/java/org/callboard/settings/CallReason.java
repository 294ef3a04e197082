package org.callboard.settings;

import java.time.Instant;
import org.callboard.validation.VisibleText;

/** Why somebody called, or why a call was not booked. {@code isLead} says whether it counts as a lead. */
public record CallReason(long id, Details details, boolean active, Instant createdOn, Instant modifiedOn)
        implements Setting<CallReason.Details> {

    public record Details(String name, boolean isLead) implements Named {
        public Details {
            name = VisibleText.strip(name);
        }
    }
}
