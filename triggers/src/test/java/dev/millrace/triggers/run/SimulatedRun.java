package dev.millrace.triggers.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.engine.Engine;
import dev.millrace.engine.operation.Operation;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.triggers.deadletter.DeadLetters;
import dev.millrace.triggers.destination.FailureReport;
import dev.millrace.triggers.function.FunctionName;
import dev.millrace.triggers.mapping.EventSourceMapping;
import dev.millrace.triggers.mapping.LambdaNames;
import dev.millrace.triggers.mapping.StartingPosition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// A mapping whose reads, calls and reports are tasks that one hand carries out, in the order that
/// it likes: the work of each shard is the real one, its threads are not there.
final class SimulatedRun {
    private final SimulatedWorld world;
    private final SimulatedFunction function;
    private final SimulatedLedger ledger;
    private final Random random;
    private final boolean exactlyOnce;
    private final boolean bisects;
    private final boolean reportsItemFailures;
    private final int batchSize;
    private final int retries;
    private final Map<String, Running> running = new TreeMap<>();
    private final List<Task> tasks = new ArrayList<>();
    private int lanes;
    private EventSourceMapping mapping;
    private boolean calm;

    /// A shard that is being gone through, and what its work has been told but has not looked at.
    private record Running(ShardWork work, Queue<Mail> mailbox) {}

    /// Something that was started and has not been done.
    private record Task(
            String shardId, Supplier<Mail> work, Function<RuntimeException, Mail> broken) {
        Mail result() {
            try {
                return work.get();
            } catch (RuntimeException e) {
                return broken.apply(e);
            }
        }
    }

    SimulatedRun(
            SimulatedWorld world,
            SimulatedFunction function,
            SimulatedLedger ledger,
            Random random) {
        this.world = world;
        this.function = function;
        this.ledger = ledger;
        this.random = random;
        this.exactlyOnce = random.nextBoolean();
        this.bisects = random.nextBoolean();
        this.reportsItemFailures = random.nextBoolean();
        this.batchSize = 1 + random.nextInt(6);
        this.retries = random.nextInt(4);
        this.lanes = 1 + random.nextInt(4);
        this.mapping = mapping();
    }

    boolean isExactlyOnce() {
        return exactlyOnce;
    }

    /// No faults of the server any more.
    void calmDown() {
        calm = true;
    }

    /// Forgets everything that is not stored, like a killed server.
    void crash() {
        running.clear();
        tasks.clear();
        world.restart();
    }

    /// Crashes and comes back with another number of lanes.
    void changeLanes() {
        crash();
        lanes = 1 + random.nextInt(4);
        mapping = mapping();
    }

    /// Starts what may be started.
    void discover() {
        Surroundings surroundings = surroundings();
        StreamOperations operations = surroundings.operations();
        Checkpoints checkpoints = new Checkpoints(operations, mapping.uuid());
        DeadLetters letters =
                new DeadLetters(
                        operations.readDocuments(),
                        operations.writeDocuments(),
                        DeadLetters.KEPT_MAX);
        ShardStarts starts = new ShardStarts(surroundings, mapping, checkpoints);
        for (ShardStart start : starts.ready(running.keySet())) {
            String shardId = start.shardId();
            Effects effects = Effects.of(surroundings, mapping.uuid(), shardId);
            Deeds deeds =
                    new Deeds(
                            surroundings, mapping, shardId, effects, letters, new MappingStatus());
            ShardWork work =
                    new ShardWork(
                            surroundings,
                            MappingPlan.of(mapping),
                            deeds,
                            checkpoints,
                            start,
                            (steps, broken) -> start(shardId, steps, broken));
            running.put(shardId, new Running(work, new ArrayDeque<>()));
        }
    }

    /// Does one of the tasks.
    void doOne() {
        if (!tasks.isEmpty()) {
            deliver(tasks.remove(random.nextInt(tasks.size())));
        }
    }

    /// Does all tasks that there are.
    void doAll() {
        int count = tasks.size();
        for (int i = 0; i < count && !tasks.isEmpty(); i++) {
            deliver(tasks.removeFirst());
        }
    }

    /// Lets one shard look at what it has been told.
    void turnOne() {
        List<String> shards = List.copyOf(running.keySet());
        if (!shards.isEmpty()) {
            turn(shards.get(random.nextInt(shards.size())));
        }
    }

    /// Lets all shards look at what they have been told.
    void turnAll() {
        List.copyOf(running.keySet()).forEach(this::turn);
    }

    private void turn(String shardId) {
        Running each = Objects.requireNonNull(running.get(shardId));
        try {
            Mail mail = each.mailbox().poll();
            while (mail != null) {
                each.work().open(mail);
                mail = each.mailbox().poll();
            }
            each.work().begin();
            each.work().save();
        } catch (IllegalStateException _) {
            breakOff(shardId, each);
            return;
        }
        if (each.work().isOver()) {
            each.work().abandonRead();
            running.remove(shardId);
        }
    }

    // As the loop does it: what is under way ends first, and what becomes of it is not looked at.
    private void breakOff(String shardId, Running each) {
        each.work().abandonRead();
        for (Task task : List.copyOf(tasks)) {
            if (task.shardId().equals(shardId)) {
                tasks.remove(task);
                task.result();
            }
        }
        running.remove(shardId);
    }

    private Runnable start(
            String shardId, Supplier<Mail> work, Function<RuntimeException, Mail> broken) {
        Task task = new Task(shardId, work, broken);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    private void deliver(Task task) {
        Mail mail = task.result();
        Objects.requireNonNull(running.get(task.shardId())).mailbox().add(mail);
    }

    private Surroundings surroundings() {
        Engine engine = world.engine();
        return new Surroundings(
                new StreamOperations(
                        engine.describeStream(),
                        engine.getShardIterator(),
                        reading(engine.getRecords()),
                        engine.inside().latestSequenceNumber(),
                        engine.inside().readDocuments(),
                        engine.inside().writeDocuments(),
                        engine.inside().grantToken(),
                        engine.inside().revokeTokens(),
                        engine.inside().measureLag()),
                new LambdaNames("us-east-1", "000000000000"),
                (_, _) -> invocation -> function.invoke(invocation, reportsItemFailures),
                _ -> this::report,
                world::now,
                random,
                Thread.ofVirtual().factory(),
                (_, cause) -> {
                    throw new AssertionError(cause);
                });
    }

    // Nothing would wake a reader that waits: the simulation asks again.
    private Operation<GetRecordsRequest, GetRecordsResponse> reading(
            Operation<GetRecordsRequest, GetRecordsResponse> operation) {
        return request -> {
            if (!calm && random.nextInt(80) == 0) {
                throw new IllegalStateException("a fault of the server");
            }
            int limit = calm ? request.limit() : 1 + random.nextInt(10);
            return operation.execute(
                    new GetRecordsRequest(request.shardIterator(), limit, Duration.ZERO));
        };
    }

    private void report(FailureReport report) {
        report.batch()
                .entries()
                .forEach(entry ->
                        ledger.givenUp(
                                SimulatedFunction.numbers(
                                        new String(entry.json().bytes(), UTF_8))));
    }

    private EventSourceMapping mapping() {
        String settings =
                """
                {"BatchSize":%d,"MaximumRetryAttempts":%d,"ParallelizationFactor":%d,
                 "BisectBatchOnFunctionError":%s,"FunctionResponseTypes":[%s],
                 "DestinationConfig":{"OnFailure":{"Destination":"arn:aws:sqs:x:1:q"}}}
                """
                        .formatted(
                                batchSize,
                                retries,
                                lanes,
                                bisects,
                                reportsItemFailures ? "\"ReportBatchItemFailures\"" : "");
        return new EventSourceMapping(
                "00000000-0000-4000-8000-000000000000",
                world.streamArn(),
                new FunctionName("f", null),
                StartingPosition.TRIM_HORIZON,
                TriggerFixture.settings(settings),
                Instant.EPOCH,
                exactlyOnce ? Map.of("millrace:exactly-once", "true") : Map.of());
    }
}
