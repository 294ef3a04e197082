package org.callboard.geography;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines between the counties of the United States, to draw them. They are read when they are first asked for. */
public final class CountyLines {

    /** A part of the world, in degrees. */
    public record Box(double west, double south, double east, double north) {

        private boolean touches(double x1, double y1, double x2, double y2) {
            return Math.max(x1, x2) >= west
                    && Math.min(x1, x2) <= east
                    && Math.max(y1, y2) >= south
                    && Math.min(y1, y2) <= north;
        }
    }

    /** Read once, by whoever comes first. */
    private static final class Holder {
        private static final List<float[]> LINES = read();

        private static List<float[]> read() {
            try (PackedInput in = PackedInput.ofResource("/geography/counties.bin.gz")) {
                return Outlines.readLines(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private CountyLines() {}

    /** What of the lines lies in a box, and a little beyond: each as degrees east and north by turns. */
    public static List<float[]> within(Box box) {
        List<float[]> found = new ArrayList<>();
        for (float[] line : Holder.LINES) {
            int from = -1;
            for (int i = 2; i < line.length; i += 2) {
                boolean touches = box.touches(line[i - 2], line[i - 1], line[i], line[i + 1]);
                if (touches && from < 0) {
                    from = i - 2;
                } else if (!touches && from >= 0) {
                    found.add(Arrays.copyOfRange(line, from, i));
                    from = -1;
                }
            }
            if (from >= 0) {
                found.add(Arrays.copyOfRange(line, from, line.length));
            }
        }
        return found;
    }
}
