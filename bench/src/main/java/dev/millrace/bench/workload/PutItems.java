package dev.millrace.bench.workload;

import dev.millrace.bench.http.Operation;
import dev.millrace.bench.load.Request;
import dev.millrace.bench.load.RequestSource;
import dev.millrace.bench.table.ItemBody;

import java.util.List;

/// PutItem on random keys, each time with another payload.
final class PutItems implements RequestSource {
    static final Operation OPERATION = Operation.ofTables("PutItem");

    private final Keys keys;
    private final ItemBody item;

    PutItems(String table, Keys keys, int itemBytes) {
        this.keys = keys;
        this.item =
                new ItemBody(
                        new ItemBody.Frame(
                                "{\"TableName\":\"" + table + "\",\"Item\":", "", "", "}"),
                        1,
                        false,
                        itemBytes);
    }

    @Override
    public List<Operation> operations() {
        return List.of(OPERATION);
    }

    @Override
    public Request next(int connection) {
        return new Request(0, body());
    }

    byte[] body() {
        item.set(0, keys.any(), keys.cut());
        return item.bytes();
    }
}
