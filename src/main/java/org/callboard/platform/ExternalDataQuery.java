package org.callboard.settings;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose external data a client wants to see. Settings hold none, so it is read, checked and changes nothing. */
record ExternalDataQuery(
        @Schema(description = "Of the app whose external data is shown; settings hold none.") @Nullable
        UUID externalDataApplicationGuid) {}
