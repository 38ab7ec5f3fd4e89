package dev.millrace.conformance.linearizability;

import dev.millrace.testkit.linearizability.Call;
import dev.millrace.testkit.linearizability.Cells.Input;
import dev.millrace.testkit.linearizability.Cells.Output;

import software.amazon.awssdk.core.exception.SdkClientException;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A client that asks random cells random things, one after another, and notes each call.
final class CellClient {
    private static final long NUMBERS = 6;

    private final int number;
    private final List<String> cells;
    private final RandomGenerator random;
    private final List<Call<Input, Output>> calls = new ArrayList<>();

    CellClient(int number, List<String> cells, RandomGenerator random) {
        this.number = number;
        this.cells = cells;
        this.random = random;
    }

    /// What it has noted.
    List<Call<Input, Output>> calls() {
        return calls;
    }

    /// Makes `count` calls.
    void call(CellTable table, int count) {
        for (int i = 0; i < count; i++) {
            call(table);
        }
    }

    /// Makes up to `count` calls; the first that gets no answer is noted as such, and is the last.
    void callUntilNoAnswer(CellTable table, int count) {
        for (int i = 0; i < count; i++) {
            Input input = anyInput();
            long begin = System.nanoTime();
            try {
                note(input, table.ask(input), begin);
            } catch (SdkClientException e) {
                calls.add(Call.open(number, input, begin));
                return;
            }
        }
    }

    private void call(CellTable table) {
        Input input = anyInput();
        long begin = System.nanoTime();
        note(input, table.ask(input), begin);
    }

    private void note(Input input, Output output, long begin) {
        calls.add(Call.answered(number, input, output, begin, System.nanoTime()));
    }

    private Input anyInput() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Input.Read(anyCell());
            case 2 -> new Input.ReadTogether(cells);
            case 3 -> new Input.Write(anyCell(), anyNumber());
            case 4 -> new Input.Remove(anyCell());
            case 5 -> new Input.Add(anyCell(), anyNumber());
            case 6 ->
                    new Input.WriteIf(
                            anyCell(), random.nextInt(3) == 0 ? null : anyNumber(), anyNumber());
            default -> anyMove();
        };
    }

    private Input anyMove() {
        int from = random.nextInt(cells.size());
        int to = (from + 1 + random.nextInt(cells.size() - 1)) % cells.size();
        return new Input.Move(cells.get(from), cells.get(to), 1 + random.nextLong(NUMBERS));
    }

    private String anyCell() {
        return cells.get(random.nextInt(cells.size()));
    }

    private long anyNumber() {
        return random.nextLong(NUMBERS);
    }
}
