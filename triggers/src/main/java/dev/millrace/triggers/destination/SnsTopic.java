package dev.millrace.triggers.destination;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;

/// A topic of a service that speaks SNS's query protocol.
record SnsTopic(ServiceClient client, URI endpoint, String topicArn) implements Destination {
    @Override
    public void deliver(FailureReport report) {
        String message = new String(FailureRecord.metadata(report).bytes(), UTF_8);
        String body =
                "Action=Publish&Version=2010-03-31&TopicArn="
                        + URLEncoder.encode(topicArn, UTF_8)
                        + "&Message="
                        + URLEncoder.encode(message, UTF_8);
        client.send(
                "POST",
                endpoint.resolve("/"),
                "sns",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                body.getBytes(UTF_8));
    }
}
