package dev.millrace.store.memory;

import dev.millrace.store.Change;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.WriteBatch;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The trees of all families at one moment. Never changes.
final class Roots {

    private final Map<Family, Integer> positions;
    private final @Nullable Tree[] trees;

    private Roots(Map<Family, Integer> positions, @Nullable Tree[] trees) {
        this.positions = positions;
        this.trees = trees;
    }

    static Roots empty(List<Family> families) {
        Map<Family, Integer> positions =
                IntStream.range(0, families.size())
                        .boxed()
                        .collect(Collectors.toUnmodifiableMap(families::get, Function.identity()));
        return new Roots(positions, new @Nullable Tree[families.size()]);
    }

    @Nullable Tree tree(Family family) {
        return trees[position(family)];
    }

    /// These trees with every change of `batch` applied in order.
    Roots with(WriteBatch batch) {
        @Nullable Tree[] changed = trees.clone();
        for (Change change : batch.changes()) {
            int position = position(change.family());
            changed[position] = applied(change, changed[position]);
        }
        return new Roots(positions, changed);
    }

    private int position(Family family) {
        Integer position = positions.get(family);
        if (position == null) {
            throw new IllegalArgumentException("the store was not opened with " + family);
        }
        return position;
    }

    private static @Nullable Tree applied(Change change, @Nullable Tree tree) {
        return switch (change) {
            case Change.Put(Family _, byte[] key, byte[] value) -> Tree.put(tree, key, value);
            case Change.Delete(Family _, byte[] key) -> Tree.delete(tree, key);
            case Change.DeleteRange(Family _, KeyRange range) -> withoutRange(tree, range);
        };
    }

    private static @Nullable Tree withoutRange(@Nullable Tree tree, KeyRange range) {
        if (range.isEmpty()) {
            return tree;
        }
        Tree after = range.isUnbounded() ? null : Tree.from(tree, range.to());
        return Tree.concatenation(Tree.below(tree, range.from()), after);
    }
}
