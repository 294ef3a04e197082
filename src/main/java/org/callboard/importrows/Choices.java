package org.callboard.importrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people say about a list.
 *
 * @param fields what each column holds; empty where it is left out
 * @param followUpDate for the leads whose row has no date of its own
 */
public record Choices(
        List<Optional<ImportField>> fields,
        @Nullable Long campaignId,
        @Nullable Long callReasonId,
        @Nullable Instant followUpDate,
        OnMatch onMatch) {

    boolean has(ImportField field) {
        return fields.contains(Optional.of(field));
    }
}
