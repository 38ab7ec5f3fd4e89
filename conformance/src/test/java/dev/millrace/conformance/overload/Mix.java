package dev.millrace.conformance.overload;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;

/// The requests of a usual day: puts, updates, deletions, queries and transactions on one table
/// with a stream and an index.
final class Mix {
    static final String TABLE = "soak";
    private static final int CUSTOMERS = 5_000;
    private static final int ORDERS = 10;
    private static final String TEXT = "abcdefghijklmnop".repeat(12);

    private Mix() {}

    /// Creates the table.
    ///
    /// @return the ARN of its stream
    static String createTable(URI endpoint) throws IOException {
        try (PlainConnection connection = new PlainConnection(endpoint)) {
            String answer =
                    connection.require(
                            PlainConnection.request(
                                    "CreateTable",
                                    """
                                    {"TableName":"soak","BillingMode":"PAY_PER_REQUEST",
                                     "AttributeDefinitions":[
                                      {"AttributeName":"customer","AttributeType":"S"},
                                      {"AttributeName":"number","AttributeType":"N"},
                                      {"AttributeName":"state","AttributeType":"S"}],
                                     "KeySchema":[{"AttributeName":"customer","KeyType":"HASH"},
                                                  {"AttributeName":"number","KeyType":"RANGE"}],
                                     "GlobalSecondaryIndexes":[
                                      {"IndexName":"by-state",
                                       "KeySchema":[{"AttributeName":"state","KeyType":"HASH"},
                                                    {"AttributeName":"number","KeyType":"RANGE"}],
                                       "Projection":{"ProjectionType":"KEYS_ONLY"}}],
                                     "StreamSpecification":{"StreamEnabled":true,
                                      "StreamViewType":"NEW_AND_OLD_IMAGES"}}
                                    """));
            int from = answer.indexOf("arn:", answer.indexOf("\"LatestStreamArn\""));
            return answer.substring(from, answer.indexOf('"', from));
        }
    }

    /// The next request.
    static byte[] next() {
        int chance = random(100);
        if (chance < 40) {
            return request("PutItem", "{\"TableName\":\"soak\",\"Item\":" + item() + "}");
        }
        if (chance < 60) {
            return request(
                    "UpdateItem",
                    """
                    {"TableName":"soak","Key":%s,"UpdateExpression":"SET seen = :s ADD visits :one",
                     "ExpressionAttributeValues":{":s":{"N":"%d"},":one":{"N":"1"}}}
                    """
                            .formatted(key(), random(1_000_000)));
        }
        if (chance < 70) {
            return request("DeleteItem", "{\"TableName\":\"soak\",\"Key\":" + key() + "}");
        }
        return chance < 90 ? query() : transaction();
    }

    private static byte[] query() {
        return request(
                "Query",
                """
                {"TableName":"soak","KeyConditionExpression":"customer = :c",
                 "ExpressionAttributeValues":{":c":{"S":"customer-%d"}}}
                """
                        .formatted(random(CUSTOMERS)));
    }

    private static byte[] transaction() {
        int customer = random(CUSTOMERS);
        return request(
                "TransactWriteItems",
                """
                {"TransactItems":[{"Put":{"TableName":"soak","Item":%s}},
                                  {"Put":{"TableName":"soak","Item":%s}},
                                  {"Delete":{"TableName":"soak","Key":%s}}]}
                """
                        .formatted(item(customer, 0), item(customer, 1), key(customer, 2)));
    }

    private static byte[] request(String operation, String body) {
        return PlainConnection.request(operation, body);
    }

    private static String item() {
        return item(random(CUSTOMERS), random(ORDERS));
    }

    private static String item(int customer, int number) {
        return """
        {"customer":{"S":"customer-%d"},"number":{"N":"%d"},"state":{"S":"state-%d"},
         "text":{"S":"%s"}}\
        """
                .formatted(customer, number, random(50), TEXT);
    }

    private static String key() {
        return key(random(CUSTOMERS), random(ORDERS));
    }

    private static String key(int customer, int number) {
        return "{\"customer\":{\"S\":\"customer-%d\"},\"number\":{\"N\":\"%d\"}}"
                .formatted(customer, number);
    }

    private static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }
}
