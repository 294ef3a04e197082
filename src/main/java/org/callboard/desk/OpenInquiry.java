package org.callboard.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.callboard.matches.MatchReason;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom nobody has answered yet, and who may be the one who asks.
 *
 * @param name null where a lead has none
 * @param customerId the customer whose lead it is; null for nobody's, and for an inquiry
 * @param similarName whether it is somebody of a similar name, which alone is shown and attaches nobody
 * @param since when it came
 */
public record OpenInquiry(
        Kind kind,
        long id,
        @Nullable String name,
        @Nullable String summary,
        @Nullable Long customerId,
        boolean samePhone,
        boolean sameEmail,
        boolean similarName,
        Instant since) {

    /** What it is. */
    public enum Kind {
        Lead("Open lead"),
        Booking("Waiting inquiry");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As people read it. */
        public String label() {
            return label;
        }
    }

    public boolean lead() {
        return kind == Kind.Lead;
    }

    /** Where it is shown. */
    public String path() {
        return (lead() ? "/leads/" : "/calls/") + id;
    }

    /** What it and the one who asks have in common; nothing where it is a lead of a customer on record. */
    public List<MatchReason> reasons() {
        List<MatchReason> reasons = new ArrayList<>();
        if (samePhone) {
            reasons.add(MatchReason.SamePhone);
        }
        if (sameEmail) {
            reasons.add(MatchReason.SameEmail);
        }
        if (similarName) {
            reasons.add(MatchReason.SimilarName);
        }
        return reasons;
    }
}
