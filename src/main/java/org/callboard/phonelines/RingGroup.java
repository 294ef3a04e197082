package org.callboard.phonelines;

import java.time.Instant;
import java.util.List;
import org.callboard.settings.Setting;
import org.callboard.validation.VisibleText;

/** People who answer the numbers that name the group. One that is not active is like none. */
public record RingGroup(long id, Details details, boolean active, Instant createdOn, Instant modifiedOn)
        implements Setting<RingGroup.Details> {

    /** @param userIds its members, ascending where they were stored */
    public record Details(String name, List<Long> userIds) implements Named {

        public Details {
            name = VisibleText.strip(name);
        }
    }

    public List<Long> userIds() {
        return details.userIds;
    }
}
