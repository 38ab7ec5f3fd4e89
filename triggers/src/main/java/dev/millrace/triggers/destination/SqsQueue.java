package dev.millrace.triggers.destination;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.wire.JsonOutput;

import java.net.URI;
import java.util.Map;

/// A queue of a service that speaks SQS's JSON protocol.
///
/// @param queueUrl what the service calls it
record SqsQueue(ServiceClient client, URI endpoint, String queueUrl) implements Destination {
    @Override
    public void deliver(FailureReport report) {
        JsonOutput body = new JsonOutput();
        String message = new String(FailureRecord.metadata(report).bytes(), UTF_8);
        body.document(() -> {
            body.text("QueueUrl", queueUrl);
            body.text("MessageBody", message);
        });
        client.send(
                "POST",
                endpoint.resolve("/"),
                "sqs",
                Map.of(
                        "Content-Type",
                        "application/x-amz-json-1.0",
                        "X-Amz-Target",
                        "AmazonSQS.SendMessage"),
                body.toByteArray());
    }
}
