package dev.millrace.bench.stream;

import dev.millrace.bench.http.Caller;
import dev.millrace.bench.http.Operation;
import dev.millrace.bench.table.BenchTable;
import dev.millrace.bench.table.ByteSearch;

/// A writer of one item that changes with each write.
public final class SingleWriter implements AutoCloseable {
    /// Finds the records of this item among others.
    static final ByteSearch RECORD = ByteSearch.of("\"Keys\":{\"id\":{\"S\":\"one\"}}");

    private static final Operation PUT = Operation.ofTables("PutItem");

    private final Caller caller;
    private final String start;
    private long number;

    public SingleWriter(BenchTable table) {
        this.caller = new Caller(table.service().tables());
        this.start =
                "{\"TableName\":\""
                        + table.name()
                        + "\",\"Item\":{\"id\":{\"S\":\"one\"},\"n\":{\"N\":\"";
    }

    /// Writes the item and waits for the answer.
    ///
    /// @return the number that the item now has, one more than before
    public long write() {
        number++;
        caller.ask(PUT, start + number + "\"}}}");
        return number;
    }

    @Override
    public void close() {
        caller.close();
    }
}
