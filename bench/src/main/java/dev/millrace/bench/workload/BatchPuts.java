package dev.millrace.bench.workload;

import dev.millrace.bench.http.Operation;
import dev.millrace.bench.http.ResponseBuffer;
import dev.millrace.bench.load.Request;
import dev.millrace.bench.load.RequestSource;
import dev.millrace.bench.load.Verdict;
import dev.millrace.bench.table.ByteSearch;
import dev.millrace.bench.table.ItemBody;

import java.util.List;

/// BatchWriteItem of 25 puts on neighbouring keys, each time with other payloads.
final class BatchPuts implements RequestSource {
    static final Operation OPERATION = Operation.ofTables("BatchWriteItem");

    /// As many as one request may have.
    static final int ITEMS = 25;

    private static final ByteSearch UNPROCESSED = ByteSearch.of("PutRequest");

    private final Keys keys;
    private final ItemBody items;

    BatchPuts(String table, Keys keys, int itemBytes) {
        this.keys = keys;
        this.items = body(table, false, itemBytes);
    }

    static ItemBody body(String table, boolean isSorted, int itemBytes) {
        return new ItemBody(
                new ItemBody.Frame(
                        "{\"RequestItems\":{\"" + table + "\":[",
                        "{\"PutRequest\":{\"Item\":",
                        "}}",
                        "]}}"),
                ITEMS,
                isSorted,
                itemBytes);
    }

    /// What a server was too busy for, it hands back.
    static Verdict judge(ResponseBuffer response) {
        return UNPROCESSED.isIn(response) ? Verdict.THROTTLED : Verdict.GOOD;
    }

    @Override
    public List<Operation> operations() {
        return List.of(OPERATION);
    }

    @Override
    public Request next(int connection) {
        int first = keys.any();
        for (int i = 0; i < ITEMS; i++) {
            items.set(i, (first + i) % keys.count(), keys.cut());
        }
        return new Request(0, items.bytes());
    }

    @Override
    public int itemsPerAnswer() {
        return ITEMS;
    }

    @Override
    public Verdict judge(int operation, ResponseBuffer response) {
        return judge(response);
    }
}
