package dev.millrace.store;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// An ordered store of byte keys and values with atomic batches and snapshots.
///
/// Safe for many threads. Reads never wait for writes. Closing waits for the calls that are under
/// way, closes every cursor and snapshot still open, and gives the directory back; afterwards every
/// use throws {@link IllegalStateException}. Closing twice does nothing.
public interface Store extends Reader, AutoCloseable {

    /// A view of the store as it stands now. Must be closed.
    Snapshot snapshot();

    /// Applies every change of `batch`, in order, as one: readers see all of it or nothing, and so
    /// does a store reopened after a crash. An empty batch does nothing.
    ///
    /// @throws IllegalArgumentException if the batch names a family that the store was not opened
    ///   with; nothing is written
    /// @throws StoreException if the storage fails; whether the batch will be found after reopening
    ///   is then unknown
    void write(WriteBatch batch, Durability durability);

    /// Removes every pair in `range` for good and gives its space back at little cost: whole files
    /// first, then what is left. For ranges that nobody writes to or reads any more.
    ///
    /// Not atomic and not yet durable when it returns: a crash may leave any of the pairs, so call
    /// it again after one. A later durable write makes it durable too. Snapshots may lose the
    /// pairs, open cursors do not.
    ///
    /// @throws StoreException if the storage fails; some of the pairs may then be gone
    void dropRange(Family family, KeyRange range);

    /// About how many bytes the pairs in `range` take up, after compression where there is any. An
    /// estimate: it may count what was overwritten or deleted not long ago, and may miss a few
    /// pairs.
    long approximateBytes(Family family, KeyRange range);

    /// Makes the store take writes again after one has failed, if what made it fail is gone.
    /// Afterwards a read tells for certain what became of the batch that failed: all of it is there
    /// or nothing, for good. Cursors and snapshots that were open may be closed by it. A store
    /// whose writes cannot fail has nothing to do.
    ///
    /// @throws DamagedStoreException if only another process, or a backup, can help
    /// @throws StoreException if the store still takes no writes; what it could read before it
    ///   still can
    default void recover() {}

    /// The damage that reads or writes have come upon since the store was opened; null if none. A
    /// damaged store is read as far as that goes and refuses to be written to.
    default @Nullable DamagedStoreException damage() {
        return null;
    }

    /// Reads every stored block and compares it with its checksum. A store that keeps no files has
    /// nothing to do.
    ///
    /// @throws DamagedStoreException if one is not what was written
    /// @throws StoreException if the storage fails
    default void verifyChecksums() {}

    /// Writes a copy of the store as it is at one moment during the call into `directory`, which
    /// must not exist; the store goes on meanwhile. Files that never change may be shared with it.
    ///
    /// @throws UnsupportedOperationException if the store keeps no files
    /// @throws StoreException if the storage fails
    default void checkpoint(Path directory) {
        throw new UnsupportedOperationException("a store in memory has no files to copy");
    }

    @Override
    void close();
}
