package dev.millrace.cli.demo;

import dev.millrace.cli.demo.git.GitFile;
import dev.millrace.cli.demo.git.GitTree;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the replayed stream is held against. Whatever differs is noted.
///
/// @param replayed the items that the stream's records add up to
/// @param differences where to note
record Comparison(SortedMap<String, ItemImage> replayed, Differences differences) {

    /// Each replayed item must be in the table, the same in every attribute, and no other.
    void withTable(SortedMap<String, ItemImage> table) {
        for (String key : union(replayed.keySet(), table.keySet())) {
            ItemImage fromStream = replayed.get(key);
            ItemImage fromTable = table.get(key);
            if (fromStream == null || !fromStream.equals(fromTable)) {
                differences.add(
                        key
                                + ": the stream leaves "
                                + text(fromStream)
                                + ", the table has "
                                + text(fromTable));
            }
        }
    }

    /// Each replayed item must be a file of the tree with the same mode, id and content, and there
    /// must be no other file.
    void withTree(GitTree tree) {
        SortedMap<String, GitFile> files = new TreeMap<>();
        tree.files().forEach((path, file) -> files.put(ItemKey.of(path).text(), file));
        for (String key : union(replayed.keySet(), files.keySet())) {
            ItemImage item = replayed.get(key);
            GitFile file = files.get(key);
            if (item == null || file == null || !isSame(item, file)) {
                differences.add(
                        key
                                + ": the stream leaves "
                                + text(item)
                                + ", the tree has "
                                + (file == null ? "nothing" : file));
            }
        }
    }

    // An item without content, being too large, has only its word for it.
    private static boolean isSame(ItemImage item, GitFile file) {
        return item.string(ItemAttributes.BLOB).filter(file.id()::equals).isPresent()
                && item.string(ItemAttributes.MODE).filter(file.mode()::equals).isPresent()
                && item.contentId().filter(id -> !id.equals(file.id())).isEmpty();
    }

    private static Set<String> union(Iterable<String> some, Iterable<String> others) {
        Set<String> union = new TreeSet<>();
        some.forEach(union::add);
        others.forEach(union::add);
        return union;
    }

    private static String text(@Nullable ItemImage image) {
        return image == null ? "nothing" : image.attributes().toString();
    }
}
