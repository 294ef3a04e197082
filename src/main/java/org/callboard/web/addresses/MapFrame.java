package org.callboard.web.addresses;

import java.util.List;
import java.util.Locale;
import org.callboard.addresses.Coordinates;
import org.callboard.geography.CountyLines.Box;
import org.callboard.web.addresses.AddressMap.Spot;

/** Degrees on paper: a degree to the east is as long as it is in the middle of the map. */
record MapFrame(double west, double north, double scaleX, double scaleY, double width, double height) {

    private static final double WIDTH = 240;
    private static final double TALLEST = 180;
    private static final double MARGIN = 8;

    /** Closer than this, two corners are one. */
    private static final double CLOSE = 0.6;

    /** All of some closed lines. */
    static MapFrame around(List<float[]> rings) {
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
        double scale =
                Math.min((WIDTH - 2 * MARGIN) / ((east - west) * squeezed), (TALLEST - 2 * MARGIN) / (north - south));
        return new MapFrame(
                west,
                north,
                scale * squeezed,
                scale,
                (east - west) * scale * squeezed + 2 * MARGIN,
                (north - south) * scale + 2 * MARGIN);
    }

    /** What is at most so far from a point to the north and to the south, and somewhat more to the sides. */
    static MapFrame around(Coordinates middle, double km) {
        double reach = km / Coordinates.KM_OF_DEGREE;
        double scale = (TALLEST / 2 - MARGIN) / reach;
        double squeezed = scale * Math.max(0.1, Math.cos(Math.toRadians(middle.latitude())));
        return new MapFrame(
                east(middle.longitude()) - (WIDTH / 2 - MARGIN) / squeezed,
                middle.latitude() + reach,
                squeezed,
                scale,
                WIDTH,
                TALLEST);
    }

    /** What it shows, to the edge. */
    Box box() {
        double turn = west < -180 ? 360 : 0;
        return new Box(
                west - MARGIN / scaleX + turn,
                north + (MARGIN - height) / scaleY,
                west + (width - MARGIN) / scaleX + turn,
                north + MARGIN / scaleY);
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

    /** How long a way is. */
    double length(double km) {
        return km / Coordinates.KM_OF_DEGREE * scaleY;
    }

    Spot spot(Coordinates at, double km) {
        return new Spot(round(x(at.longitude())), round(y(at.latitude())), round(Math.max(4, length(km))));
    }

    boolean shows(Spot spot) {
        return spot.x() >= 0 && spot.x() <= width && spot.y() >= 0 && spot.y() <= height;
    }

    static double round(double number) {
        return Math.round(number * 10) / 10d;
    }

    /** Lines, which may be closed, as the path of an SVG. */
    String path(List<float[]> lines, boolean closed) {
        StringBuilder path = new StringBuilder();
        for (float[] line : lines) {
            path(line, closed, path);
        }
        return path.toString();
    }

    private void path(float[] line, boolean closed, StringBuilder path) {
        double lastX = -WIDTH;
        double lastY = -TALLEST;
        int corners = 0;
        int start = path.length();
        for (int i = 0; i < line.length; i += 2) {
            double x = x(line[i]);
            double y = y(line[i + 1]);
            boolean isEnd = !closed && i == line.length - 2;
            if (isEnd || Math.abs(x - lastX) + Math.abs(y - lastY) > CLOSE) {
                path.append(corners++ == 0 ? 'M' : 'L').append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
                lastX = x;
                lastY = y;
            }
        }
        if (corners < (closed ? 3 : 2)) {
            path.setLength(start);
        } else if (closed) {
            path.append('Z');
        }
    }
}
