package dev.millrace.bench.workload;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.millrace.bench.http.Operation;
import dev.millrace.bench.http.ResponseBuffer;
import dev.millrace.bench.load.Request;
import dev.millrace.bench.load.RequestSource;
import dev.millrace.bench.load.Verdict;
import dev.millrace.bench.table.ItemBody;

import java.util.List;

/// Query of a whole partition key, which has a hundred items.
final class QueryHundred implements RequestSource {
    private static final Operation OPERATION = Operation.ofTables("Query");

    private final Keys keys;
    private final int itemBytes;
    private final String start;

    QueryHundred(String table, Keys keys, int itemBytes) {
        this.keys = keys;
        this.itemBytes = itemBytes;
        this.start =
                """
                {"TableName":"%s","KeyConditionExpression":"id = :id",\
                "ExpressionAttributeValues":{":id":{"S":"\
                """
                        .formatted(table);
    }

    @Override
    public List<Operation> operations() {
        return List.of(OPERATION);
    }

    @Override
    public Request next(int connection) {
        String key = ItemBody.key(keys.any() / ItemBody.ITEMS_A_KEY);
        return new Request(0, (start + key + "\"}}}").getBytes(US_ASCII));
    }

    @Override
    public int itemsPerAnswer() {
        return ItemBody.ITEMS_A_KEY;
    }

    @Override
    public Verdict judge(int operation, ResponseBuffer response) {
        boolean isWhole = response.bodyBytes() >= itemBytes * ItemBody.ITEMS_A_KEY;
        return isWhole ? Verdict.GOOD : Verdict.WRONG;
    }
}
