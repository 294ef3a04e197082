package org.callboard.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What happened in the company, played in the order in which it happened, each event at its own time. So the ids, the
 * dates and the change log come out as if people had worked there.
 */
final class Timeline {

    private record Event(Instant when, long number, Runnable what) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::when).thenComparing(Event::number));
    private long count;

    /** Adds an event; one that is being played may add later ones. */
    void at(Instant when, Runnable what) {
        events.add(new Event(when.truncatedTo(ChronoUnit.MILLIS), count++, what));
    }

    /** Plays everything before {@code now}; what lies ahead has not happened. */
    void play(Instant now) {
        for (Event next = events.poll(); next != null && next.when.isBefore(now); next = events.poll()) {
            DemoClock.at(next.when, next.what);
        }
    }
}
