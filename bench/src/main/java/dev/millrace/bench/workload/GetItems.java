package dev.millrace.bench.workload;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.millrace.bench.http.Operation;
import dev.millrace.bench.http.ResponseBuffer;
import dev.millrace.bench.load.Request;
import dev.millrace.bench.load.RequestSource;
import dev.millrace.bench.load.Verdict;
import dev.millrace.bench.table.ItemBody;

import java.util.List;

/// Strongly consistent GetItem on random keys, all of which have an item.
final class GetItems implements RequestSource {
    static final Operation OPERATION = Operation.ofTables("GetItem");

    private final Keys keys;
    private final int itemBytes;
    private final String start;

    GetItems(String table, Keys keys, int itemBytes) {
        this.keys = keys;
        this.itemBytes = itemBytes;
        this.start =
                "{\"TableName\":\""
                        + table
                        + "\",\"ConsistentRead\":true,\"Key\":{\"id\":{\"S\":\"";
    }

    @Override
    public List<Operation> operations() {
        return List.of(OPERATION);
    }

    @Override
    public Request next(int connection) {
        return new Request(0, body());
    }

    @Override
    public Verdict judge(int operation, ResponseBuffer response) {
        return response.bodyBytes() < itemBytes ? Verdict.WRONG : Verdict.GOOD;
    }

    byte[] body() {
        return (start + ItemBody.key(keys.any()) + "\"}}}").getBytes(US_ASCII);
    }
}
