package org.callboard.geography;

import static org.callboard.geography.NextAction.Confirm;
import static org.callboard.geography.NextAction.Fix;

/** Why an address needs a look. The constants are the wire's own words. */
public enum ProblemCode {
    StreetMissing(Fix),
    CityMissing(Fix),
    StateMissing(Fix),
    ZipMissing(Fix),

    /** It differs by a letter or two from a name that is used there. */
    CityMisspelt(Confirm),

    /** A place of that name is elsewhere in the state. */
    CityElsewhere(Confirm),

    /** No place of that name is known in the state. */
    CityUnknown(Confirm),

    StateMisspelt(Confirm),

    /** The ZIP and the city agree on another state. */
    StateElsewhere(Confirm),

    StateUnknown(Confirm),

    /** It has lost the zeros in front. */
    ZipMisspelt(Confirm),

    /** The city and the state agree against it. */
    ZipElsewhere(Confirm),

    /** It may exist, but is not known. */
    ZipUnknown(Confirm),

    /** No postcode of the country is written so. */
    ZipMalformed(Fix),

    /** No ZIP of any state begins so. */
    ZipImpossible(Fix),

    CountryUnknown(Confirm),

    /** The postcode has the form of another country. */
    CountryElsewhere(Confirm),

    /** Nobody can be visited there: a post office box, or the military. */
    DeliverableOnly(Fix),

    OutOfRange(Fix),
    Swapped(Confirm),
    SignMissing(Confirm),
    NullIsland(Confirm),
    NotOnLand(Confirm),
    OtherCountry(Confirm),
    OtherState(Confirm),
    FarFromPostalCode(Confirm),
    Coarse(Confirm);

    private final NextAction action;

    ProblemCode(NextAction action) {
        this.action = action;
    }

    /** What it asks for. */
    public NextAction action() {
        return action;
    }
}
