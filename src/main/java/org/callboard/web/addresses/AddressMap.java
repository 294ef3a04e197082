package org.callboard.web.addresses;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.callboard.addresses.Coordinates;
import org.callboard.geography.CoordinatesVerdict;
import org.callboard.geography.CoordinatesVerdict.Approximate;
import org.callboard.geography.CoordinatesVerdict.Precision;
import org.callboard.geography.CountyLines;
import org.callboard.geography.Gazetteer;
import org.jspecify.annotations.Nullable;

/**
 * A small map of where a point is, about where its postal code is, and other locations nearby: of the counties around, or of
 * the whole state where the two are far from each other. It is drawn by ourselves: nobody elsewhere learns of the address.
 *
 * @param outline the state's, as the path of an SVG; empty where counties are drawn
 * @param counties the lines between them; empty where the state is drawn
 * @param zip null where it is not known
 * @param pin null where the point is outside of the map
 * @param ruler how long a round number of miles or kilometers is; null where the state is drawn
 * @param words what it shows, for those who don't see it
 */
public record AddressMap(
        String outline,
        String counties,
        double width,
        double height,
        @Nullable Spot zip,
        @Nullable Spot pin,
        List<Spot> others,
        @Nullable Ruler ruler,
        String words) {

    /** How far around a point other locations may be of use. */
    public static final double NEAR_KM = 40;

    /** Farther than this from its postal code, a point is shown on the whole state. */
    private static final double FAR_KM = 60;

    /** What is shown around a point at the least. */
    private static final double LEAST_KM = 13;

    private static final int MOST_OTHERS = 60;

    /** A place on the map, and how far around it reaches. */
    public record Spot(double x, double y, double radius) {}

    /** A way in words, and how long it is on the map. */
    public record Ruler(double length, String label) {

        static Ruler of(MapFrame frame, boolean miles) {
            return miles
                    ? new Ruler(MapFrame.round(frame.length(5 * Coordinates.KM_OF_MILE)), "5 miles")
                    : new Ruler(MapFrame.round(frame.length(10)), "10 km");
        }
    }

    /**
     * Null where there is no outline of the state, or no point.
     *
     * @param others where other locations are
     * @param miles whether people count in miles
     */
    public static @Nullable AddressMap of(
            String state, CoordinatesVerdict point, List<Coordinates> others, boolean miles) {
        Coordinates at = point.given();
        Drawn drawn = at == null || !point.verdict().isPlace() ? null : Drawn.of(state);
        if (at == null || drawn == null) {
            return null;
        }
        Approximate about = point.approximate();
        Approximate zip = about != null && about.precision() == Precision.PostalCode ? about : null;
        double away = about == null ? 0 : about.middle().kilometersTo(at);
        if (away > FAR_KM || point.verdict().fails()) {
            return of(drawn.frame, drawn.outline, "", at, zip, List.of(), null, state);
        }
        MapFrame frame = MapFrame.around(at, Math.max(LEAST_KM, away + (zip == null ? 0 : zip.radiusKm())));
        String counties = frame.path(CountyLines.within(frame.box()), false);
        return of(frame, "", counties, at, zip, others, Ruler.of(frame, miles), state);
    }

    private static AddressMap of(
            MapFrame frame,
            String outline,
            String counties,
            Coordinates at,
            @Nullable Approximate zip,
            List<Coordinates> others,
            @Nullable Ruler ruler,
            String state) {
        Spot pin = frame.spot(at, 0);
        boolean seen = frame.shows(pin);
        List<Spot> around = others.stream()
                .map(other -> frame.spot(other, 0))
                .filter(frame::shows)
                .limit(MOST_OTHERS)
                .toList();
        return new AddressMap(
                outline,
                counties,
                MapFrame.round(frame.width()),
                MapFrame.round(frame.height()),
                zip == null ? null : frame.spot(zip.middle(), zip.radiusKm()),
                seen ? pin : null,
                around,
                ruler,
                (outline.isEmpty() ? "Map of the counties around the point in " : "Map of ")
                        + state
                        + (outline.isEmpty() ? "" : seen ? " with the point" : ", which the point is outside of")
                        + others(around.size()));
    }

    private static String others(int count) {
        return count == 0 ? "" : count == 1 ? ", and another location" : ", and " + count + " other locations";
    }

    /** A state as it is drawn, which is the same for all points. */
    private record Drawn(MapFrame frame, String outline) {

        private static final Map<String, Drawn> KNOWN = new ConcurrentHashMap<>();

        /** Null where there is no outline of the state; nothing is remembered of such, as anybody may type what is none. */
        static @Nullable Drawn of(String state) {
            Drawn known = KNOWN.get(state);
            List<float[]> rings = known == null ? Gazetteer.get().outline(state) : List.of();
            return rings.isEmpty() ? known : KNOWN.computeIfAbsent(state, name -> around(rings));
        }

        private static Drawn around(List<float[]> rings) {
            MapFrame frame = MapFrame.around(rings);
            return new Drawn(frame, frame.path(rings, true));
        }
    }
}
