package org.callboard.geography;

import io.swagger.v3.oas.annotations.media.Schema;
import org.callboard.addresses.Coordinates;
import org.jspecify.annotations.Nullable;

/**
 * How far a point is believed to be the one of its address.
 *
 * @param given as it was given, even out of range; null where there is none
 * @param suggestion what was probably meant, where two numbers were swapped or a minus was lost
 * @param distanceKm how far it is from the middle of its postal code; null where that is not known
 * @param place the state or country that the point is in, where that is another; null elsewhere
 * @param approximate about where the address is, by its postal code or city; never a door, so it is not to be stored
 */
@Schema(name = "AddressCheckCoordinates")
public record CoordinatesVerdict(
        Verdict verdict,
        @Nullable Coordinates given,
        @Nullable Coordinates suggestion,
        @Nullable Double distanceKm,
        @Nullable String place,
        @Nullable Approximate approximate) {

    /** In the order in which they are tried, but for swapped, which is often out of range. The constants are the wire's own words. */
    @Schema(name = "CoordinatesVerdict")
    public enum Verdict {
        Confirmed,
        None,
        OutOfRange,

        /** Latitude and longitude stand for each other. */
        Swapped,

        SignMissing,

        /** 0, 0: what programs write who know none. */
        NullIsland,

        NotOnLand,
        OtherCountry,
        OtherState,
        FarFromPostalCode,

        /** Fewer than four decimals in both: not a door. */
        Coarse;

        /** Whether the point is wrong rather than doubtful: such coordinates have failed. */
        public boolean fails() {
            return compareTo(OutOfRange) >= 0 && compareTo(OtherState) <= 0;
        }

        /** Whether the point is somewhere: distances go by no other. */
        public boolean isPlace() {
            return this != None && this != OutOfRange && this != NullIsland;
        }
    }

    /** The point, if it may be that of the address: zones and areas go by no other. Null where it has failed, or is none. */
    public @Nullable Coordinates believed() {
        return verdict.fails() ? null : given;
    }

    /** About where something is. */
    @Schema(name = "ApproximatePlace")
    public record Approximate(double latitude, double longitude, Precision precision, int radiusKm) {

        /** The point that it lies around. */
        public Coordinates middle() {
            return new Coordinates(latitude, longitude);
        }
    }

    /** What an approximate place is the middle of. The constants are the wire's own words. */
    public enum Precision {
        PostalCode,
        City
    }
}
