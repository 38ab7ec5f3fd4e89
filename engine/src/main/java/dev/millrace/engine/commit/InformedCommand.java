package dev.millrace.engine.commit;

import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// A command that brings along the row that its caller has read for it, so that it need not be read
/// again unless it was written meanwhile.
///
/// @param command what to do
/// @param key where the row stands
/// @param present what was there; null for nothing
/// @param moment [Sequencer#moment] before it was read
public record InformedCommand<R>(
        ItemCommand<R> command, RowKey key, @Nullable Item present, long moment)
        implements ItemCommand<R> {
    @Override
    public R evaluate(ItemEvaluation items) {
        items.know(key, present, moment);
        return command.evaluate(items);
    }
}
