package org.callboard.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.callboard.addresses.Coordinates;
import org.callboard.desk.Additions.Fate;
import org.callboard.desk.Additions.Item;
import org.callboard.desk.Additions.Piece;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was typed beside what stands, piece by piece. Where they differ, what stands stays unless somebody chose. The
 * steps that make it so are gathered on the same walk, so that what is shown is what is done.
 */
final class Comparison {

    private final Set<String> chosen;
    private final List<Item> items = new ArrayList<>();
    private final List<Runnable> steps = new ArrayList<>();
    private @Nullable String place;

    Comparison(Set<String> chosen) {
        this.chosen = chosen;
    }

    /** What follows is said of a location; of the customer for null. */
    void at(@Nullable String address) {
        place = address;
    }

    /** The value that the record is to have. */
    <T> T settle(Piece piece, @Nullable T typed, T stands, Function<T, String> words) {
        return typed != null && takes(piece, piece.label(), words.apply(typed), words.apply(stands)) ? typed : stands;
    }

    /** Whether what was typed is to be written: because nothing stands there, or because somebody chose it. */
    boolean takes(Piece piece, String label, String typed, @Nullable String stands) {
        if (!VisibleText.in(typed)) {
            return false;
        }
        Fate fate = !VisibleText.in(stands) ? Fate.ADDED : typed.equals(stands) ? Fate.THERE : Fate.DIFFERS;
        Item item = new Item(piece, place, label, typed, stands, fate, false);
        boolean wanted = fate == Fate.DIFFERS && chosen.contains(item.key());
        items.add(new Item(piece, place, label, typed, stands, fate, wanted));
        return fate == Fate.ADDED || wanted;
    }

    /** The point that the record is to have at an address. */
    @Nullable
    Coordinates settle(@Nullable Coordinates typed, @Nullable Coordinates stands) {
        return typed != null
                        && takes(
                                Piece.POINT,
                                Piece.POINT.label(),
                                typed.written(),
                                stands == null ? null : stands.written())
                ? typed
                : stands;
    }

    /** Notes what the customer has, in words of its own. */
    void there(Piece piece, String label, String typed, String stands) {
        items.add(new Item(piece, place, label, typed, stands, Fate.THERE, false));
    }

    /** Something that is to be done, after what was named before. */
    void then(Runnable step) {
        steps.add(step);
    }

    void run() {
        steps.forEach(Runnable::run);
    }

    Additions additions() {
        return new Additions(List.copyOf(items));
    }
}
