package dev.millrace.triggers.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.batch.Batch;
import dev.millrace.triggers.batch.BatchRules;
import dev.millrace.triggers.batch.Entry;
import dev.millrace.triggers.failure.Backoff;
import dev.millrace.triggers.failure.FailureRules;
import dev.millrace.triggers.failure.Judge;
import dev.millrace.triggers.function.FunctionError;
import dev.millrace.triggers.function.Outcome;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A poller of one shard with a clock that tests move, and short forms of what it is told.
final class PollFixture {
    static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    int batchSize = 100;
    int batchBytes = 1 << 20;
    Duration window = Duration.ZERO;
    Duration tumbling = Duration.ZERO;
    @Nullable Integer retriesMax;
    @Nullable Duration recordAgeMax;
    boolean bisects;
    boolean reportsItemFailures;
    int lanes = 1;
    Instant now = START;

    private @Nullable ShardPoller poller;
    private @Nullable String last;
    private int records;

    ShardPoller poller() {
        if (poller == null) {
            poller = from(Progress.NONE);
        }
        return poller;
    }

    /// Another poller that goes on where `progress` says.
    ShardPoller from(Progress progress) {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), new Random(7));
        return new ShardPoller(rules(), progress, backoff, now);
    }

    PollRules rules() {
        return new PollRules(
                new BatchRules(batchSize, window, batchBytes),
                new FailureRules(retriesMax, recordAgeMax, bisects),
                new Judge(reportsItemFailures, !tumbling.isZero()),
                lanes,
                tumbling);
    }

    /// Lets `count` records arrive; they are called 1, 2, 3 and so on.
    PollFixture arrive(int count) {
        poller().page(page(entries(count), false), now);
        return this;
    }

    /// Lets a page arrive whose records were all filtered out.
    PollFixture arriveFiltered(int count) {
        last = entries(count).getLast().sequenceNumber();
        poller().page(page(List.of(), false), now);
        return this;
    }

    PollFixture end() {
        poller().page(page(List.of(), true), now);
        return this;
    }

    PollFixture pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    Step next() {
        return poller().next(0, now);
    }

    /// The numbers of the records that are to be sent now.
    List<String> sent() {
        return next() instanceof Step.Invoke(Batch batch, _) ? numbers(batch) : List.of("nothing");
    }

    /// Waits as long as it takes, then gives what is to be sent.
    List<String> sentAtLast() {
        Step step = next();
        if (step instanceof Step.Sleep(Instant until)) {
            now = until;
            step = next();
        }
        return step instanceof Step.Invoke(Batch batch, _) ? numbers(batch) : List.of("nothing");
    }

    PollFixture succeed() {
        return answer("");
    }

    PollFixture answer(String body) {
        poller().ended(0, new Outcome.Answered(Binary.of(body.getBytes(UTF_8))), now);
        return this;
    }

    PollFixture fail() {
        poller().ended(0, new Outcome.Failed(FunctionError.unhandled("no")), now);
        return this;
    }

    PollFixture throttle() {
        poller().ended(0, new Outcome.NotReady("busy"), now);
        return this;
    }

    /// The sequence number up to which everything is done, by lane.
    List<@Nullable String> done() {
        return poller().progress().done();
    }

    static List<String> numbers(Batch batch) {
        return batch.entries().stream().map(Entry::sequenceNumber).toList();
    }

    List<Entry> entries(int count) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String number = Integer.toString(++records);
            entries.add(new Entry(number, last, now, records, json(number)));
            last = number;
        }
        return entries;
    }

    Page page(List<Entry> entries, boolean isEnd) {
        return new Page(entries, last, isEnd, now);
    }

    private static Binary json(String number) {
        return Binary.of(("{\"n\":" + number + "}").getBytes(UTF_8));
    }
}
