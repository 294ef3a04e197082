package org.callboard.campaigns;

import java.time.Instant;
import org.callboard.settings.Setting;
import org.callboard.validation.VisibleText;

/** What campaigns are grouped by in reports. */
public record CampaignCategory(long id, Details details, boolean active, Instant createdOn, Instant modifiedOn)
        implements Setting<CampaignCategory.Details> {

    public record Details(String name, Type type) implements Named {
        public Details {
            name = VisibleText.strip(name);
        }
    }

    /** Google's own leads are counted apart from all others. */
    public enum Type {
        Regular,
        GoogleHomeServices
    }
}
