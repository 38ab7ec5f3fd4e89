package dev.millrace.testkit.linearizability;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The begin or the end of a call, in a list of all such moments in the order of time from which a
/// call can be taken out and put back.
final class Moment<I, O> {
    final Call<I, O> call;
    final int number;

    /// The end of the call that begins here; null if this is an end.
    final @Nullable Moment<I, O> end;

    @Nullable Moment<I, O> before;
    @Nullable Moment<I, O> after;

    private Moment(Call<I, O> call, int number, @Nullable Moment<I, O> end) {
        this.call = call;
        this.number = number;
        this.end = end;
    }

    /// The first moment of `calls`, linked to all later ones; null if there are no calls. Where a
    /// call begins as another ends, the begin comes first: then the two are taken for concurrent.
    static <I, O> @Nullable Moment<I, O> listOf(List<Call<I, O>> calls) {
        List<Moment<I, O>> moments = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Moment<I, O> end = new Moment<>(calls.get(i), i, null);
            moments.add(new Moment<>(calls.get(i), i, end));
            moments.add(end);
        }
        moments.sort(
                Comparator.comparingLong((Moment<I, O> each) -> each.time())
                        .thenComparing(each -> each.end == null));
        for (int i = 1; i < moments.size(); i++) {
            moments.get(i).before = moments.get(i - 1);
            moments.get(i - 1).after = moments.get(i);
        }
        return moments.isEmpty() ? null : moments.getFirst();
    }

    /// A moment ahead of `first` that belongs to the same call but is never taken out.
    static <I, O> Moment<I, O> ahead(Moment<I, O> first) {
        Moment<I, O> head = new Moment<>(first.call, first.number, null);
        head.after = first;
        first.before = head;
        return head;
    }

    /// Takes this begin and its end out of the list.
    void takeOut(Moment<I, O> endOfCall) {
        unlink();
        endOfCall.unlink();
    }

    /// Puts this begin and its end back to where they were taken from. Calls are put back in the
    /// opposite order of taking them out.
    void putBack(Moment<I, O> endOfCall) {
        endOfCall.link();
        link();
    }

    private long time() {
        return end == null ? call.end() : call.begin();
    }

    private void unlink() {
        if (before != null) {
            before.after = after;
        }
        if (after != null) {
            after.before = before;
        }
    }

    private void link() {
        if (before != null) {
            before.after = this;
        }
        if (after != null) {
            after.before = this;
        }
    }
}
