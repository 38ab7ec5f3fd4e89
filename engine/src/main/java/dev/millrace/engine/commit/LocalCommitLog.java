package dev.millrace.engine.commit;

import dev.millrace.store.Durability;
import dev.millrace.store.Store;

import java.util.List;

/// The commit log of one machine: the store's own write-ahead log. The batch that applies the
/// commits is their durable record, with one fsync a group.
public final class LocalCommitLog implements CommitLog {
    private final Store store;
    private final Applier applier;
    private final Durability durability;

    /// Appends to `store` what `applier` makes of the commits.
    public LocalCommitLog(Store store, Applier applier, Durability durability) {
        this.store = store;
        this.applier = applier;
        this.durability = durability;
    }

    @Override
    public void append(List<Commit> commits) {
        Applier.Application application = applier.prepare(commits);
        store.write(application.batch(), durability);
        applier.publish(application);
    }
}
