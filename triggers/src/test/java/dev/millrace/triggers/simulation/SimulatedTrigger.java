package dev.millrace.triggers.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.value.Binary;
import dev.millrace.triggers.batch.Batch;
import dev.millrace.triggers.batch.BatchRules;
import dev.millrace.triggers.batch.Entry;
import dev.millrace.triggers.failure.Backoff;
import dev.millrace.triggers.failure.FailureRules;
import dev.millrace.triggers.failure.Judge;
import dev.millrace.triggers.function.FunctionError;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.poll.Lineage;
import dev.millrace.triggers.poll.Page;
import dev.millrace.triggers.poll.PollRules;
import dev.millrace.triggers.poll.Progress;
import dev.millrace.triggers.poll.ShardPoller;
import dev.millrace.triggers.poll.Step;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// A mapping on a simulated stream: pollers, what they have under way, and their stored
/// checkpoints, all moved by one seeded hand.
final class SimulatedTrigger {
    /// The key whose records always fail.
    static final int POISON = 5;

    private record Place(String shardId, int lane) {}

    private final SimulatedStream stream;
    private final DeliveryLedger ledger;
    private final Random random;
    private final Map<String, Progress> stored = new HashMap<>();
    private final Map<String, ShardPoller> running = new TreeMap<>();
    private final Map<Place, Step> underWay = new HashMap<>();
    private int lanes;
    private final int batchSize;
    private final boolean bisects;
    private final boolean reportsItemFailures;

    SimulatedTrigger(SimulatedStream stream, DeliveryLedger ledger, Random random) {
        this.stream = stream;
        this.ledger = ledger;
        this.random = random;
        this.lanes = 1 + random.nextInt(3);
        this.batchSize = 1 + random.nextInt(5);
        this.bisects = random.nextBoolean();
        this.reportsItemFailures = random.nextBoolean();
    }

    /// Forgets everything but the checkpoints, like a killed server.
    void crash() {
        running.clear();
        underWay.clear();
    }

    void changeLanes() {
        crash();
        lanes = 1 + random.nextInt(4);
    }

    /// Starts what may be started.
    void discover(Instant now) {
        running.keySet().removeIf(id -> progress(id).isEnded());
        stored.keySet().removeIf(id -> !stream.has(id) && !running.containsKey(id));
        for (ShardDescription shard : Lineage.ready(stream.describe(), stored)) {
            running.computeIfAbsent(
                    shard.shardId(), id -> new ShardPoller(rules(), progress(id), backoff(), now));
        }
    }

    void read(Instant now) {
        for (Map.Entry<String, ShardPoller> each : List.copyOf(running.entrySet())) {
            ShardPoller poller = each.getValue();
            if (poller.wantsRecords() && random.nextInt(3) > 0) {
                read(each.getKey(), poller, now);
            }
        }
    }

    private final Map<ShardPoller, Long> readUpTo = new HashMap<>();

    private void read(String shardId, ShardPoller poller, Instant now) {
        String after = poller.progress().readAfter();
        long from =
                readUpTo.computeIfAbsent(
                        poller, _ -> after == null ? -1 : Long.parseLong(after) - 1_000_000);
        if (!stream.has(shardId)) {
            poller.page(new Page(List.of(), null, true, now), now);
            return;
        }
        SimulatedShard shard = stream.shard(shardId);
        List<SimulatedRecord> rest =
                shard.records.stream().filter(record -> record.number() > from).toList();
        List<SimulatedRecord> page = rest.subList(0, random.nextInt(rest.size() + 1));
        String last = from < 0 ? null : Long.toString(1_000_000 + from);
        List<Entry> entries = new ArrayList<>();
        for (SimulatedRecord record : page) {
            entries.add(entry(record, last));
            last = record.sequenceNumber();
            readUpTo.put(poller, record.number());
        }
        boolean isEnd = shard.closed && page.size() == rest.size();
        poller.page(new Page(entries, page.isEmpty() ? null : last, isEnd, now), now);
    }

    private static Entry entry(SimulatedRecord record, @Nullable String predecessor) {
        return new Entry(
                record.sequenceNumber(),
                predecessor,
                record.created(),
                record.key(),
                Binary.of("{}".getBytes(UTF_8)));
    }

    void step(Instant now) {
        running.forEach((id, poller) -> {
            for (int lane = 0; lane < poller.lanes(); lane++) {
                Place place = new Place(id, lane);
                Step step = poller.next(lane, now);
                if (step instanceof Step.Invoke(Batch batch, _)) {
                    ledger.sent(batch);
                }
                if (!(step instanceof Step.Sleep)) {
                    underWay.put(place, step);
                }
            }
        });
    }

    /// Ends some of what is under way; calmly, only by success or for poison by failure.
    void finish(boolean calm, Instant now) {
        for (Map.Entry<Place, Step> each : List.copyOf(underWay.entrySet())) {
            if (calm || random.nextBoolean()) {
                underWay.remove(each.getKey());
                finish(each.getKey(), each.getValue(), calm, now);
            }
        }
    }

    private void finish(Place place, Step step, boolean calm, Instant now) {
        ShardPoller poller = running.get(place.shardId());
        if (poller == null) {
            return;
        }
        switch (step) {
            case Step.Invoke(Batch batch, _) ->
                    poller.ended(place.lane(), outcome(batch, calm), now);
            case Step.Report(Batch batch, _) -> {
                ledger.accountFor(batch.entries());
                poller.reported(place.lane());
            }
            case Step.Sleep _ -> throw new IllegalStateException("a sleep is under way");
        }
        // A crash may come between what was done and its checkpoint.
        if (calm || random.nextInt(4) > 0) {
            checkpoint();
        }
    }

    void checkpoint() {
        running.forEach((id, poller) -> stored.put(id, poller.progress()));
    }

    boolean isDone() {
        return underWay.isEmpty()
                && Lineage.ready(stream.describe(), stored).stream()
                        .allMatch(shard -> isCaughtUp(shard.shardId()));
    }

    private boolean isCaughtUp(String shardId) {
        ShardPoller poller = running.get(shardId);
        List<SimulatedRecord> records = stream.shard(shardId).records;
        return poller != null
                && poller.isIdle()
                && !stream.shard(shardId).closed
                && (records.isEmpty()
                        || records.getLast().number() <= readUpTo.getOrDefault(poller, -1L));
    }

    private Outcome outcome(Batch batch, boolean calm) {
        boolean poisoned = batch.entries().stream().anyMatch(entry -> entry.keyHash() == POISON);
        if (poisoned) {
            return new Outcome.Failed(FunctionError.unhandled("poison"));
        }
        return switch (calm ? 0 : random.nextInt(6)) {
            case 1 -> new Outcome.Failed(FunctionError.unhandled("chance"));
            case 2 -> new Outcome.NotReady("busy");
            case 3 -> reportsItemFailures ? partial(batch) : succeeded(batch);
            default -> succeeded(batch);
        };
    }

    private Outcome succeeded(Batch batch) {
        ledger.accountFor(batch.entries());
        return answered("");
    }

    private Outcome partial(Batch batch) {
        int index = random.nextInt(batch.size());
        ledger.accountFor(batch.before(index).entries());
        String number = batch.entries().get(index).sequenceNumber();
        return answered("{\"batchItemFailures\":[{\"itemIdentifier\":\"" + number + "\"}]}");
    }

    private static Outcome answered(String body) {
        return new Outcome.Answered(Binary.of(body.getBytes(UTF_8)));
    }

    private Progress progress(String shardId) {
        return stored.getOrDefault(shardId, Progress.NONE);
    }

    private PollRules rules() {
        return new PollRules(
                new BatchRules(batchSize, Duration.ZERO, 1 << 20),
                new FailureRules(2, Duration.ofHours(1), bisects),
                new Judge(reportsItemFailures, false),
                lanes,
                Duration.ZERO);
    }

    private Backoff backoff() {
        return new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), random);
    }
}
