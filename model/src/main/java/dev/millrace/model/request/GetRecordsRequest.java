package dev.millrace.model.request;

import java.time.Duration;

/// Reads records from a position in a shard.
///
/// @param limit 1 to 1,000
/// @param longestWait how long to wait for a record if there is none yet; zero, as on AWS, to
///   answer at once
public record GetRecordsRequest(String shardIterator, int limit, Duration longestWait) {

    /// A request that is answered at once.
    public GetRecordsRequest(String shardIterator, int limit) {
        this(shardIterator, limit, Duration.ZERO);
    }

    /// The same request with another time to wait.
    public GetRecordsRequest withLongestWait(Duration otherWait) {
        return new GetRecordsRequest(shardIterator, limit, otherWait);
    }
}
