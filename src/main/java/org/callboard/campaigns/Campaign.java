package org.callboard.campaigns;

import java.time.Instant;
import java.util.List;
import org.callboard.settings.Setting;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * What brought somebody to call: an advertisement, a website, a recommendation.
 *
 * @param phoneNumbers the company's own numbers that were given out for it, E.164
 */
public record Campaign(
        long id,
        Details details,
        @Nullable String categoryName,
        @Nullable Boolean categoryActive,
        List<String> phoneNumbers,
        boolean active,
        Instant createdOn,
        Instant modifiedOn)
        implements Setting<Campaign.Details> {

    public record Details(String name, @Nullable Long categoryId) implements Named {
        public Details {
            name = VisibleText.strip(name);
        }
    }

    /** As much of the campaign's category as is shown with it. */
    public record Category(long id, String name, boolean active) {}

    public @Nullable Category category() {
        return details.categoryId == null || categoryName == null || categoryActive == null
                ? null
                : new Category(details.categoryId, categoryName, categoryActive);
    }
}
