package org.callboard.bench.run;

import java.util.stream.DoubleStream;

/** How long many things of one kind took, in milliseconds, sorted. */
final class Times {

    private final double[] sorted;

    private Times(double[] sorted) {
        this.sorted = sorted;
    }

    static Times of(DoubleStream times) {
        return new Times(times.sorted().toArray());
    }

    double median() {
        return at(0.5);
    }

    double p99() {
        return at(0.99);
    }

    double slowest() {
        return sorted[sorted.length - 1];
    }

    private double at(double part) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
    }
}
