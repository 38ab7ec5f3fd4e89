package dev.millrace.server;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Calls Lambda's API on a server, and the tables that mappings need.
///
/// @param http how requests are sent
record LambdaClient(ApiClient http) implements AutoCloseable {
    static final String PATH = "/2015-03-31/event-source-mappings";

    private static final String AUTHORIZATION =
            "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/lambda/aws4_request,"
                    + " SignedHeaders=host;x-amz-date, Signature=00";

    static LambdaClient of(URI endpoint) {
        return new LambdaClient(ApiClient.of(endpoint));
    }

    HttpResponse<String> call(String method, String path, String body) {
        return call(method, path, body, Map.of());
    }

    HttpResponse<String> call(
            String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(http.endpoint().resolve(path))
                        .header("Authorization", AUTHORIZATION)
                        .header("X-Amz-Date", "20260101T000000Z")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request);
    }

    HttpResponse<String> create(String streamArn, String members) {
        return call(
                "POST",
                PATH,
                "{\"FunctionName\":\"f\",\"EventSourceArn\":\"" + streamArn + "\"" + members + "}");
    }

    /// Creates a mapping that starts at TRIM_HORIZON and gives its UUID.
    String map(String streamArn) {
        return member("UUID", create(streamArn, ",\"StartingPosition\":\"TRIM_HORIZON\"").body());
    }

    /// Creates a table with a stream and gives the stream's ARN.
    String createTable(String name) {
        String answer =
                http.table(
                                "CreateTable",
                                "{\"TableName\":\""
                                        + name
                                        + "\",\"BillingMode\":\"PAY_PER_REQUEST\","
                                        + "\"AttributeDefinitions\":[{\"AttributeName\":\"id\","
                                        + "\"AttributeType\":\"S\"}],\"KeySchema\":["
                                        + "{\"AttributeName\":\"id\",\"KeyType\":\"HASH\"}],"
                                        + "\"StreamSpecification\":{\"StreamEnabled\":true,"
                                        + "\"StreamViewType\":\"NEW_AND_OLD_IMAGES\"}}")
                        .body();
        return member("LatestStreamArn", answer);
    }

    void put(String table, String id) {
        http.table(
                "PutItem",
                "{\"TableName\":\"" + table + "\",\"Item\":{\"id\":{\"S\":\"" + id + "\"}}}");
    }

    /// Puts an item, with another value than before.
    void put(String table, String id, int value) {
        http.table(
                "PutItem",
                "{\"TableName\":\""
                        + table
                        + "\",\"Item\":{\"id\":{\"S\":\""
                        + id
                        + "\"},\"v\":{\"N\":\""
                        + value
                        + "\"}}}");
    }

    /// The text of a member of a JSON document.
    static String member(String name, String json) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"(.*?)\"").matcher(json);
        if (!matcher.find()) {
            throw new AssertionError("no " + name + " in " + json);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        http.close();
    }
}
