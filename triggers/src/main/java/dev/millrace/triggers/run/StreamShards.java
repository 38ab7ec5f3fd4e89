package dev.millrace.triggers.run;

import dev.millrace.model.request.DescribeStreamRequest;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.StreamDescription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A stream and all its shards, as DescribeStream pages them.
///
/// @param partitionKey the name of the table's partition key
record StreamShards(String partitionKey, List<ShardDescription> shards) {
    private static final int PAGE = 100;

    /// Describes a stream.
    ///
    /// @throws dev.millrace.model.error.ApiException if there is none
    static StreamShards of(String streamArn, StreamOperations operations) {
        List<ShardDescription> all = new ArrayList<>();
        String last = null;
        StreamDescription page;
        do {
            page = page(streamArn, last, operations);
            all.addAll(page.shards());
            last = page.lastEvaluatedShardId();
        } while (last != null);
        return new StreamShards(page.keySchema().partitionKey().name(), all);
    }

    private static StreamDescription page(
            String streamArn, @Nullable String start, StreamOperations operations) {
        var request = new DescribeStreamRequest(streamArn, start, PAGE);
        return operations.describeStream().execute(request).streamDescription();
    }
}
