package org.callboard.settings;

import java.time.Instant;
import org.callboard.validation.VisibleText;

/** A label for customers, locations, leads and jobs. */
public record TagType(long id, Details details, boolean active, Instant createdOn, Instant modifiedOn)
        implements Setting<TagType.Details> {

    public record Details(String name) implements Named {
        public Details {
            name = VisibleText.strip(name);
        }
    }
}
