package dev.millrace.conformance.api;

import dev.millrace.conformance.wire.Json;
import dev.millrace.conformance.wire.JsonReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/// Finds out from a server what it knows: a member that it reads complains of a value of the wrong
/// JSON type, before anything else is looked at.
final class ApiProbe implements AutoCloseable {
    private static final String REFUSAL = " is not supported by this version of Millrace";

    // Requests in which nothing but one member is wrong; that is looked at last.
    private static final String USUAL = "{\"TableName\": \"Probe\", \"%s\": [\"x\"]}";
    private static final Map<String, String> REQUESTS =
            Map.of(
                    "RestoreTableFromBackup",
                    "{\"TargetTableName\": \"Probe\", \"BackupArn\": \"arn:aws:dynamodb:us-east-1:"
                            + "000000000000:table/Probe/backup/01234567890123-01234567\","
                            + " \"%s\": [\"x\"]}",
                    "RestoreTableToPointInTime",
                    "{\"TargetTableName\": \"Probe\", \"SourceTableName\": \"Probe\","
                            + " \"UseLatestRestorableTime\": true, \"%s\": [\"x\"]}",
                    "ImportTable",
                    "{\"S3BucketSource\": {\"S3Bucket\": \"probe\"}, \"InputFormat\": \"CSV\","
                            + " \"TableCreationParameters\": {\"TableName\": \"Probe\","
                            + " \"AttributeDefinitions\":"
                            + " [{\"AttributeName\": \"k\", \"AttributeType\": \"S\"}],"
                            + " \"KeySchema\": [{\"AttributeName\": \"k\", \"KeyType\": \"HASH\"}],"
                            + " \"BillingMode\": \"PAY_PER_REQUEST\", \"%s\": [\"x\"]}}");

    private final URI endpoint;
    private final HttpClient http = HttpClient.newHttpClient();

    ApiProbe(URI endpoint) {
        this.endpoint = endpoint;
    }

    /// Whether there is such an operation.
    boolean knows(ModelOperation operation) {
        return !send(operation, "{}").contains("UnknownOperationException");
    }

    /// What becomes of a member of its request.
    MemberState state(ModelOperation operation, ModelMember member) {
        if (send(operation, member.body().apply(member.wrongValue()))
                .contains("SerializationException")) {
            return MemberState.WORKS;
        }
        String request = REQUESTS.getOrDefault(operation.name(), USUAL);
        String named = request.formatted(member.nameIn(request));
        return send(operation, named).contains(REFUSAL)
                ? MemberState.REFUSED
                : MemberState.PASSED_OVER;
    }

    @Override
    public void close() {
        http.close();
    }

    // The error's type and message.
    private String send(ModelOperation operation, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(endpoint)
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", operation.target())
                        .header("X-Amz-Date", "20261123T000000Z")
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=local/20261123/us-east-1/dynamodb/"
                                        + "aws4_request, SignedHeaders=host, Signature=00")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            String answer = http.send(request, BodyHandlers.ofString()).body();
            return JsonReader.read(answer) instanceof Json.Members(var members)
                            && members.containsKey("__type")
                    ? answer
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }
}
