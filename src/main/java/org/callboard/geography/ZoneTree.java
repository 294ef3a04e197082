package org.callboard.geography;

import java.util.List;
import org.callboard.addresses.Coordinates;

/**
 * Time zones of the earth in one text: a grid of 48 by 24 cells, each of which is a zone or points to its four quarters. Two
 * characters are one number in base 56. The text and its form are those of tz-lookup.
 */
final class ZoneTree {

    private static final int COLUMNS = 48;
    private static final int ROWS = 24;
    private static final int BASE = 56;
    private static final int FIRST = 35 * BASE + 35;
    private static final int NUMBERS = BASE * BASE;

    private final String tree;
    private final List<String> zones;

    ZoneTree(String tree, List<String> zones) {
        this.tree = tree;
        this.zones = zones;
    }

    /** The zone at a point, out at sea one of those by hours. */
    String at(Coordinates at) {
        double x = COLUMNS * (180 + at.longitude()) / 360.00000000000006;
        double y = ROWS * (90 - at.latitude()) / 180.00000000000003;
        int column = (int) x;
        int row = (int) y;
        int number = number(2 * (COLUMNS * row + column));
        int block = -1;
        while (number + zones.size() < NUMBERS) {
            block += number + 1;
            x = 2 * (x - column) % 2;
            y = 2 * (y - row) % 2;
            column = (int) x;
            row = (int) y;
            number = number(8 * block + 4 * row + 2 * column + 2 * COLUMNS * ROWS);
        }
        return zones.get(number + zones.size() - NUMBERS);
    }

    private int number(int at) {
        return BASE * tree.charAt(at) + tree.charAt(at + 1) - FIRST;
    }
}
