package org.callboard.matches;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.callboard.addresses.Likeness;
import org.callboard.contactpoints.NormalizedContact;
import org.jspecify.annotations.Nullable;

/** What speaks for one customer: what it has in common with the person who is looked for. */
final class Signs {

    private boolean phone;
    private boolean email;
    private boolean telling;
    private boolean shared;
    private final Map<Long, Likeness> places = new LinkedHashMap<>();

    /**
     * Notes a number or an e-mail address.
     *
     * @param same whether with the very extension
     * @param alone whether who has that too is the same person
     */
    void addContact(boolean isEmail, boolean same, boolean alone) {
        email |= isEmail;
        phone |= !isEmail;
        telling |= alone;
        shared |= same && !alone;
    }

    void addPlace(long location, Likeness likeness) {
        places.put(location, likeness);
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
