package dev.millrace.bench.trigger;

import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.http.Endpoint;
import dev.millrace.bench.stream.Delays;
import dev.millrace.bench.stream.SingleWriter;
import dev.millrace.bench.table.BenchTable;

import java.time.Duration;
import java.util.Optional;

/// How soon a function is called with what was written: one write at a time, and one function,
/// which is mapped to the table's stream while this is open.
public final class WriteToCall implements AutoCloseable {
    private static final int FIRST_CALLS_MAX = 60;
    private static final long FIRST_CALL_MILLIS = 1_000;
    private static final long CALL_MILLIS_MAX = 60_000;

    private final BenchTable table;
    private final String function;
    private final LambdaApi lambda;
    private final Calls calls;
    private final SingleWriter writer;
    private String mapping = "";

    private WriteToCall(
            BenchTable table, String function, LambdaApi lambda, Calls calls, SingleWriter writer) {
        this.table = table;
        this.function = function;
        this.lambda = lambda;
        this.calls = calls;
        this.writer = writer;
    }

    /// Why this cannot be measured of a server; empty if it can.
    public static Optional<String> obstacle(Endpoint endpoint) {
        if (!endpoint.isLoopback()) {
            return Optional.of(endpoint + " is not on this machine, where the function would run");
        }
        try (LambdaApi lambda = new LambdaApi(endpoint)) {
            return lambda.isThere()
                    ? Optional.empty()
                    : Optional.of(endpoint + " has no Lambda API");
        }
    }

    /// Makes the function and waits until it is called.
    ///
    /// @param function a name for the function
    public static WriteToCall start(BenchTable table, String function) {
        Calls calls = Calls.listen();
        WriteToCall call =
                new WriteToCall(
                        table,
                        function,
                        new LambdaApi(table.service().tables()),
                        calls,
                        new SingleWriter(table));
        try {
            call.prepare();
            return call;
        } catch (RuntimeException e) {
            call.close();
            throw e;
        }
    }

    /// Measures until the time is over, at least one write.
    public Delays run(Duration duration) {
        Delays.Notes notes = new Delays.Notes();
        long end = System.nanoTime() + duration.toNanos();
        do {
            long sent = System.nanoTime();
            long number = writer.write();
            long answered = System.nanoTime();
            notes.note(sent, answered, call(number, CALL_MILLIS_MAX).orElseThrow(this::silent));
        } while (end - System.nanoTime() > 0);
        return notes.delays();
    }

    /// Deletes what was made.
    @Override
    public void close() {
        try (writer;
                calls;
                lambda) {
            if (!mapping.isEmpty()) {
                lambda.deleteMapping(mapping);
            }
            lambda.deleteFunction(function);
        }
    }

    // The mapping begins to read a little after it was made; what was written before passes it by.
    private void prepare() {
        lambda.createFunction(function, LambdaApi.script(calls.port()));
        mapping = lambda.map(function, table.streamArn());
        for (int i = 0; i < FIRST_CALLS_MAX; i++) {
            if (call(writer.write(), FIRST_CALL_MILLIS).isPresent()) {
                return;
            }
        }
        throw silent();
    }

    // Passes over calls with earlier numbers, which come late.
    private Optional<Long> call(long number, long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (true) {
            long left = (end - System.nanoTime()) / 1_000_000;
            Calls.Call call = calls.next(Math.max(0, left));
            if (call == null) {
                return Optional.empty();
            }
            if (call.number() == number) {
                return Optional.of(call.nanos());
            }
        }
    }

    private BenchException silent() {
        return new BenchException("function " + function + " is not called");
    }
}
