package dev.millrace.triggers.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.error.ApiException;
import dev.millrace.triggers.LocalHttp;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.Map;

class ConfiguredDestinationsTest {
    private final LocalHttp http = new LocalHttp();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void queueGetsTheRecordAsAMessage() throws InterruptedException {
        deliver("arn:aws:sqs:us-east-1:000000000000:failed");
        LocalHttp.Received request = http.next();

        assertThat(request.headers()).containsEntry("X-Amz-Target", "AmazonSQS.SendMessage");
        assertThat(request.body())
                .startsWith(
                        "{\"QueueUrl\":\"" + http.uri() + "000000000000/failed\",\"MessageBody\":")
                .contains("\\\"DDBStreamBatchInfo\\\"");
    }

    @Test
    void topicGetsTheRecordAsAMessage() throws InterruptedException {
        deliver("arn:aws:sns:us-east-1:000000000000:failed");

        assertThat(URLDecoder.decode(http.next().body(), UTF_8))
                .startsWith(
                        "Action=Publish&Version=2010-03-31"
                                + "&TopicArn=arn:aws:sns:us-east-1:000000000000:failed"
                                + "&Message={\"requestContext\":");
    }

    @Test
    void bucketGetsTheRecordWithItsPayloadAsAnObject() throws InterruptedException {
        deliver("arn:aws:s3:::failed");
        LocalHttp.Received request = http.next();

        assertThat(request.method()).isEqualTo("PUT");
        assertThat(request.path())
                .isEqualTo(
                        "/failed/aws/lambda/mapping-1/shardId-1/2026/11/22/"
                                + "2026-11-22T12.00.05-some-id");
        assertThat(request.body()).contains("\"payload\":{\"Records\":");
    }

    @Test
    void requestsAreSigned() throws InterruptedException {
        deliver("arn:aws:sqs:us-east-1:000000000000:failed");

        assertThat(http.next().headers().get("Authorization"))
                .startsWith(
                        "AWS4-HMAC-SHA256 Credential=me/20261122/us-east-1/sqs/aws4_request,"
                                + " SignedHeaders=content-type;host;x-amz-content-sha256;"
                                + "x-amz-date;x-amz-target, Signature=");
    }

    @Test
    void refusalIsAFailedDelivery() {
        http.answer(400, Map.of(), "no such queue");

        assertThatThrownBy(() -> deliver("arn:aws:sqs:us-east-1:000000000000:failed"))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("no such queue");
    }

    @Test
    void serviceThatIsNotThereIsAFailedDelivery() {
        http.close();

        assertThatThrownBy(() -> deliver("arn:aws:sqs:us-east-1:000000000000:failed"))
                .isInstanceOf(DeliveryException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "arn:aws:lambda:us-east-1:000000000000:function:f",
                "arn:aws:sqs:us-east-1:000000000000:failed.fifo",
                "arn:aws:dynamodb:us-east-1:000000000000:index/t",
                "kafka://topic"
            })
    void whatIsNoDestinationIsRefused(String arn) {
        assertThatThrownBy(() -> destinations(endpoints()).find(arn))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("The destination of DestinationConfig is not valid: ");
    }

    @Test
    void serviceWithoutAnEndpointIsRefused() {
        assertThatThrownBy(
                        () -> destinations(DestinationEndpoints.NONE).find("arn:aws:s3:::failed"))
                .hasMessageContaining("s3-endpoint");
    }

    private void deliver(String arn) {
        destinations(endpoints()).find(arn).deliver(ReportFixture.exhausted());
    }

    private DestinationEndpoints endpoints() {
        return new DestinationEndpoints(http.uri(), http.uri(), http.uri(), "me", "secret");
    }

    private static Destinations destinations(DestinationEndpoints endpoints) {
        return new ConfiguredDestinations(
                endpoints,
                "us-east-1",
                HttpClient::newHttpClient,
                () -> Instant.parse("2026-11-22T12:00:05Z"),
                _ -> {
                    throw ApiException.tableNotFound();
                },
                _ -> {
                    throw ApiException.tableNotFound();
                },
                () -> "some-id");
    }
}
