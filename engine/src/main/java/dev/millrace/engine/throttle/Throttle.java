package dev.millrace.engine.throttle;

import dev.millrace.engine.catalog.Table;
import dev.millrace.model.response.ThroughputExceededException;

import org.jspecify.annotations.Nullable;

/// Who decides whether a request may use capacity of a table.
public interface Throttle {
    /// Lets everything through.
    Throttle NONE =
            new Throttle() {
                @Override
                public boolean isOn() {
                    return false;
                }

                @Override
                public @Nullable ThroughputExceededException tryTake(
                        Table table, Arm arm, double units) {
                    return null;
                }

                @Override
                public void settle(Table table, Arm arm, double units) {}
            };

    /// Whether it ever refuses anything.
    boolean isOn();

    /// Takes `units` if the table has any left; they are an estimate of what a request costs, and
    /// [#settle] tells the rest.
    ///
    /// @return null if the request may go ahead, else the answer to it
    @Nullable ThroughputExceededException tryTake(Table table, Arm arm, double units);

    /// Takes what a request cost beyond the estimate, or gives back what it cost less.
    void settle(Table table, Arm arm, double units);

    /// Takes `units` as [#tryTake] does.
    ///
    /// @throws ThroughputExceededException if the request must not go ahead
    default void take(Table table, Arm arm, double units) {
        ThroughputExceededException refusal = tryTake(table, arm, units);
        if (refusal != null) {
            throw refusal;
        }
    }
}
