package dev.millrace.benchmarks.http;

import org.jspecify.annotations.Nullable;

/// What a load consists of: a source of requests for one operation. Used by one thread.
public interface RequestSource {
    /// The operation as the target header names it, for example `DynamoDB_20120810.PutItem`.
    String target();

    /// The body of the next request on this connection; null if there are no more.
    byte @Nullable [] nextBody(int connection);

    /// Sees an answer with status 200 and tells how many things it delivered, if that is counted.
    default int answered(int connection, ResponseBuffer response) {
        return 0;
    }
}
