package dev.millrace.server.config;

import java.net.URI;

/// The options of where failed batches of triggers can be reported.
public final class DestinationOptions {

    public static final Option<URI> SQS_ENDPOINT =
            new Option<>(
                    "sqs-endpoint",
                    "URL",
                    "Service that takes failed batches for SQS queues.",
                    null,
                    "an http address",
                    Values::url);

    public static final Option<URI> SNS_ENDPOINT =
            new Option<>(
                    "sns-endpoint",
                    "URL",
                    "Service that takes failed batches for SNS topics.",
                    null,
                    "an http address",
                    Values::url);

    public static final Option<URI> S3_ENDPOINT =
            new Option<>(
                    "s3-endpoint",
                    "URL",
                    "Service that takes failed batches for S3 buckets.",
                    null,
                    "an http address",
                    Values::url);

    public static final Option<String> KEY_ID =
            new Option<>(
                    "destination-key-id",
                    "ID",
                    "Access key id that requests to these services are signed with.",
                    "local",
                    "a key id",
                    Values::text);

    public static final Option<String> SECRET =
            new Option<>(
                    "destination-secret",
                    "SECRET",
                    "Secret access key that goes with it.",
                    "local",
                    "a secret",
                    Values::text);

    private DestinationOptions() {}
}
