package org.callboard.server;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.callboard.server.WorkQueue.Requester;

/**
 * Who waits, in the order in which they come to it. Whoever is known goes first; among equals the senders take turns, who
 * has nothing else waiting before all others, however much one of them sends. Where there are more than there are places,
 * or more of one sender than its share, the last in this order gives way. Whoever uses it has a lock around it.
 */
final class FairQueue<E> {

    private record Place<E>(E one, Requester who, long round, long number) {

        int rank() {
            return rankOf(who);
        }
    }

    private final int places;
    private final int share;
    private final TreeSet<Place<E>> waiting = empty();
    private final Map<Requester, TreeSet<Place<E>>> ofSender = new HashMap<>(); // what of it waits, never nothing
    private final long[] round = new long[2]; // of strangers and of the known: the latest that was begun
    private long numbers;

    /**
     * @param places how many may wait; but Callboard's own work is never sent away
     * @param share how many of them one sender may have
     */
    FairQueue(int places, int share) {
        this.places = places;
        this.share = share;
    }

    private static <E> TreeSet<Place<E>> empty() {
        return new TreeSet<>(Comparator.<Place<E>, Boolean>comparing(place -> !place.who.known())
                .thenComparing(Place::round)
                .thenComparing(Place::number));
    }

    private static int rankOf(Requester who) {
        return who.known() ? 1 : 0;
    }

    /** Takes a place, and gives whoever has to leave for it, which may be the one who came. */
    Optional<E> enter(E one, Requester who) {
        TreeSet<Place<E>> same = ofSender.computeIfAbsent(who, any -> empty());
        long next = round[rankOf(who)] - 1; // who has nothing waiting goes before whoever has
        if (who.sender() != null && !same.isEmpty()) {
            next = Math.max(next, same.last().round + 1);
        }
        Place<E> place = new Place<>(one, who, next, numbers++);
        waiting.add(place);
        same.add(place);
        Optional<Place<E>> last = Optional.empty();
        if (who.sender() != null && of(who, false).size() + of(who, true).size() > share) {
            last = Optional.of((of(who, false).isEmpty() ? of(who, true) : of(who, false)).last());
        } else if (waiting.size() > places && waiting.getLast().who.sender() != null) {
            last = Optional.of(waiting.getLast());
        }
        last.ifPresent(this::remove);
        return last.map(Place::one);
    }

    private TreeSet<Place<E>> of(Requester who, boolean known) {
        return ofSender.getOrDefault(new Requester(who.sender(), known), empty());
    }

    private void remove(Place<E> place) {
        waiting.remove(place);
        ofSender.computeIfPresent(place.who, (who, same) -> same.remove(place) && same.isEmpty() ? null : same);
    }

    /** Takes the first out of the line; nobody where none waits. */
    Optional<E> next() {
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Place<E> first = waiting.first();
        remove(first);
        round[first.rank()] = Math.max(round[first.rank()], first.round);
        return Optional.of(first.one);
    }

    /** False where it waits no more. */
    boolean leave(E one) {
        Optional<Place<E>> left =
                waiting.stream().filter(place -> place.one == one).findFirst();
        left.ifPresent(this::remove);
        return left.isPresent();
    }

    /** Empties the line, and gives who stood in it. */
    List<E> clear() {
        List<E> left = waiting.stream().map(Place::one).toList();
        waiting.clear();
        ofSender.clear();
        return left;
    }

    int size() {
        return waiting.size();
    }
}
