package org.callboard.matches;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.addresses.Likeness;
import org.callboard.contactpoints.NormalizedContact;
import org.callboard.matches.Traits.SharedDoor;
import org.callboard.matches.Traits.SharedPoint;
import org.jspecify.annotations.Nullable;

/** What speaks for one customer: what it has in common with the person who is looked for. */
final class Signs {

    private boolean phone;
    private boolean email;
    private boolean telling;
    private boolean shared;
    private final Map<Long, Likeness> places = new LinkedHashMap<>();
    private final Set<SharedPoint> asked = new LinkedHashSet<>();
    private final Set<SharedPoint> held = new LinkedHashSet<>();
    private final List<SharedDoor> doors = new ArrayList<>();

    /**
     * Notes a number or an e-mail address.
     *
     * @param one as it is asked for
     * @param other as the customer has it
     */
    void addContact(SharedPoint one, SharedPoint other) {
        boolean same = one.extension().equals(other.extension());
        boolean alone = same && one.telling() && other.telling();
        email |= one.email();
        phone |= !one.email();
        telling |= alone;
        shared |= same && !alone;
        asked.add(one);
        held.add(other);
    }

    /** Notes where the customer is, in a house that is asked for; it may be another unit of it. */
    void addPlace(long location, Likeness likeness, SharedDoor door) {
        if (likeness != Likeness.Different) {
            places.merge(location, likeness, Likeness::nearer);
        }
        doors.add(door);
    }

    boolean phone() {
        return phone;
    }

    boolean email() {
        return email;
    }

    /** Whether one of the numbers and addresses is nobody else's; see {@link NormalizedContact#attaches}. */
    boolean telling() {
        return telling;
    }

    /** Whether one of them is too many people's, or stands for none. */
    boolean shared() {
        return shared;
    }

    /** The locations at the address, or at one like it. */
    Map<Long, Likeness> places() {
        return places;
    }

    /** The numbers and e-mail addresses that are asked for and that the customer has. */
    List<SharedPoint> asked() {
        return List.copyOf(asked);
    }

    /** The same as the customer has them. */
    List<SharedPoint> held() {
        return List.copyOf(held);
    }

    List<SharedDoor> doors() {
        return doors;
    }

    Likeness address() {
        return places.values().stream().min(Comparator.naturalOrder()).orElse(Likeness.Different);
    }

    /** A location that is at the address; null where there is none. */
    @Nullable
    Long placeAtAddress() {
        return places.entrySet().stream()
                .filter(place -> place.getValue() == Likeness.Same)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
