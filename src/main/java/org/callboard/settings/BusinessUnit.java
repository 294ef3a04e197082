package org.callboard.settings;

import java.time.Instant;
import org.callboard.validation.VisibleText;

/** A part of the company that work is booked for, such as one trade or one town. */
public record BusinessUnit(long id, Details details, boolean active, Instant createdOn, Instant modifiedOn)
        implements Setting<BusinessUnit.Details> {

    public record Details(String name) implements Named {
        public Details {
            name = VisibleText.strip(name);
        }
    }
}
