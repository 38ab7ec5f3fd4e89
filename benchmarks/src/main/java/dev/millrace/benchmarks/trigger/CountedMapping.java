package dev.millrace.benchmarks.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.engine.Engine;
import dev.millrace.model.value.Binary;
import dev.millrace.triggers.function.FunctionName;
import dev.millrace.triggers.function.FunctionTarget;
import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.mapping.LambdaNames;
import dev.millrace.triggers.mapping.MappingRequests;
import dev.millrace.triggers.mapping.MappingSettings;
import dev.millrace.triggers.mapping.NewMapping;
import dev.millrace.triggers.mapping.StartingPosition;
import dev.millrace.triggers.run.MappingReport;
import dev.millrace.triggers.run.StreamOperations;
import dev.millrace.triggers.run.Surroundings;
import dev.millrace.triggers.run.Triggers;
import dev.millrace.wire.JsonInput;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// One mapping of an embedded engine, whose function counts the records that it is called with. It
/// is deleted when it is closed.
final class CountedMapping implements AutoCloseable {
    private static final byte[] MARK = "\"eventID\":".getBytes(UTF_8);
    private static final Outcome ANSWER = new Outcome.Answered(Binary.of(new byte[0]));
    private static final long LOOK_EVERY_NANOS = 1_000_000;

    private final Triggers triggers;
    private final String streamArn;
    private final LongAdder counted;

    private CountedMapping(Triggers triggers, String streamArn, LongAdder counted) {
        this.triggers = triggers;
        this.streamArn = streamArn;
        this.counted = counted;
    }

    /// A mapping of a function that looks for records in the text of the event.
    static CountedMapping open(Engine engine, String streamArn) {
        return open(engine, streamArn, counted -> invocation -> count(invocation, counted));
    }

    /// A mapping of a function that adds to what it is given.
    static CountedMapping open(
            Engine engine, String streamArn, Function<LongAdder, FunctionTarget> function) {
        LongAdder counted = new LongAdder();
        return new CountedMapping(
                Triggers.open(surroundings(engine, function.apply(counted))), streamArn, counted);
    }

    void fromTheBeginning() {
        create(StartingPosition.TRIM_HORIZON);
    }

    void fromNowOn() {
        create(StartingPosition.LATEST);
    }

    /// Waits until the function has seen this many records.
    void await(long records) {
        while (counted.sum() < records) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    MappingReport report() {
        return triggers.operator().mappings().getFirst();
    }

    @Override
    public void close() {
        triggers.delete(report().view().mapping().uuid());
        while (!triggers.list().isEmpty()) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        triggers.close();
    }

    private void create(StartingPosition position) {
        byte[] settings = "{\"BatchSize\":1000}".getBytes(UTF_8);
        triggers.create(
                new NewMapping(
                        new FunctionName("count", null),
                        streamArn,
                        position,
                        MappingRequests.update(new JsonInput(settings, 0, settings.length))
                                .settings()
                                .apply(MappingSettings.DEFAULTS),
                        Map.of()));
    }

    private static Surroundings surroundings(Engine engine, FunctionTarget function) {
        return new Surroundings(
                new StreamOperations(
                        engine.describeStream(),
                        engine.getShardIterator(),
                        engine.getRecords(),
                        engine.inside().latestSequenceNumber(),
                        engine.inside().readDocuments(),
                        engine.inside().writeDocuments(),
                        engine.inside().grantToken(),
                        engine.inside().revokeTokens(),
                        engine.inside().measureLag()),
                new LambdaNames("us-east-1", "000000000000"),
                (_, _) -> function,
                arn -> {
                    throw new IllegalStateException("nothing is reported to " + arn);
                },
                InstantSource.system(),
                new SecureRandom(),
                Thread.ofVirtual().factory(),
                (what, cause) -> {
                    throw new IllegalStateException(what, cause);
                });
    }

    private static Outcome count(Invocation invocation, LongAdder counted) {
        byte[] event = invocation.payload().bytes();
        int records = 0;
        for (int i = 0; i <= event.length - MARK.length; i++) {
            if (event[i] == MARK[0] && isMark(event, i)) {
                records++;
            }
        }
        counted.add(records);
        return ANSWER;
    }

    private static boolean isMark(byte[] event, int from) {
        for (int i = 1; i < MARK.length; i++) {
            if (event[from + i] != MARK[i]) {
                return false;
            }
        }
        return true;
    }
}
