package dev.millrace.triggers.poll;

import dev.millrace.triggers.batch.Entry;
import dev.millrace.triggers.failure.Backoff;
import dev.millrace.triggers.function.Outcome;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The way of one mapping through one shard: deals its records out to lanes and knows what each is
/// to do next and how far all have come. For one thread.
public final class ShardPoller {
    private final Progress start;
    private final List<LaneRange> done;
    private final List<Lane> lanes = new ArrayList<>();
    private @Nullable String last;
    private boolean ended;

    /// A poller that goes on from `start` at the moment `now`.
    public ShardPoller(PollRules rules, Progress start, Backoff backoff, Instant now) {
        this(rules, start, List.of(), backoff, now);
    }

    /// A poller that goes on from `start`, and passes over what is `done` beyond that.
    public ShardPoller(
            PollRules rules, Progress start, List<LaneRange> done, Backoff backoff, Instant now) {
        this.start = start;
        this.done = List.copyOf(done);
        this.last = start.readAfter();
        this.ended = start.isEnded();
        for (int i = 0; i < rules.lanes(); i++) {
            lanes.add(new Lane(rules, backoff, i == 0 ? start.window() : null, now));
        }
        if (ended) {
            lanes.forEach(Lane::end);
        }
    }

    /// The number of lanes; they are called by the numbers from 0.
    public int lanes() {
        return lanes.size();
    }

    /// Whether the shard should be read on: it has not ended, and every lane has room.
    public boolean wantsRecords() {
        return !ended && lanes.stream().noneMatch(Lane::isFull);
    }

    /// Takes the next records of the shard, which arrived at `now`.
    public void page(Page page, Instant now) {
        page.entries().forEach(entry -> add(entry, now));
        if (page.last() != null) {
            last = page.last();
        }
        if (page.caughtUpAt() != null) {
            lanes.forEach(lane -> lane.caughtUp(page.caughtUpAt()));
        }
        if (page.isEnd()) {
            ended = true;
            lanes.forEach(Lane::end);
        }
    }

    /// What the lane is to do at `now`. A step other than [Step.Sleep] is under way until its end
    /// is told.
    public Step next(int lane, Instant now) {
        return lanes.get(lane).next(now);
    }

    /// Tells what became of a lane's invocation.
    public void ended(int lane, Outcome outcome, Instant now) {
        lanes.get(lane).ended(outcome, now);
    }

    /// Tells that what a lane gave up has been reported.
    public void reported(int lane) {
        lanes.get(lane).reported();
    }

    /// How many failing batches have been halved so far.
    public int bisections() {
        return lanes.stream().mapToInt(Lane::bisections).sum();
    }

    /// Whether nothing waits for anything but new records.
    public boolean isIdle() {
        return lanes.stream().allMatch(Lane::isIdle);
    }

    /// Whether a tumbling window is open, which the passing of time alone may end.
    public boolean hasOpenWindow() {
        return lanes.getFirst().openWindow() != null;
    }

    /// How far the shard is done.
    public Progress progress() {
        List<@Nullable String> reached = new ArrayList<>();
        for (int lane = 0; lane < lanes.size(); lane++) {
            reached.add(doneBy(lane));
        }
        boolean isEnded = ended && lanes.stream().allMatch(Lane::isFinished);
        return new Progress(
                reached,
                isEnded,
                lanes.getFirst().openWindow(),
                isEnded ? List.of() : earlier(new LanesDone(reached)));
    }

    // A lane that was ahead of others when this began has not lost that by being read again.
    private @Nullable String doneBy(int lane) {
        Entry first = lanes.get(lane).firstUnfinished();
        String reached = first == null ? last : first.predecessor();
        return isSameInNumber() ? SequenceOrder.later(reached, start.done().get(lane)) : reached;
    }

    private List<LanesDone> earlier(LanesDone reached) {
        List<LanesDone> kept = new ArrayList<>(start.earlier());
        if (!isSameInNumber()) {
            kept.add(new LanesDone(start.done()));
        }
        kept.removeIf(each -> !each.isAheadOf(reached));
        return kept;
    }

    private boolean isSameInNumber() {
        return start.done().size() == lanes.size();
    }

    private void add(Entry entry, Instant now) {
        if (!isDone(entry.sequenceNumber(), entry.keyHash())) {
            lanes.get(Progress.laneOf(entry.keyHash(), lanes.size())).add(entry, now);
        }
    }

    private boolean isDone(String sequenceNumber, int keyHash) {
        return start.covers(sequenceNumber, keyHash)
                || done.stream().anyMatch(range -> range.covers(sequenceNumber, keyHash));
    }
}
