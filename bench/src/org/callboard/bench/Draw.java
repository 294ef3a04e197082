package org.callboard.bench;

import java.util.List;

/**
 * Chance that can be had again: the same seed, company, number and purpose give the same values, whichever thread asks
 * and in whatever order (SplitMix64).
 */
final class Draw {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    Draw(long seed, long company, long number, long purpose) {
        state = mix(seed + STEP * mix(company + STEP * mix(number + STEP * purpose)));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        state += STEP;
        return mix(state);
    }

    /** From 0 up to but not including 1. */
    double unit() {
        return (next() >>> 11) * 0x1p-53;
    }

    boolean chance(double share) {
        return unit() < share;
    }

    /** From 0 up to but not including the bound. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** From the first to the last, both included. */
    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    <T> T of(List<T> all) {
        return all.get(below(all.size()));
    }

    /** About 0, seldom beyond 2, never beyond 6: as good as a normal distribution of width 1. */
    double around() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += unit();
        }
        return sum;
    }

    /** Mostly small, seldom many times the mean. */
    double span(double mean) {
        return -mean * Math.log(1 - unit());
    }
}
