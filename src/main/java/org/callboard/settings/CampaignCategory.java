package org.callboard.settings;

import java.time.Instant;

/** What campaigns are grouped by in reports. */
public record CampaignCategory(long id, String name, Type type, boolean active, Instant createdOn, Instant modifiedOn) {

    /** Google's own leads are counted apart from all others. */
    public enum Type {
        Regular,
        GoogleHomeServices
    }
}
