package org.callboard.paging;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose external data a client wants to see with records that hold none: it is read, checked and changes nothing. */
public record ExternalDataQuery(
        @Schema(description = "Of the app whose external data is shown; these records hold none.") @Nullable
        UUID externalDataApplicationGuid) {}
