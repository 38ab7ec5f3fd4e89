package dev.millrace.bench.workload;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.millrace.bench.http.Operation;
import dev.millrace.bench.load.Request;
import dev.millrace.bench.load.RequestSource;

import java.util.List;

/// UpdateItem that adds one to a counter, always of the same item.
final class CountOnOneItem implements RequestSource {
    private static final Operation OPERATION = Operation.ofTables("UpdateItem");

    private final byte[] body;

    CountOnOneItem(String table) {
        body =
                """
                {"TableName":"%s","Key":{"id":{"S":"counter"}},\
                "UpdateExpression":"ADD #c :one","ExpressionAttributeNames":{"#c":"count"},\
                "ExpressionAttributeValues":{":one":{"N":"1"}}}\
                """
                        .formatted(table)
                        .getBytes(US_ASCII);
    }

    @Override
    public List<Operation> operations() {
        return List.of(OPERATION);
    }

    @Override
    public Request next(int connection) {
        return new Request(0, body);
    }
}
