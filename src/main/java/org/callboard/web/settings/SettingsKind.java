package org.callboard.web.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of record that a company sets up: how its list and its form look, and which service keeps it. {@link
 * SettingsKindController} and its two templates do the rest. Services refuse with an {@code ApiProblem} that names the
 * fields as the form does.
 */
interface SettingsKind {

    /** The last part of the address, such as {@code tag-types}. */
    String path();

    /** The heading, such as {@code Tag types}. */
    String title();

    /** One of them, in a sentence, such as {@code tag type}. */
    String noun();

    /** One sentence for somebody who sees it for the first time. */
    String about();

    /** The headings of the columns after the name. */
    default List<String> columns() {
        return List.of();
    }

    /** All of them, by name. */
    List<Line> lines(long tenant);

    /** The fields of the form; id is null for a new record. */
    List<Field> fields(long tenant, @Nullable Long id);

    /** How the form of a record is filled. */
    Input values(long tenant, long id);

    void add(long tenant, Input input);

    void update(long tenant, long id, Input input, boolean active);

    /** Whether the record is active now. */
    boolean active(long tenant, long id);

    /** Changes nothing but whether the record is active. */
    default void activate(long tenant, long id, boolean active) {
        update(tenant, id, values(tenant, id), active);
    }
}
