package dev.millrace.triggers.destination;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/// Where queues, topics and buckets are reached, and as whom.
///
/// @param sqs the address of a service that speaks SQS's JSON protocol; null for none
/// @param sns the address of a service that speaks SNS's query protocol; null for none
/// @param s3 the address of a service that speaks S3, with buckets in the path; null for none
public record DestinationEndpoints(
        @Nullable URI sqs, @Nullable URI sns, @Nullable URI s3, String keyId, String secret) {
    /// No service at all.
    public static final DestinationEndpoints NONE =
            new DestinationEndpoints(null, null, null, "local", "local");
}
