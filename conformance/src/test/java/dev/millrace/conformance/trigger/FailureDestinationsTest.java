package dev.millrace.conformance.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.triggers.destination.DestinationEndpoints;

import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;

/// What a whole server reports of batches that it gives up: to ElasticMQ, a real queue service, and
/// to services that hold each signature against that of the AWS SDK.
@Timeout(120)
class FailureDestinationsTest {
    @Test
    void queueServiceTakesTheReportAndHandsItOut() throws Exception {
        SQSRestServer queues =
                SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
        try {
            URI endpoint =
                    URI.create(
                            "http://127.0.0.1:"
                                    + queues.waitUntilStarted().localAddress().getPort());
            call(endpoint, "CreateQueue", "{\"QueueName\":\"failed\"}");
            try (TriggeredServer server =
                    new TriggeredServer(
                            new DestinationEndpoints(endpoint, null, null, "local", "local"))) {
                server.giveUpOne("arn:aws:sqs:us-east-1:000000000000:failed");

                assertThat(received(endpoint))
                        .contains("RetryAttemptsExhausted")
                        .contains("DDBStreamBatchInfo")
                        .contains(server.streamArn());
            }
        } finally {
            queues.stopAndWait();
        }
    }

    @Test
    void requestToAQueueIsSignedAsTheSdkWould() throws Exception {
        try (SignatureCheck queues = new SignatureCheck("sqs");
                TriggeredServer server = new TriggeredServer(endpoints(queues.url(), null, null))) {
            server.giveUpOne("arn:aws:sqs:us-east-1:000000000000:failed");
            SignatureCheck.Taken taken = Objects.requireNonNull(queues.next());

            assertThat(taken.signature()).isEqualTo(taken.expected());
        }
    }

    @Test
    void requestToATopicIsSignedAsTheSdkWould() throws Exception {
        try (SignatureCheck topics = new SignatureCheck("sns");
                TriggeredServer server = new TriggeredServer(endpoints(null, topics.url(), null))) {
            server.giveUpOne("arn:aws:sns:us-east-1:000000000000:failed");
            SignatureCheck.Taken taken = Objects.requireNonNull(topics.next());

            assertThat(taken.signature()).isEqualTo(taken.expected());
            assertThat(taken.body()).startsWith("Action=Publish&").contains("DDBStreamBatchInfo");
        }
    }

    @Test
    void requestToABucketIsSignedAsTheSdkWould() throws Exception {
        try (SignatureCheck buckets = new SignatureCheck("s3");
                TriggeredServer server =
                        new TriggeredServer(endpoints(null, null, buckets.url()))) {
            server.giveUpOne("arn:aws:s3:::failed");
            SignatureCheck.Taken taken = Objects.requireNonNull(buckets.next());

            assertThat(taken.signature()).isEqualTo(taken.expected());
            assertThat(taken.method()).isEqualTo("PUT");
            assertThat(taken.path()).startsWith("/failed/aws/lambda/");
            assertThat(taken.body()).contains("\"payload\":{\"Records\":[{");
        }
    }

    private static DestinationEndpoints endpoints(
            @Nullable URI sqs, @Nullable URI sns, @Nullable URI s3) {
        return new DestinationEndpoints(sqs, sns, s3, SignatureCheck.KEY_ID, SignatureCheck.SECRET);
    }

    private static String received(URI endpoint) throws Exception {
        String queue = endpoint + "/000000000000/failed";
        String answer = "";
        while (!answer.contains("MessageId")) {
            answer =
                    call(
                            endpoint,
                            "ReceiveMessage",
                            "{\"QueueUrl\":\"" + queue + "\",\"WaitTimeSeconds\":5}");
        }
        return answer;
    }

    private static String call(URI endpoint, String operation, String body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(endpoint.resolve("/"))
                                    .header("Content-Type", "application/x-amz-json-1.0")
                                    .header("X-Amz-Target", "AmazonSQS." + operation)
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
