package dev.millrace.cli.demo;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// Reads a whole stream, shard by shard, parents first. Shards that appear meanwhile are read too.
/// For one thread.
final class StreamReader {

    /// How many times in a row nothing new may be found before missing records count as lost.
    static final int FRUITLESS_ROUNDS_MAX = 50;

    private final DynamoDbStreamsClient client;
    private final String streamArn;
    private final Pause pause;
    private final LongSupplier nanoTime;
    private final Progress progress;
    private final Map<String, ShardReader> readers = new HashMap<>();

    /// A reader of the stream `streamArn` that takes a `pause` whenever there should be more
    /// records than there are.
    StreamReader(
            DynamoDbStreamsClient client,
            String streamArn,
            Pause pause,
            LongSupplier nanoTime,
            Progress progress) {
        this.client = client;
        this.streamArn = streamArn;
        this.pause = pause;
        this.nanoTime = nanoTime;
        this.progress = progress;
    }

    /// Applies every record to `replay`. Ends at the tip of every shard, and not before there have
    /// been `recordsExpected` records or no new one for a while. To be called once.
    ReadBack readInto(StreamReplay replay, long recordsExpected) {
        Stopwatch stopwatch = Stopwatch.start(nanoTime);
        readRound(replay, recordsExpected);
        int fruitless = 0;
        while (replay.records() < recordsExpected && fruitless < FRUITLESS_ROUNDS_MAX) {
            pause.take();
            long before = replay.records();
            readRound(replay, recordsExpected);
            fruitless = replay.records() == before ? fruitless + 1 : 0;
        }
        return new ReadBack(replay.records(), readers.size(), stopwatch.elapsed());
    }

    private void readRound(StreamReplay replay, long recordsExpected) {
        List<Shard> shards = new ShardLineage(describe()).parentsFirst();
        for (Shard shard : shards) {
            if (mayStart(shard)) {
                reader(shard)
                        .readOn(
                                isClosed(shard),
                                page -> {
                                    page.records().forEach(record -> replay.apply(shard, record));
                                    show(shards, shard, replay, recordsExpected);
                                });
            }
        }
    }

    private void show(List<Shard> shards, Shard shard, StreamReplay replay, long recordsExpected) {
        progress.at(() ->
                "reading      shard "
                        + Figures.grouped(shards.indexOf(shard) + 1)
                        + " of "
                        + Figures.grouped(shards.size())
                        + ", "
                        + Figures.grouped(replay.records())
                        + " of "
                        + Figures.counted(recordsExpected, "record"));
    }

    // A child's records must not be seen before all of its parent's.
    private boolean mayStart(Shard shard) {
        ShardReader parent = readers.get(shard.parentShardId());
        return parent == null || parent.isFinished();
    }

    private ShardReader reader(Shard shard) {
        return readers.computeIfAbsent(
                shard.shardId(), _ -> ShardReader.atTrimHorizon(client, streamArn, shard));
    }

    private static boolean isClosed(Shard shard) {
        return shard.sequenceNumberRange().endingSequenceNumber() != null;
    }

    private List<Shard> describe() {
        List<Shard> shards = new ArrayList<>();
        String last = null;
        do {
            DescribeStreamResponse page = page(last);
            shards.addAll(page.streamDescription().shards());
            last = page.streamDescription().lastEvaluatedShardId();
        } while (last != null);
        return shards;
    }

    private DescribeStreamResponse page(@Nullable String last) {
        return client.describeStream(
                describe -> describe.streamArn(streamArn).exclusiveStartShardId(last));
    }
}
