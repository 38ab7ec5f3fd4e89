package dev.millrace.engine.catalog;

import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.SecondaryIndex;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The secondary indexes of a table.
///
/// @param all in the order they were given; those of any status
/// @param lastId the greatest id ever given to an index of the table
public record TableIndexes(List<SecondaryIndex> all, int lastId) {
    /// No index, and there never was one.
    public static final TableIndexes NONE = new TableIndexes(List.of(), 0);

    /// The index with this name, whatever its status.
    public Optional<SecondaryIndex> named(String name) {
        return all.stream().filter(index -> index.name().equals(name)).findFirst();
    }

    /// The index with this id, which there is.
    public SecondaryIndex require(int id) {
        return all.stream().filter(index -> index.id() == id).findFirst().orElseThrow();
    }

    /// The indexes that every change of an item must reach: all but those that are being deleted.
    public List<SecondaryIndex> maintained() {
        for (SecondaryIndex index : all) {
            if (index.status() == IndexStatus.DELETING) {
                return all.stream().filter(each -> each.status() != IndexStatus.DELETING).toList();
            }
        }
        return all;
    }

    /// These and `index`, which takes the place of the one with its id.
    public TableIndexes with(SecondaryIndex index) {
        List<SecondaryIndex> next =
                index.id() > lastId
                        ? Stream.concat(all.stream(), Stream.of(index)).toList()
                        : all.stream().map(each -> each.id() == index.id() ? index : each).toList();
        return new TableIndexes(next, Math.max(lastId, index.id()));
    }

    /// These without the index of this id, which is never given again.
    public TableIndexes without(int id) {
        return new TableIndexes(all.stream().filter(each -> each.id() != id).toList(), lastId);
    }
}
