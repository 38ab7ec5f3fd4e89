package dev.millrace.engine.commit;

import dev.millrace.store.DamagedStoreException;
import dev.millrace.store.StoreException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The ordered, durable log of commits.
public interface CommitLog {
    /// Makes the commits durable, in order and all together, and has them applied. When it returns,
    /// readers see them and no crash takes them back.
    ///
    /// @throws NotAppendedException if nothing was written
    /// @throws StoreException if writing failed; whether the commits are in the log is then
    ///   unknown, and nothing may be appended until [#recover] has found out
    void append(List<Commit> commits);

    /// Makes the log fit for commits after an append has failed, if what made it fail is gone. The
    /// commits of that append are then in the log and applied, all of them, or they are not and
    /// never will be.
    ///
    /// @throws StoreException if the log still takes no commits
    default void recover() {}

    /// The damage that was found in what the log has made; null if none was.
    default @Nullable DamagedStoreException damage() {
        return null;
    }
}
