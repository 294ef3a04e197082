package org.callboard.settings;

import java.time.Instant;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** A label for customers, locations, leads and jobs. */
public record TagType(long id, Details details, boolean active, Instant createdOn, Instant modifiedOn)
        implements Setting<TagType.Details> {

    public enum Importance {
        Medium,
        High
    }

    /**
     * What is beside the name is kept for programs, which read it.
     *
     * @param color such as {@code #2e7d32}; empty for none
     * @param code a short word for it; empty for none
     */
    public record Details(
            String name,
            String color,
            String code,
            @Nullable Importance importance,
            boolean isConversionOpportunity,
            boolean allowToUseOnTimesheetActivity,
            boolean isVisibleOnDispatchBoard)
            implements Named {
        public Details {
            name = VisibleText.strip(name);
            color = VisibleText.strip(color);
            code = VisibleText.strip(code);
        }

        /** One of which nothing else is said. */
        public Details(String name) {
            this(name, "", "", null, false, false, false);
        }
    }
}
