package dev.millrace.testkit.linearizability;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;

/// A table of a few cells, each empty or with a number.
public final class Cells implements Specification<Cells.State, Cells.Input, Cells.Output> {
    /// The numbers of the cells that are not empty, by the cells' names.
    public record State(SequencedMap<String, Long> numbers) {
        /// All cells empty.
        public static final State EMPTY = new State(new TreeMap<>());

        @Nullable Long of(String cell) {
            return numbers.get(cell);
        }

        State with(String cell, @Nullable Long number) {
            SequencedMap<String, Long> next = new TreeMap<>(numbers);
            if (number == null) {
                next.remove(cell);
            } else {
                next.put(cell, number);
            }
            return new State(next);
        }
    }

    /// What the cells are asked.
    public sealed interface Input {
        /// Answers the number of a cell.
        record Read(String cell) implements Input {}

        /// Answers the numbers of several cells at one moment.
        record ReadTogether(List<String> cells) implements Input {}

        /// Writes a number and answers the one before.
        record Write(String cell, long number) implements Input {}

        /// Empties a cell and answers the number that it had.
        record Remove(String cell) implements Input {}

        /// Adds to a cell's number, an empty cell having 0, and answers the sum.
        record Add(String cell, long number) implements Input {}

        /// Writes a number if the cell has the expected one; null expects an empty cell. Refused,
        /// it answers the number that the cell has.
        record WriteIf(String cell, @Nullable Long expected, long number) implements Input {}

        /// Takes a number away from one cell and adds it to another if the first has at least so
        /// much; both or neither.
        record Move(String from, String to, long number) implements Input {}
    }

    /// What they answer.
    public sealed interface Output {
        /// A number, null for none.
        record One(@Nullable Long number) implements Output {}

        /// The numbers of several cells, null for empty ones.
        record Several(List<@Nullable Long> numbers) implements Output {}

        /// It is done.
        record Done() implements Output {}

        /// It is not done, because the cell has this number.
        record Refused(@Nullable Long number) implements Output {}
    }

    private record Step(State state, Output output) {}

    @Override
    public State initial() {
        return State.EMPTY;
    }

    @Override
    public @Nullable State next(State state, Input input, @Nullable Output output) {
        Step step = step(state, input);
        return output == null || output.equals(step.output()) ? step.state() : null;
    }

    private static Step step(State state, Input input) {
        return switch (input) {
            case Input.Read(String cell) -> new Step(state, new Output.One(state.of(cell)));
            case Input.ReadTogether(List<String> cells) ->
                    new Step(state, new Output.Several(numbers(state, cells)));
            case Input.Write(String cell, long number) ->
                    new Step(state.with(cell, number), new Output.One(state.of(cell)));
            case Input.Remove(String cell) ->
                    new Step(state.with(cell, null), new Output.One(state.of(cell)));
            case Input.Add(String cell, long number) -> add(state, cell, number);
            case Input.WriteIf(String cell, Long expected, long number) ->
                    Objects.equals(state.of(cell), expected)
                            ? new Step(state.with(cell, number), new Output.Done())
                            : new Step(state, new Output.Refused(state.of(cell)));
            case Input.Move(String from, String to, long number) -> move(state, from, to, number);
        };
    }

    private static List<@Nullable Long> numbers(State state, List<String> cells) {
        return cells.stream().<@Nullable Long>map(state::of).toList();
    }

    private static Step add(State state, String cell, long number) {
        long sum = Objects.requireNonNullElse(state.of(cell), 0L) + number;
        return new Step(state.with(cell, sum), new Output.One(sum));
    }

    private static Step move(State state, String from, String to, long number) {
        Long has = state.of(from);
        if (has == null || has < number) {
            return new Step(state, new Output.Refused(has));
        }
        State taken = state.with(from, has - number);
        return new Step(add(taken, to, number).state(), new Output.Done());
    }
}
