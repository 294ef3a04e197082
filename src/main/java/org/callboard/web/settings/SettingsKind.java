package org.callboard.web.settings;

import java.util.List;
import org.callboard.platform.ApiProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

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

    /** All of them, by name; where the company arranges them itself, in that order. */
    List<Line> lines(long tenant);

    /** The fields of the form; id is null for a new record. */
    List<Field> fields(long tenant, @Nullable Long id);

    /** How the form of a record is filled. */
    Input values(long tenant, long id);

    void add(long tenant, Input input);

    void update(long tenant, long id, Input input, boolean active);

    /** Whether the company arranges them itself; then {@link #move} is asked for it. */
    default boolean arranged() {
        return false;
    }

    /** Moves a record one place up or down among the active ones; 404 where the kind is not arranged. */
    default void move(long tenant, long id, boolean up) {
        throw ApiProblem.of(HttpStatus.NOT_FOUND, "There is no page at this address.");
    }

    /** Why the one who looks can't change the record here, in a sentence; null where they can. Its form then only shows it. */
    default @Nullable String barrier(long tenant, long id) {
        return null;
    }

    /**
     * What happens when one of them is deactivated, in sentences that follow {@code Deactivate …?}.
     */
    default String whenDeactivated() {
        return "It stays where it is used and can't be chosen any more. It can be reactivated.";
    }

    /** Whether the record is active now. */
    boolean active(long tenant, long id);

    /** Changes nothing but whether the record is active. */
    default void activate(long tenant, long id, boolean active) {
        update(tenant, id, values(tenant, id), active);
    }
}
