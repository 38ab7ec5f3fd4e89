package dev.millrace.triggers.run;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.MeasureLagRequest;
import dev.millrace.model.response.MeasureLagResponse;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.triggers.deadletter.DeadLetter;
import dev.millrace.triggers.deadletter.DeadLetters;
import dev.millrace.triggers.mapping.EventSourceMapping;
import dev.millrace.triggers.mapping.LambdaErrors;
import dev.millrace.triggers.poll.Progress;

import java.util.List;
import java.util.Map;

/// What those who run a server see of its triggers, and do to them. Everything is measured when
/// somebody asks, from what is kept anyway. Safe for many threads.
public final class Operator {
    private final Triggers triggers;
    private final StreamOperations operations;
    private final DeadLetters letters;
    private final Replays replays;

    Operator(Triggers triggers, Surroundings surroundings, DeadLetters letters) {
        this.triggers = triggers;
        this.operations = surroundings.operations();
        this.letters = letters;
        this.replays = new Replays(surroundings, letters);
    }

    /// All mappings, by UUID.
    public List<MappingReport> mappings() {
        return triggers.list().stream().map(this::report).toList();
    }

    /// What the mappings have given up, the oldest first.
    public List<DeadLetter> deadLetters() {
        return letters.all();
    }

    /// What one mapping has given up, the oldest first.
    ///
    /// @throws ApiException if there is no such mapping
    public List<DeadLetter> deadLetters(String uuid) {
        return letters.of(triggers.get(uuid).mapping().uuid());
    }

    /// Sends records that were given up to the function once more, and waits for what becomes of
    /// it.
    ///
    /// @param first the sequence number of the first of them
    /// @return what is known of them now, with the result
    /// @throws ApiException if nothing is known of such records, or they cannot be sent any more
    public DeadLetter replay(String uuid, String shardId, String first) {
        EventSourceMapping mapping = triggers.get(uuid).mapping();
        DeadLetter letter = letters.find(uuid, shardId, first).orElseThrow(LambdaErrors::notFound);
        return replays.replay(mapping, letter);
    }

    private MappingReport report(MappingView view) {
        String uuid = view.mapping().uuid();
        int open = (int) letters.of(uuid).stream().filter(each -> !each.isSettled()).count();
        return new MappingReport(view, lag(view.mapping()), open);
    }

    // A stream that is gone holds nothing that could be behind.
    private Lag lag(EventSourceMapping mapping) {
        try {
            return total(mapping);
        } catch (ApiException e) {
            if (e.error() == ApiError.RESOURCE_NOT_FOUND) {
                return Lag.NONE;
            }
            throw e;
        }
    }

    private Lag total(EventSourceMapping mapping) {
        StreamShards stream = StreamShards.of(mapping.eventSourceArn(), operations);
        Map<String, Progress> progress = new Checkpoints(operations, mapping.uuid()).read();
        Lag total = Lag.NONE;
        for (ShardDescription shard : stream.shards()) {
            Progress done = progress.getOrDefault(shard.shardId(), Progress.NONE);
            if (!done.isEnded()) {
                total = total.plus(lag(mapping.eventSourceArn(), shard.shardId(), done));
            }
        }
        return total;
    }

    private Lag lag(String streamArn, String shardId, Progress done) {
        var request = new MeasureLagRequest(streamArn, shardId, done.readAfter(), Lag.RECORDS_MAX);
        MeasureLagResponse lag = operations.measureLag().execute(request);
        return new Lag(lag.records(), lag.age());
    }
}
