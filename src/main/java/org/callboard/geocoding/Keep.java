package org.callboard.geocoding;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a provider's terms let others keep of its answers. */
enum Keep {
    Nothing(null),
    /** Its own name for the place alone, of which Callboard makes no use. */
    PlaceIdOnly(null),
    ThirtyDays(Duration.ofDays(30)),
    /** What a person has looked at and taken over is the person's; until then nothing. */
    AfterConfirmation(null),
    /** For ever; but streets change, and nobody's address is kept for longer than it is of use. */
    Everything(Duration.ofDays(180));

    /** How long an answer is kept, to ask no second time; null for not at all. */
    final @Nullable Duration answers;

    Keep(@Nullable Duration answers) {
        this.answers = answers;
    }
}
