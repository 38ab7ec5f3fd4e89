package dev.millrace.store.contract;

import dev.millrace.store.Change;
import dev.millrace.store.Direction;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.WriteBatch;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The contract written down as plainly as can be: a sorted map of texts for each family. Texts of
/// one character a byte sort as their bytes do.
final class Oracle {

    private final Map<Family, TreeMap<String, String>> maps = new HashMap<>();

    byte @Nullable [] get(Family family, byte[] key) {
        String value = map(family).get(Texts.text(key));
        return value == null ? null : Texts.bytes(value);
    }

    List<String> scan(Family family, KeyRange range, Direction direction) {
        List<String> pairs = new ArrayList<>();
        map(family)
                .forEach((key, value) -> {
                    if (isWithin(key, range)) {
                        pairs.add(key + "=" + value);
                    }
                });
        if (direction == Direction.DESCENDING) {
            Collections.reverse(pairs);
        }
        return pairs;
    }

    void apply(WriteBatch batch) {
        for (Change change : batch.changes()) {
            SortedMap<String, String> map = map(change.family());
            switch (change) {
                case Change.Put(Family _, byte[] key, byte[] value) ->
                        map.put(Texts.text(key), Texts.text(value));
                case Change.Delete(Family _, byte[] key) -> map.remove(Texts.text(key));
                case Change.DeleteRange(Family _, KeyRange range) ->
                        map.keySet().removeIf(key -> isWithin(key, range));
            }
        }
    }

    Oracle copy() {
        Oracle copy = new Oracle();
        maps.forEach((family, map) -> copy.maps.put(family, new TreeMap<>(map)));
        return copy;
    }

    private SortedMap<String, String> map(Family family) {
        return maps.computeIfAbsent(family, _ -> new TreeMap<>());
    }

    private static boolean isWithin(String key, KeyRange range) {
        String to = Texts.text(range.to());
        return key.compareTo(Texts.text(range.from())) >= 0
                && (to.isEmpty() || key.compareTo(to) < 0);
    }
}
