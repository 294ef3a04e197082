package org.callboard.web.settings;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;

/**
 * One kind of record that a company sets up: how its list looks, what its form offers, and which service keeps it.
 * {@link SettingsKindController} and its two templates do the rest. Services refuse with a {@code Refusal} that names the
 * fields as the form does.
 */
abstract class SettingsKind<T> {

    /** What stands in a select, a cell or a sentence for nothing. */
    static final String NONE = "–";

    private final Words words;

    /**
     * What its pages say.
     *
     * @param path the last part of the address, such as {@code tag-types}
     * @param title the heading, such as {@code Tag types}
     * @param noun one of them, in a sentence, such as {@code tag type}
     * @param about one sentence for somebody who sees it for the first time
     * @param columns the headings of the columns after the name
     * @param whenDeactivated what happens when one of them is deactivated, in sentences that follow {@code Deactivate …?}
     */
    record Words(String path, String title, String noun, String about, List<String> columns, String whenDeactivated) {
        Words(String path, String title, String noun, String about, String... columns) {
            this(
                    path,
                    title,
                    noun,
                    about,
                    List.of(columns),
                    "It stays where it is used and can't be chosen any more. It can be reactivated.");
        }

        Words whenDeactivated(String sentences) {
            return new Words(path, title, noun, about, columns, sentences);
        }
    }

    SettingsKind(Words words) {
        this.words = words;
    }

    public Words words() {
        return words;
    }

    /** All of them, by name; where the company arranges them itself, in that order. */
    abstract List<T> all(long tenant);

    abstract T get(long tenant, long id);

    /** How a record stands in the list. */
    abstract Function<T, Line> line(long tenant);

    List<Line> list(long tenant) {
        return all(tenant).stream().map(line(tenant)).toList();
    }

    /** Which fields {@code settings/form} shows after the name. */
    public String fields() {
        return words.path();
    }

    /** What the form calls the name. */
    public String nameField() {
        return "name";
    }

    /** What the fields offer, by the name of the offer in {@code settings/form}; null for a new record. */
    Map<String, List<Option>> options(long tenant, @Nullable T present) {
        return Map.of();
    }

    /** What the form of a new one begins with. */
    Form blank() {
        return Form.blank();
    }

    /** The form of a record. */
    abstract Form form(T present);

    abstract void add(long tenant, Form form);

    /** Changes what the form says, and not whether the record is active. */
    abstract void update(long tenant, long id, Form form);

    /** Changes nothing but whether the record is active. */
    abstract void activate(long tenant, long id, boolean active);

    /** Why the one who looks can't change the record here, in a sentence; null where they can. Its form then only shows it. */
    @Nullable
    String barrier(long tenant, T present) {
        return null;
    }

    /** Whether the company arranges them itself; then {@link #move} is asked for it. */
    public boolean arranged() {
        return false;
    }

    /** Moves a record one place up or down among the active ones; NotFound where the kind is not arranged. */
    void move(long tenant, long id, boolean up) {
        throw NotFound.page();
    }
}
