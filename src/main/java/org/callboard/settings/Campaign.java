package org.callboard.settings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What brought somebody to call: an advertisement, a website, a recommendation. */
public record Campaign(
        long id, String name, @Nullable Category category, boolean active, Instant createdOn, Instant modifiedOn) {

    /** As much of the campaign's category as is shown with it. */
    public record Category(long id, String name, boolean active) {}
}
