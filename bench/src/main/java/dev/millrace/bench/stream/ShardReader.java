package dev.millrace.bench.stream;

import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.http.Caller;
import dev.millrace.bench.http.Operation;
import dev.millrace.bench.http.ResponseBuffer;
import dev.millrace.bench.table.ByteSearch;

import org.jspecify.annotations.Nullable;

/// A place in one shard, and the calls that move it on.
final class ShardReader {
    static final Operation GET_RECORDS = Operation.ofStreams("GetRecords");

    private static final ByteSearch RECORD = ByteSearch.of("\"eventID\"");
    private static final ByteSearch NEXT = ByteSearch.of("\"NextShardIterator\"");
    private static final ByteSearch THROTTLED = ByteSearch.of("LimitExceeded");
    private static final ByteSearch EXCEEDED = ByteSearch.of("ThroughputExceeded");

    private final Caller caller;
    private final Operation operation;
    private @Nullable String iterator;
    private @Nullable ResponseBuffer lastPage;

    /// @param operation GetRecords, perhaps with a header
    ShardReader(Caller caller, Operation operation, @Nullable String iterator) {
        this.caller = caller;
        this.operation = operation;
        this.iterator = iterator;
    }

    /// A reader that goes on from here with another operation.
    ShardReader goingOnWith(Operation other) {
        return new ShardReader(caller, other, iterator);
    }

    /// Whether the shard has been read to its end.
    boolean isAtEnd() {
        return iterator == null;
    }

    /// Reads the next page: how many records it has, or -1 if the server was too busy.
    ///
    /// @throws BenchException if the answer is another error
    int read() {
        lastPage = null;
        ResponseBuffer page = caller.send(operation, "{\"ShardIterator\":\"" + iterator + "\"}");
        if (!page.isOk()) {
            if (THROTTLED.isIn(page) || EXCEEDED.isIn(page)) {
                return -1;
            }
            throw new BenchException(
                    "GetRecords of %s was answered %d: %s"
                            .formatted(caller.endpoint(), page.status(), page.text()));
        }
        iterator = NEXT.stringBehind(page).orElse(null);
        lastPage = page;
        return RECORD.count(page);
    }

    /// How often a text stands in the page that was read last, until the connection is used again.
    int count(ByteSearch text) {
        return lastPage == null ? 0 : text.count(lastPage);
    }
}
