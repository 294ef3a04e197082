package org.callboard.platform;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.callboard.platform.WorkQueue.Requester;

/**
 * Who waits, in the order in which they come to it. Whoever is known goes first; among equals the senders take turns, who
 * has nothing else waiting before all others, however much one of them sends. Where there are more than there are places,
 * or more of one sender than its share, the last in this order gives way. Whoever uses it has a lock around it.
 */
final class FairLine<E> {

    private record Place<E>(E one, Requester who, long round, long number) {

        boolean isOf(Requester other) {
            return who.sender() != null && who.sender().equals(other.sender());
        }

        int rank() {
            return rankOf(who);
        }
    }

    private final int places;
    private final int share;
    private final TreeSet<Place<E>> waiting =
            new TreeSet<>(Comparator.<Place<E>, Boolean>comparing(place -> !place.who.known())
                    .thenComparing(Place::round)
                    .thenComparing(Place::number));
    private final long[] round = new long[2]; // of strangers and of the known: the latest that was begun
    private long numbers;

    /**
     * @param places how many may wait; but Callboard's own work is never sent away
     * @param share how many of them one sender may have
     */
    FairLine(int places, int share) {
        this.places = places;
        this.share = share;
    }

    private static int rankOf(Requester who) {
        return who.known() ? 1 : 0;
    }

    /** Takes a place, and gives whoever has to leave for it, which may be the one who came. */
    Optional<E> enter(E one, Requester who) {
        Predicate<Place<E>> sameSender = other -> other.isOf(who);
        long next = waiting.stream()
                .filter(sameSender.and(other -> other.who.known() == who.known()))
                .mapToLong(other -> other.round + 1)
                .reduce(round[rankOf(who)] - 1, Math::max); // who has nothing waiting goes before whoever has
        waiting.add(new Place<>(one, who, next, numbers++));
        Optional<Place<E>> last = Optional.empty();
        if (waiting.stream().filter(sameSender).count() > share) {
            last = waiting.descendingSet().stream().filter(sameSender).findFirst();
        } else if (waiting.size() > places && waiting.getLast().who.sender() != null) {
            last = Optional.of(waiting.getLast());
        }
        last.ifPresent(waiting::remove);
        return last.map(Place::one);
    }

    /** Takes the first out of the line; nobody where none waits. */
    Optional<E> next() {
        Optional<Place<E>> first = Optional.ofNullable(waiting.pollFirst());
        first.ifPresent(place -> round[place.rank()] = Math.max(round[place.rank()], place.round));
        return first.map(Place::one);
    }

    /** False where it waits no more. */
    boolean leave(E one) {
        return waiting.removeIf(place -> place.one == one);
    }

    /** Empties the line, and gives who stood in it. */
    List<E> clear() {
        List<E> left = waiting.stream().map(Place::one).toList();
        waiting.clear();
        return left;
    }

    int size() {
        return waiting.size();
    }
}
