package dev.millrace.engine.commit;

import dev.millrace.engine.commit.Applier.Application;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.store.DamagedStoreException;
import dev.millrace.store.Durability;
import dev.millrace.store.Store;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The commit log of one machine: the store's own write-ahead log. The batch that applies the
/// commits is their durable record, with one fsync a group.
///
/// A batch holds the position that it takes the store to. So when a write has failed and the store
/// has recovered, the position found in it tells whether the batch is there.
public final class LocalCommitLog implements CommitLog {
    private final Store store;
    private final Applier applier;
    private final Durability durability;
    private @Nullable Application doubtful;

    /// Appends to `store` what `applier` makes of the commits.
    public LocalCommitLog(Store store, Applier applier, Durability durability) {
        this.store = store;
        this.applier = applier;
        this.durability = durability;
    }

    @Override
    public void append(List<Commit> commits) {
        Application application = prepare(commits);
        doubtful = application;
        store.write(application.batch(), durability);
        doubtful = null;
        applier.publish(application);
    }

    @Override
    public void recover() {
        store.recover();
        long found = HybridClock.lastIn(store);
        Application last = doubtful;
        doubtful = null;
        if (last != null && found == last.position()) {
            applier.publish(last);
        } else if (found != applier.position()) {
            throw new DamagedStoreException("the store holds another log than was written")
                    .with("position", found)
                    .with("expected", applier.position());
        }
    }

    @Override
    public @Nullable DamagedStoreException damage() {
        return store.damage();
    }

    private Application prepare(List<Commit> commits) {
        try {
            return applier.prepare(commits);
        } catch (RuntimeException e) {
            throw new NotAppendedException(e);
        }
    }
}
