package dev.millrace.testkit.linearizability;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The search for an order of calls that explains a history, after Wing and Gong, with Lowe's
/// memory of what was tried: two ways that have put the same calls into the same state go on alike.
///
/// @param <S> states of what was called
public final class Linearizability<S, I, O> {
    private final Specification<S, I, O> specification;
    private final Moment<I, O> head;
    private final Deque<Step<S, I, O>> steps = new ArrayDeque<>();
    private final Set<Reached<S>> tried = new HashSet<>();
    private BitSet placed = new BitSet();
    private S state;

    private record Step<S, I, O>(Moment<I, O> begin, Moment<I, O> end, S before) {}

    private record Reached<S>(BitSet placed, S state) {}

    private Linearizability(Specification<S, I, O> specification, Moment<I, O> head) {
        this.specification = specification;
        this.head = head;
        this.state = specification.initial();
    }

    /// Whether some order of `calls` explains all their answers.
    public static <S, I, O> boolean explains(
            Specification<S, I, O> specification, List<Call<I, O>> calls) {
        Moment<I, O> first = Moment.listOf(calls);
        if (first == null) {
            return true;
        }
        // A begin that is never taken out, so that the first moment can be.
        Moment<I, O> head = Moment.ahead(first);
        return new Linearizability<>(specification, head).search();
    }

    private boolean search() {
        Moment<I, O> moment = head.after;
        while (moment != null) {
            Moment<I, O> end = moment.end;
            if (end != null) {
                moment = place(moment, end) ? head.after : moment.after;
            } else if (steps.isEmpty()) {
                return false;
            } else {
                moment = undo().after;
            }
        }
        return true;
    }

    // Places a call next in the order, unless its answer contradicts that or it was tried before.
    private boolean place(Moment<I, O> begin, Moment<I, O> end) {
        @Nullable S next = specification.next(state, begin.call.input(), begin.call.output());
        if (next == null) {
            return false;
        }
        BitSet with = (BitSet) placed.clone();
        with.set(begin.number);
        if (!tried.add(new Reached<>(with, next))) {
            return false;
        }
        steps.push(new Step<>(begin, end, state));
        state = next;
        placed = with;
        begin.takeOut(end);
        return true;
    }

    private Moment<I, O> undo() {
        Step<S, I, O> last = Objects.requireNonNull(steps.pop());
        state = last.before();
        placed = (BitSet) placed.clone();
        placed.clear(last.begin().number);
        last.begin().putBack(last.end());
        return last.begin();
    }
}
