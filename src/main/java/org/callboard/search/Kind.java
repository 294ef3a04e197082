package org.callboard.search;

import java.util.Arrays;
import java.util.Locale;
import org.callboard.contactpoints.ContactOwner;
import org.jspecify.annotations.Nullable;

/** What the search box finds. The order is the one in which people look: who it is, where, then what is to be done. */
public enum Kind {
    Customer(ContactOwner.customer),
    Location(ContactOwner.location),
    Lead(ContactOwner.lead),
    Booking(ContactOwner.booking),
    /** A telephone call that waits or is somebody's. */
    Call(null),
    /** Somebody who is called back. */
    CallBack(null),
    Job(null),
    Invoice(null);

    /** Under which kind its documents and its numbers stand; null for what has no document. */
    final @Nullable ContactOwner owner;

    Kind(@Nullable ContactOwner owner) {
        this.owner = owner;
    }

    /** The table, and the word of {@code search_document.kind} and {@code contact_point.owner_kind}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with a word. */
    static Kind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** Whether it has no document, since it changes by the second and there are few: it is read whenever somebody searches. */
    boolean isLive() {
        return this == Call || this == CallBack;
    }

    /** Whether people know its ids by heart, and so may look for one by its first digits. */
    boolean isCounted() {
        return this == Customer || this == Location;
    }
}
