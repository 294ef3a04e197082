package org.callboard.web.settings;

import java.util.List;

/**
 * A record in a settings list: its name, then the cells under the kind's columns.
 *
 * @param editable whether the one who looks may change it here
 */
record Line(long id, String name, boolean active, boolean editable, List<String> cells) {

    static Line of(long id, String name, boolean active, String... cells) {
        return new Line(id, name, active, true, List.of(cells));
    }
}
