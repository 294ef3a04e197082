package org.callboard.matches;

import java.util.Locale;

/** Why a customer on record may be the one who asks. */
public enum MatchReason {
    SamePhone("Same phone"),
    SameEmail("Same e-mail"),
    SameAddress("Same address"),
    SimilarAddress("Similar address"),
    SimilarName("Similar name"),
    CustomerOfLead("This lead's customer");

    private final String label;

    MatchReason(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** The same within a sentence. */
    public String word() {
        return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
