package org.callboard.web.addresses;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.callboard.addresses.Coordinates;
import org.callboard.geography.CoordinatesVerdict;
import org.callboard.geography.CoordinatesVerdict.Approximate;
import org.callboard.geography.CoordinatesVerdict.Precision;
import org.callboard.geography.Gazetteer;
import org.jspecify.annotations.Nullable;

/**
 * A small map of a state: its outline, about where the postal code is, and the point. It is drawn by ourselves: nobody
 * elsewhere learns of the address.
 *
 * @param outline the path of an SVG
 * @param zip null where it is not known
 * @param pin null where the point is outside of the map
 * @param words what it shows, for those who don't see it
 */
public record AddressMap(
        String outline,
        double width,
        double height,
        @Nullable Spot zip,
        @Nullable Spot pin,
        String words) {

    /** A place on the map, and how far around it reaches. */
    public record Spot(double x, double y, double radius) {}

    private static final double WIDTH = 240;
    private static final double TALLEST = 180;
    private static final double MARGIN = 8;

    /** Closer than this, two corners are one. */
    private static final double CLOSE = 0.6;

    /** Null where there is no outline of the state, or no point. */
    public static @Nullable AddressMap of(String state, CoordinatesVerdict point) {
        Coordinates at = point.given();
        Drawn drawn = at == null || !point.verdict().isPlace() ? null : Drawn.of(state);
        if (at == null || drawn == null) {
            return null;
        }
        Frame frame = drawn.frame;
        Approximate about = point.approximate();
        Spot pin = frame.spot(at, 0);
        boolean seen = pin.x >= 0 && pin.x <= frame.width() && pin.y >= 0 && pin.y <= frame.height();
        return new AddressMap(
                drawn.outline,
                round(frame.width()),
                round(frame.height()),
                about == null || about.precision() != Precision.PostalCode
                        ? null
                        : frame.spot(about.middle(), about.radiusKm()),
                seen ? pin : null,
                "Map of " + state + (seen ? " with the point" : ", which the point is outside of"));
    }

    /** A state as it is drawn, which is the same for all points. */
    private record Drawn(Frame frame, String outline) {

        private static final Map<String, Drawn> KNOWN = new ConcurrentHashMap<>();

        /** Null where there is no outline of the state; nothing is remembered of such, as anybody may type what is none. */
        static @Nullable Drawn of(String state) {
            Drawn known = KNOWN.get(state);
            List<float[]> rings = known == null ? Gazetteer.get().outline(state) : List.of();
            return rings.isEmpty() ? known : KNOWN.computeIfAbsent(state, name -> around(rings));
        }

        private static Drawn around(List<float[]> rings) {
            Frame frame = Frame.around(rings);
            return new Drawn(frame, frame.path(rings));
        }
    }

    private static double round(double number) {
        return Math.round(number * 10) / 10d;
    }

    /** Degrees on paper: a degree to the east is as long as it is in the middle of the state. */
    private record Frame(double west, double north, double scaleX, double scaleY, double width, double height) {

        static Frame around(List<float[]> rings) {
            double west = 180;
            double east = -360;
            double south = 90;
            double north = -90;
            for (float[] ring : rings) {
                for (int i = 0; i < ring.length; i += 2) {
                    west = Math.min(west, east(ring[i]));
                    east = Math.max(east, east(ring[i]));
                    south = Math.min(south, ring[i + 1]);
                    north = Math.max(north, ring[i + 1]);
                }
            }
            double squeezed = Math.cos(Math.toRadians((south + north) / 2));
            double scale = Math.min(
                    (WIDTH - 2 * MARGIN) / ((east - west) * squeezed), (TALLEST - 2 * MARGIN) / (north - south));
            return new Frame(
                    west,
                    north,
                    scale * squeezed,
                    scale,
                    (east - west) * scale * squeezed + 2 * MARGIN,
                    (north - south) * scale + 2 * MARGIN);
        }

        /** The islands of Alaska go on behind the line of the date. */
        private static double east(double longitude) {
            return longitude > 0 ? longitude - 360 : longitude;
        }

        private double x(double longitude) {
            return MARGIN + (east(longitude) - west) * scaleX;
        }

        private double y(double latitude) {
            return MARGIN + (north - latitude) * scaleY;
        }

        Spot spot(Coordinates at, double km) {
            return new Spot(
                    round(x(at.longitude())),
                    round(y(at.latitude())),
                    round(Math.max(4, km / Coordinates.KM_OF_DEGREE * scaleY)));
        }

        String path(List<float[]> rings) {
            StringBuilder path = new StringBuilder();
            for (float[] ring : rings) {
                path(ring, path);
            }
            return path.toString();
        }

        private void path(float[] ring, StringBuilder path) {
            double lastX = -1;
            double lastY = -1;
            int corners = 0;
            int start = path.length();
            for (int i = 0; i < ring.length; i += 2) {
                double x = x(ring[i]);
                double y = y(ring[i + 1]);
                if (Math.abs(x - lastX) + Math.abs(y - lastY) > CLOSE) {
                    path.append(corners++ == 0 ? 'M' : 'L').append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
                    lastX = x;
                    lastY = y;
                }
            }
            if (corners < 3) {
                path.setLength(start);
            } else {
                path.append('Z');
            }
        }
    }
}
