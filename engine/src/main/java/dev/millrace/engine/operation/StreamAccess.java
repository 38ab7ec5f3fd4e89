package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.stream.Arrivals;
import dev.millrace.engine.stream.ShardIterators;
import dev.millrace.engine.stream.StreamReader;
import dev.millrace.model.error.ApiException;

/// What the operations on streams work with.
public record StreamAccess(
        Catalog catalog, StreamReader records, ShardIterators iterators, Arrivals arrivals) {
    /// The stream with this ARN.
    ///
    /// @throws ApiException if there is none
    StreamShards require(String streamArn) {
        return catalog.state().stream(streamArn)
                .orElseThrow(() ->
                        ApiException.resourceNotFound(
                                "Requested resource not found: Stream: "
                                        + streamArn
                                        + " not found"));
    }

    /// The error for a shard that the stream does not have.
    static ApiException shardNotFound() {
        return ApiException.resourceNotFound("Requested resource not found: Shard does not exist");
    }

    /// The shard with this id.
    ///
    /// @throws ApiException if there is none
    static Shard require(StreamShards stream, String shardId) {
        return stream.find(shardId).orElseThrow(StreamAccess::shardNotFound);
    }
}
