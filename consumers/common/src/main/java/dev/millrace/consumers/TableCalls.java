package dev.millrace.consumers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The few calls that make and change a table, without an SDK: the consumers bring different ones.
final class TableCalls {
    private static final Pattern STREAM_ARN = Pattern.compile("\"LatestStreamArn\":\"([^\"]+)\"");
    private static final int OK = 200;

    private final URI endpoint;
    private final HttpClient http = HttpClient.newHttpClient();

    TableCalls(URI endpoint) {
        this.endpoint = endpoint;
    }

    void create(String table, String key) {
        call(
                "CreateTable",
                """
                {"TableName": "%s", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [{"AttributeName": "%s", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "%s", "KeyType": "HASH"}],
                 "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}
                """
                        .formatted(table, key, key));
    }

    void put(String table, String key, String keyValue, String name, String value) {
        call(
                "PutItem",
                """
                {"TableName": "%s", "Item": {"%s": {"S": "%s"}, "%s": {"S": "%s"}}}
                """
                        .formatted(table, key, keyValue, name, value));
    }

    String streamArn(String table) {
        String body = call("DescribeTable", "{\"TableName\": \"%s\"}".formatted(table));
        Matcher matcher = STREAM_ARN.matcher(body);
        if (!matcher.find()) {
            throw new IllegalStateException("the table has no stream: " + body);
        }
        return matcher.group(1);
    }

    private String call(String operation, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(endpoint)
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/"
                                        + "aws4_request, SignedHeaders=host, Signature=00")
                        .header("X-Amz-Date", "20260101T000000Z")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException(operation + " failed: " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException("the server did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
