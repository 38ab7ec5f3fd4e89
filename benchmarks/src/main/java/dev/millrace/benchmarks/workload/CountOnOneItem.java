package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.http.RequestSource;

import java.nio.charset.StandardCharsets;

/// UpdateItem that adds one to a counter, always of the same item.
public final class CountOnOneItem implements RequestSource {
    private final byte[] body;

    public CountOnOneItem(String tableName) {
        body =
                """
                {"TableName":"%s","Key":{"id":{"S":"counter"}},\
                "UpdateExpression":"ADD #c :one","ExpressionAttributeNames":{"#c":"count"},\
                "ExpressionAttributeValues":{":one":{"N":"1"}}}\
                """
                        .formatted(tableName)
                        .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String target() {
        return Targets.UPDATE_ITEM;
    }

    @Override
    public byte[] nextBody(int connection) {
        return body;
    }
}
