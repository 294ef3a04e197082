package org.callboard.geography;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.addresses.Coordinates;
import org.jspecify.annotations.Nullable;

/** The outlines of areas, each with a name. Two areas of one name are one. */
final class Outlines {

    private final Map<String, List<Ring>> areas = new LinkedHashMap<>();

    /** Lines that neighbors share, and the rings that are made of them. */
    static Outlines read(PackedInput in) throws IOException {
        List<float[]> lines = readLines(in);
        Outlines outlines = new Outlines();
        in.list(() -> {
            List<Ring> area = outlines.areas.computeIfAbsent(in.text(), name -> new ArrayList<>());
            area.addAll(in.list(() -> new Ring(joined(lines, in.list(in::signed)))));
            return area;
        });
        return outlines;
    }

    /** Lines in steps of a grid, each as degrees east and north by turns. */
    static List<float[]> readLines(PackedInput in) throws IOException {
        double scaleX = in.signed() / 1e9;
        double scaleY = in.signed() / 1e9;
        double left = in.signed() / 1e9;
        double bottom = in.signed() / 1e9;
        return in.list(() -> {
            int[] x = in.deltas(in.unsigned());
            int[] y = in.deltas(x.length);
            float[] line = new float[2 * x.length];
            for (int i = 0; i < x.length; i++) {
                line[2 * i] = (float) (x[i] * scaleX + left);
                line[2 * i + 1] = (float) (y[i] * scaleY + bottom);
            }
            return line;
        });
    }

    /** A line backwards has its complement as its number; the first point of each but the first is the last of the one before. */
    private static float[] joined(List<float[]> lines, List<Long> numbers) {
        int size = 0;
        for (long number : numbers) {
            size += lines.get((int) (number < 0 ? ~number : number)).length - 2;
        }
        float[] ring = new float[size];
        int at = 0;
        for (long number : numbers) {
            float[] line = lines.get((int) (number < 0 ? ~number : number));
            for (int i = 0; i < line.length - 2; i += 2) {
                int from = number < 0 ? line.length - 2 - i : i;
                ring[at++] = line[from];
                ring[at++] = line[from + 1];
            }
        }
        return ring;
    }

    /** The area that a point is in; null where it is in none. */
    @Nullable
    String at(Coordinates at) {
        return areas.keySet().stream()
                .filter(name -> contains(name, at))
                .findFirst()
                .orElse(null);
    }

    /** The area that a point is in or nearest to, at most so far away; null where none is. */
    @Nullable
    String near(Coordinates at, double km) {
        String inside = at(at);
        if (inside != null) {
            return inside;
        }
        String nearest = null;
        double best = km;
        for (String name : areas.keySet()) {
            double distance = kilometersTo(name, at, best);
            if (distance < best) {
                nearest = name;
                best = distance;
            }
        }
        return nearest;
    }

    /** The closed lines around an area, in degrees: east and north by turns. */
    List<float[]> lines(String name) {
        return areas.getOrDefault(name, List.of()).stream()
                .map(ring -> ring.points.clone())
                .toList();
    }

    Set<String> names() {
        return areas.keySet();
    }

    boolean contains(String name, Coordinates at) {
        boolean inside = false;
        for (Ring ring : areas.getOrDefault(name, List.of())) {
            inside ^= ring.contains(at.longitude(), at.latitude());
        }
        return inside;
    }

    /** Whether a point is in an area or at most so far from it. */
    boolean isWithin(String name, Coordinates at, double km) {
        return contains(name, at) || kilometersTo(name, at, km) < km;
    }

    /** The way to the outline of an area where it is shorter than what is asked for; else that. */
    private double kilometersTo(String name, Coordinates at, double most) {
        double best = most;
        for (Ring ring : areas.getOrDefault(name, List.of())) {
            best = ring.kilometersTo(at, best);
        }
        return best;
    }

    /** A closed line, in degrees: east and north by turns. */
    private static final class Ring {

        private final float[] points;
        private float west = 180;
        private float east = -180;
        private float south = 90;
        private float north = -90;

        Ring(float[] points) {
            this.points = points;
            for (int i = 0; i < points.length; i += 2) {
                west = Math.min(west, points[i]);
                east = Math.max(east, points[i]);
                south = Math.min(south, points[i + 1]);
                north = Math.max(north, points[i + 1]);
            }
        }

        /** Whether a line to the east crosses it an odd number of times. */
        boolean contains(double x, double y) {
            if (x < west || x > east || y < south || y > north) {
                return false;
            }
            boolean inside = false;
            for (int i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
                boolean crosses = points[i + 1] > y != points[j + 1] > y;
                if (crosses
                        && x
                                < (points[j] - points[i]) * (y - points[i + 1]) / (points[j + 1] - points[i + 1])
                                        + points[i]) {
                    inside = !inside;
                }
            }
            return inside;
        }

        /** On a plane, which is right enough for a few kilometers. */
        double kilometersTo(Coordinates at, double most) {
            double x = at.longitude();
            double y = at.latitude();
            double squeezed = Coordinates.KM_OF_DEGREE * Math.cos(Math.toRadians(y));
            double marginX = most / Math.max(squeezed, 1);
            double marginY = most / Coordinates.KM_OF_DEGREE;
            if (x < west - marginX || x > east + marginX || y < south - marginY || y > north + marginY) {
                return most;
            }
            double best = most * most;
            for (int i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
                double fromX = (points[j] - x) * squeezed;
                double fromY = (points[j + 1] - y) * Coordinates.KM_OF_DEGREE;
                double wayX = (points[i] - points[j]) * squeezed;
                double wayY = (points[i + 1] - points[j + 1]) * Coordinates.KM_OF_DEGREE;
                double length = wayX * wayX + wayY * wayY;
                double part = length == 0 ? 0 : Math.clamp(-(fromX * wayX + fromY * wayY) / length, 0, 1);
                double awayX = fromX + part * wayX;
                double awayY = fromY + part * wayY;
                best = Math.min(best, awayX * awayX + awayY * awayY);
            }
            return Math.sqrt(best);
        }
    }
}
