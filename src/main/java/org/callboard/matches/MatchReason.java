package org.callboard.matches;

import java.util.Locale;

/** Why two records may be one, or a customer on record may be the one who asks; and what speaks against it. */
public enum MatchReason {
    SamePhone("Same phone"),
    SameEmail("Same e-mail"),
    SharedPhone("Same phone as many"),
    SharedEmail("Same e-mail as many"),
    SameAddress("Same address"),
    SharedAddress("Same address as many"),
    SameHouse("Same house"),
    SimilarAddress("Similar address"),
    SameName("Same name"),
    SimilarName("Similar name"),
    CustomerOfLead("This lead's customer"),
    OtherUnit("Another unit"),
    OtherFamily("Another last name"),
    OtherGeneration("Jr. and Sr."),
    OtherKind("Residential and commercial");

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

    /** Whether it says that they are two. */
    public boolean isAgainst() {
        return this == OtherUnit || this == OtherFamily || this == OtherGeneration || this == OtherKind;
    }
}
