package dev.millrace.bench.workload;

import dev.millrace.bench.http.Operation;
import dev.millrace.bench.load.Request;
import dev.millrace.bench.load.RequestSource;
import dev.millrace.bench.table.ItemBody;

import java.util.List;

/// TransactWriteItems of ten puts on neighbouring keys. Each connection has keys of its own, so
/// that no transaction is cancelled for the sake of another.
final class TransactPuts implements RequestSource {
    /// How many actions a transaction has.
    static final int ITEMS = 10;

    private static final Operation OPERATION = Operation.ofTables("TransactWriteItems");

    private final Keys keys;
    private final int connections;
    private final ItemBody items;

    /// @param connections how many connections there are, in all threads
    TransactPuts(String table, Keys keys, int connections, int itemBytes) {
        this.keys = keys;
        this.connections = connections;
        this.items =
                new ItemBody(
                        new ItemBody.Frame(
                                "{\"TransactItems\":[",
                                "{\"Put\":{\"TableName\":\"" + table + "\",\"Item\":",
                                "}}",
                                "]}"),
                        ITEMS,
                        false,
                        itemBytes);
    }

    @Override
    public List<Operation> operations() {
        return List.of(OPERATION);
    }

    @Override
    public Request next(int connection) {
        int groups = keys.count() / (ITEMS * connections);
        int group = connection + connections * keys.random().nextInt(groups);
        for (int i = 0; i < ITEMS; i++) {
            items.set(i, group * ITEMS + i, keys.cut());
        }
        return new Request(0, items.bytes());
    }

    @Override
    public int itemsPerAnswer() {
        return ITEMS;
    }
}
