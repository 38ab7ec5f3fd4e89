package dev.millrace.engine.throttle;

import dev.millrace.model.response.ThroughputExceededException;

import org.jspecify.annotations.Nullable;

/// Who decides whether a request may use capacity of tables and global indexes.
public interface Throttle {
    /// Lets everything through.
    Throttle NONE =
            new Throttle() {
                @Override
                public boolean isOn() {
                    return false;
                }

                @Override
                public @Nullable ThroughputExceededException tryTake(Demand estimate) {
                    return null;
                }

                @Override
                public void settle(Demand more) {}
            };

    /// Whether it ever refuses anything.
    boolean isOn();

    /// Takes what a request is likely to cost, if all whom it concerns have any units left; if one
    /// has none, nothing is taken. [#settle] tells the rest.
    ///
    /// @return null if the request may go ahead, else the answer to it
    @Nullable ThroughputExceededException tryTake(Demand estimate);

    /// Takes what a request cost beyond the estimate, or gives back what it cost less.
    void settle(Demand more);

    /// Takes as [#tryTake] does.
    ///
    /// @throws ThroughputExceededException if the request must not go ahead
    default void take(Demand estimate) {
        ThroughputExceededException refusal = tryTake(estimate);
        if (refusal != null) {
            throw refusal;
        }
    }
}
