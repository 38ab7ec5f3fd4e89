package dev.millrace.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A list of changes that a store applies together or not at all.
///
/// They apply in the order in which they were added, so a later change of a key wins over an
/// earlier one. A batch is plain memory and holds on to nothing else; it is for one thread, and may
/// be written more than once.
public final class WriteBatch {

    private final List<Change> changes = new ArrayList<>();

    /// Adds the setting of `key` to `value`.
    public WriteBatch put(Family family, byte[] key, byte[] value) {
        changes.add(new Change.Put(family, key, value));
        return this;
    }

    /// Adds the removal of `key`, which need not exist.
    public WriteBatch delete(Family family, byte[] key) {
        changes.add(new Change.Delete(family, key));
        return this;
    }

    /// Adds the removal of every key in `range`, those put earlier in this batch included.
    public WriteBatch deleteRange(Family family, KeyRange range) {
        changes.add(new Change.DeleteRange(family, range));
        return this;
    }

    /// Whether the batch changes nothing.
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /// The changes in order, as an unmodifiable view.
    public List<Change> changes() {
        return Collections.unmodifiableList(changes);
    }
}
