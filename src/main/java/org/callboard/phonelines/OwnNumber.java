package org.callboard.phonelines;

import java.time.Instant;
import org.callboard.settings.Setting;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** A number under which the company is called. */
public record OwnNumber(long id, Details details, boolean active, Instant createdOn, Instant modifiedOn)
        implements Setting<OwnNumber.Details> {

    /**
     * @param number E.164 where it was stored
     * @param campaignId what calls of it are credited to
     * @param ringGroupId who answers; everybody who takes calls where it names no group
     */
    public record Details(
            String name,
            String number,
            @Nullable Long campaignId,
            @Nullable Long businessUnitId,
            @Nullable Long ringGroupId)
            implements Named {

        public Details {
            name = VisibleText.strip(name);
        }
    }

    /** What people call it. */
    public String label() {
        return name();
    }

    public String number() {
        return details.number;
    }

    public @Nullable Long campaignId() {
        return details.campaignId;
    }

    public @Nullable Long businessUnitId() {
        return details.businessUnitId;
    }

    public @Nullable Long ringGroupId() {
        return details.ringGroupId;
    }
}
