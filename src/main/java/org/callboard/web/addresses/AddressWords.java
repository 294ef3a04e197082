package org.callboard.web.addresses;

import java.util.Locale;
import org.callboard.addresses.Coordinates;
import org.callboard.geography.CoordinatesVerdict;
import org.callboard.geography.ProblemCode;
import org.jspecify.annotations.Nullable;

/** What is found out about addresses, in words for the office. Distances are in miles where people count so. */
final class AddressWords {

    private AddressWords() {}

    /** What is wrong with a part, where nothing says it better; null for what is only not typed yet. */
    static @Nullable String of(ProblemCode code) {
        return switch (code) {
            case StreetMissing, CityMissing, StateMissing, ZipMissing -> null;
            case CityMisspelt -> "The city may be misspelled.";
            case CityElsewhere -> "This city is elsewhere in the state.";
            case CityUnknown -> "We don't know this city name. That may be fine.";
            case StateMisspelt -> "The state may be misspelled.";
            case StateElsewhere -> "The ZIP and the city are in another state.";
            case StateUnknown -> "We don't know this state.";
            case ZipMisspelt -> "The ZIP has lost its zeros in front.";
            case ZipElsewhere -> "The ZIP is of another city.";
            case ZipUnknown -> "We don't know this ZIP. It may be new.";
            case ZipMalformed -> "No postal code there is written so.";
            case ZipImpossible -> "No ZIP of any state begins so.";
            case CountryUnknown -> "We don't know this country.";
            case CountryElsewhere -> "The postal code looks like one of another country.";
            case DeliverableOnly -> "Mail gets there, but nobody can be visited there.";
            default -> null;
        };
    }

    /** What is missing in an address that is stored; null where the problem is another. */
    static @Nullable String missing(ProblemCode code) {
        return switch (code) {
            case StreetMissing -> "The street is missing.";
            case CityMissing -> "The city is missing.";
            case StateMissing -> "The state is missing.";
            case ZipMissing -> "The ZIP is missing.";
            default -> null;
        };
    }

    /** What is thought of a point; null where there is none. */
    static @Nullable String of(CoordinatesVerdict point, boolean miles) {
        return switch (point.verdict()) {
            case None -> null;
            case Confirmed -> "The point fits the address" + away(point, miles, ", ", "");
            case OutOfRange -> "There is no such point: latitude ends at 90, longitude at 180.";
            case Swapped -> "Latitude and longitude look swapped.";
            case SignMissing -> "A minus seems to be missing.";
            case NullIsland -> "0, 0 is in the Atlantic: it stands for no point at all.";
            case NotOnLand -> "The point is in the water.";
            case OtherCountry -> "The point is in " + point.place() + ".";
            case OtherState -> "The point is in " + point.place() + away(point, miles, ", ", "");
            case FarFromPostalCode -> "The point is far off" + away(point, miles, ": ", "");
            case Coarse -> "The point is rough: fewer than four decimals lead to no door.";
        };
    }

    private static String away(CoordinatesVerdict point, boolean miles, String before, String otherwise) {
        Double km = point.distanceKm();
        if (km == null) {
            return otherwise + ".";
        }
        double way = miles ? km / Coordinates.KM_OF_MILE : km;
        String unit = miles ? "mile" : "km";
        String number = way < 1 ? "less than 1" : String.format(Locale.ROOT, "%,d", Math.round(way));
        String plural = miles && !number.equals("1") && way >= 1 ? "s" : "";
        return before + number + " " + unit + plural + " from the middle of its postal code.";
    }
}
