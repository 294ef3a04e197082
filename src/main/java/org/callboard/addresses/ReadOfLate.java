package org.callboard.addresses;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was worked out of late, by what it was worked out from; a bounded number of them. The rows of a list come by several
 * times, part by part: what counts is how long ago a thing was asked for, not how often, by which caches usually go. Those
 * keep the rows that are done and turn away the ones at hand.
 */
public final class ReadOfLate<K, V> {

    private final int most;

    /** Full ones become the old ones, which go all at once. */
    private volatile Map<K, V> young = new ConcurrentHashMap<>();

    private volatile Map<K, V> old = Map.of();

    /** @param most that are kept at all */
    public ReadOfLate(int most) {
        this.most = most;
    }

    /** What was worked out from it, now or of late. Two who ask at the same moment may both work it out. */
    public V get(K key, Function<K, V> read) {
        V known = young.get(key);
        if (known != null) {
            return known;
        }
        V older = old.get(key);
        V value = older == null ? read.apply(key) : older;
        keep(key, value);
        return value;
    }

    private synchronized void keep(K key, V value) {
        if (young.size() >= most / 2) {
            old = young;
            young = new ConcurrentHashMap<>(most / 2);
        }
        young.put(key, value);
    }

    int size() {
        return young.size() + old.size();
    }
}
