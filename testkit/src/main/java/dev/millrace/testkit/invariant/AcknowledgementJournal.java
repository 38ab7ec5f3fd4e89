package dev.millrace.testkit.invariant;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What clients know of their writes: which were acknowledged, and which were sent but never
/// answered. Kept by the process that survives a crash; safe for use by many threads.
///
/// Each item is written by one client at a time, the next write only after the answer to the one
/// before or after giving it up.
public final class AcknowledgementJournal {
    /// A write of one item: the item as it is afterwards, or null for a delete.
    record Write(@Nullable Item after) {}

    private static final class History {
        private Write acknowledged = new Write(null);
        private final List<Write> pending = new ArrayList<>();
    }

    private final Map<Item, History> histories = new HashMap<>();

    /// Notes that a write of the item with this key is about to be sent.
    ///
    /// @param after the item as the write leaves it; null for a delete
    public synchronized void sent(Item key, @Nullable Item after) {
        histories.computeIfAbsent(key, _ -> new History()).pending.add(new Write(after));
    }

    /// Notes that the last write sent for this key was acknowledged.
    public synchronized void acknowledged(Item key) {
        History history = histories.get(key);
        if (history == null || history.pending.isEmpty()) {
            throw new IllegalStateException("acknowledgement of a write that was not sent");
        }
        history.acknowledged = history.pending.getLast();
        history.pending.clear();
    }

    /// The keys that were written.
    synchronized Set<Item> keys() {
        return Set.copyOf(histories.keySet());
    }

    /// The states in which the item may be found: after the last acknowledged write, or after any
    /// later write that may have been done without an answer.
    synchronized List<Write> possible(Item key) {
        List<Write> possible = new ArrayList<>();
        History history = histories.get(key);
        if (history != null) {
            possible.add(history.acknowledged);
            possible.addAll(history.pending);
        }
        return possible;
    }
}
