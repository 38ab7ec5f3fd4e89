package dev.millrace.expression;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// A concurrent cache that never holds more than a fixed number of entries.
///
/// Entries live in two generations. New ones enter the young generation; when it is full it becomes
/// the old one, and the old one is dropped. An entry that is asked for in the old generation is
/// young again, so what is in use stays. Two threads may make one value twice; values are equal
/// then, and either is kept.
final class BoundedCache<V> {
    private final int generationEntriesMax;
    private volatile Map<String, V> young = new ConcurrentHashMap<>();
    private volatile Map<String, V> old = Map.of();

    /// A cache of at most `entriesMax` entries, at least two.
    BoundedCache(int entriesMax) {
        this.generationEntriesMax = entriesMax / 2;
    }

    /// The value kept for this key, or the one that `maker` makes, which is kept from then on.
    /// Nothing is kept if `maker` throws.
    V get(String key, Function<String, V> maker) {
        @Nullable V known = young.get(key);
        if (known != null) {
            return known;
        }
        @Nullable V aged = old.get(key);
        V value = aged == null ? maker.apply(key) : aged;
        keep(key, value);
        return value;
    }

    /// The number of entries.
    int entries() {
        return young.size() + old.size();
    }

    private synchronized void keep(String key, V value) {
        if (young.size() >= generationEntriesMax && !young.containsKey(key)) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
        young.put(key, value);
    }
}
