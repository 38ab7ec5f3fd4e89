package dev.millrace.transfer.kinesis;

import dev.millrace.model.error.ApiException;
import dev.millrace.wire.RequestSigner;
import dev.millrace.wire.destination.KinesisEntry;
import dev.millrace.wire.destination.KinesisMessages;
import dev.millrace.wire.destination.KinesisMessages.Refusal;
import dev.millrace.wire.destination.KinesisMessages.StreamSummary;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The streams of a service that speaks Kinesis's JSON protocol.
///
/// @param http gives the client that calls it, once there is something to call it for
/// @param clock what requests are dated with
public record KinesisClient(
        URI endpoint, RequestSigner signer, Supplier<HttpClient> http, InstantSource clock)
        implements Kinesis {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int STATUS_OK = 200;
    private static final Set<String> USABLE = Set.of("ACTIVE", "UPDATING");
    private static final Set<String> FINAL =
            Set.of("ValidationException", "InvalidArgumentException", "SerializationException");

    // AWS's words, also for a stream that is not there (dynamodb-api reference, 16).
    private static final String NOT_THERE = "User does not have a permission to use kinesis stream";
    private static final String NOT_HERE =
            "The kinesis Arn used to enable kinesis replication belongs to a stream which is not in"
                    + " the current region";
    private static final String NOT_ACTIVE =
            "The kinesis Arn used to enable kinesis replication belongs to a stream which is not in"
                    + " Active state";

    @Override
    public @Nullable String failureOf(String streamArn) {
        StreamArn arn = StreamArn.parse(streamArn).orElse(null);
        if (arn == null) {
            return NOT_THERE;
        }
        if (!arn.region().equals(signer.region())) {
            return NOT_HERE;
        }
        try {
            return failureOf(streamArn, arn.name());
        } catch (KinesisException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public List<@Nullable String> put(String streamArn, List<KinesisEntry> entries) {
        String name = StreamArn.parse(streamArn).map(StreamArn::name).orElse(streamArn);
        HttpResponse<byte[]> answer = call("PutRecords", KinesisMessages.putRecords(name, entries));
        if (answer.statusCode() != STATUS_OK) {
            throw refusal(answer);
        }
        List<@Nullable String> refusals = refusals(answer.body());
        if (refusals.size() != entries.size()) {
            throw KinesisException.passing("an answer for another number of records", null);
        }
        return refusals;
    }

    private @Nullable String failureOf(String streamArn, String name) {
        HttpResponse<byte[]> answer =
                call("DescribeStreamSummary", KinesisMessages.describeStreamSummary(name));
        if (answer.statusCode() / 100 == 4) {
            return NOT_THERE;
        }
        if (answer.statusCode() != STATUS_OK) {
            throw refusal(answer);
        }
        StreamSummary summary = summary(answer.body());
        if (summary.arn() != null && !summary.arn().equals(streamArn)) {
            return NOT_ACTIVE;
        }
        return USABLE.contains(summary.status()) ? null : NOT_THERE;
    }

    private HttpResponse<byte[]> call(String operation, byte[] body) {
        URI uri = endpoint.resolve("/");
        Map<String, String> headers =
                Map.of(
                        "Content-Type",
                        "application/x-amz-json-1.1",
                        "X-Amz-Target",
                        "Kinesis_20131202." + operation);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(TIMEOUT).POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        signer.sign("POST", uri, "kinesis", headers, body, clock.instant())
                .forEach(request::header);
        try {
            return http.get().send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw KinesisException.passing("no answer from " + uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw KinesisException.passing("interrupted", e);
        }
    }

    private static KinesisException refusal(HttpResponse<byte[]> answer) {
        Refusal refusal = refusal(answer.body());
        String reason =
                "status "
                        + answer.statusCode()
                        + " "
                        + refusal.code()
                        + " from "
                        + answer.uri()
                        + ": "
                        + refusal.message();
        return answer.statusCode() / 100 == 4 && FINAL.contains(refusal.code())
                ? KinesisException.refused(reason)
                : KinesisException.passing(reason, null);
    }

    private static Refusal refusal(byte[] body) {
        try {
            return KinesisMessages.refusal(body);
        } catch (ApiException _) {
            return new Refusal("", "an answer that cannot be read");
        }
    }

    private static List<@Nullable String> refusals(byte[] body) {
        try {
            return KinesisMessages.refusals(body);
        } catch (ApiException e) {
            throw KinesisException.passing("an answer that cannot be read", e);
        }
    }

    private static StreamSummary summary(byte[] body) {
        try {
            return KinesisMessages.streamSummary(body);
        } catch (ApiException e) {
            throw KinesisException.passing("an answer that cannot be read", e);
        }
    }
}
