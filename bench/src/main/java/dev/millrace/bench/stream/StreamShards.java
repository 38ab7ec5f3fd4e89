package dev.millrace.bench.stream;

import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.http.Caller;
import dev.millrace.bench.http.Operation;
import dev.millrace.bench.table.JsonText;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The shards of one stream.
///
/// @param streamArn the stream
/// @param shardIds the names of its shards, oldest first
record StreamShards(String streamArn, List<String> shardIds) {
    private static final Operation DESCRIBE = Operation.ofStreams("DescribeStream");
    private static final Operation ITERATOR = Operation.ofStreams("GetShardIterator");

    /// Where an iterator begins to read.
    enum Start {
        TRIM_HORIZON,
        LATEST
    }

    /// Lists the shards that the stream has now.
    static StreamShards list(Caller caller, String streamArn) {
        List<String> shards = new ArrayList<>();
        Optional<String> last = Optional.empty();
        do {
            String from =
                    last.map(shard -> ",\"ExclusiveStartShardId\":\"" + shard + "\"").orElse("");
            String page = caller.ask(DESCRIBE, "{\"StreamArn\":\"" + streamArn + "\"" + from + "}");
            shards.addAll(JsonText.all(page, "ShardId"));
            last = JsonText.first(page, "LastEvaluatedShardId");
        } while (last.isPresent());
        return new StreamShards(streamArn, List.copyOf(shards));
    }

    /// An iterator of one of the shards.
    String iterator(Caller caller, String shardId, Start start) {
        String answer =
                caller.ask(
                        ITERATOR,
                        "{\"StreamArn\":\"%s\",\"ShardId\":\"%s\",\"ShardIteratorType\":\"%s\"}"
                                .formatted(streamArn, shardId, start));
        return JsonText.first(answer, "ShardIterator")
                .orElseThrow(() -> new BenchException("GetShardIterator answers no iterator"));
    }
}
