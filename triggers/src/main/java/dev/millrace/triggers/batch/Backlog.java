package dev.millrace.triggers.batch;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiPredicate;

/// Records that have been read and wait to be sent, and the rule of when they are.
///
/// Bounded: [#isFull] tells when no more should be added.
public final class Backlog {
    private final BatchRules rules;
    private final BiPredicate<Entry, Entry> together;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private Instant windowStart;
    private long bytes;
    private boolean ended;

    /// An empty backlog whose first window begins at `now`.
    ///
    /// @param together whether two records may be in one batch
    public Backlog(BatchRules rules, BiPredicate<Entry, Entry> together, Instant now) {
        this.rules = rules;
        this.together = together;
        this.windowStart = now;
    }

    /// Adds a record that arrived at `now`, behind all others.
    public void add(Entry entry, Instant now) {
        if (waiting.isEmpty() && windowEnd().isBefore(now)) {
            // A window passed without a record: this record begins another.
            windowStart = now;
        }
        waiting.add(entry);
        bytes += entry.json().length();
    }

    /// Says that no more records will come.
    public void end() {
        ended = true;
    }

    /// Whether no more will come and none is left.
    public boolean isDrained() {
        return ended && waiting.isEmpty();
    }

    /// Whether there is enough for a whole batch and more, so that nothing is won by adding.
    public boolean isFull() {
        return waiting.size() >= 2L * rules.size() || bytes >= 2L * rules.bytes();
    }

    /// The first record that waits; null if none does.
    public @Nullable Entry first() {
        return waiting.peek();
    }

    /// Says that an invocation ended at `now`: the next window begins.
    public void invocationEnded(Instant now) {
        windowStart = now;
    }

    /// When the records that wait will make a batch if nothing else happens; [Instant#MAX] if none
    /// wait, `now` or before if they do already.
    public Instant readyAt() {
        if (waiting.isEmpty()) {
            return Instant.MAX;
        }
        return rules.window().isZero() || ended || !canGrow() ? Instant.MIN : windowEnd();
    }

    /// Takes the records that make a batch at `now`; none if they do not yet.
    public List<Entry> take(Instant now) {
        if (readyAt().isAfter(now)) {
            return List.of();
        }
        List<Entry> batch = new ArrayList<>(head());
        for (Entry entry : batch) {
            waiting.remove();
            bytes -= entry.json().length();
        }
        return batch;
    }

    private Instant windowEnd() {
        return windowStart.plus(rules.window());
    }

    // Whether records that are yet to come could join the batch.
    private boolean canGrow() {
        List<Entry> head = head();
        return head.size() == waiting.size() && head.size() < rules.size() && !isHeavy(head);
    }

    private boolean isHeavy(List<Entry> head) {
        return size(head) >= rules.bytes();
    }

    // The longest batch that the records that wait could make. The first record always is in it.
    private List<Entry> head() {
        List<Entry> head = new ArrayList<>();
        long total = 0;
        for (Entry entry : waiting) {
            total += entry.json().length() + 1L;
            boolean fits = total <= rules.bytes() && head.size() < rules.size();
            if (!head.isEmpty() && (!fits || !together.test(head.getLast(), entry))) {
                return head;
            }
            head.add(entry);
        }
        return head;
    }

    private static long size(List<Entry> entries) {
        return entries.stream().mapToLong(entry -> entry.json().length() + 1L).sum();
    }
}
