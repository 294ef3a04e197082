package org.callboard.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Things of which some are far more frequent than others. */
final class Skewed<T> {

    private final List<T> all;
    private final double[] upTo;

    private Skewed(List<T> all, double[] weights) {
        this.all = List.copyOf(all);
        this.upTo = weights.clone();
        Arrays.parallelPrefix(upTo, Double::sum);
    }

    /** The first are the most frequent, as Zipf found of names and words; a larger {@code flat} levels the top. */
    static <T> Skewed<T> byRank(List<T> all, int flat) {
        double[] weights = new double[all.size()];
        Arrays.setAll(weights, rank -> 1.0 / (rank + 1 + flat));
        return new Skewed<>(all, weights);
    }

    static <T> Skewed<T> by(List<T> all, ToDoubleFunction<T> weight) {
        return new Skewed<>(all, all.stream().mapToDouble(weight).toArray());
    }

    T of(Draw draw) {
        int place = Arrays.binarySearch(upTo, draw.unit() * upTo[upTo.length - 1]);
        return all.get(Math.min(place < 0 ? -place - 1 : place + 1, all.size() - 1));
    }
}
