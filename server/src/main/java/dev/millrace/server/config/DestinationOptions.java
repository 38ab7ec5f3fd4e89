package dev.millrace.server.config;

import java.net.URI;
import java.nio.file.Path;

/// The options of where failed batches of triggers can be reported, and of where exports are
/// written and imports read, and of where Kinesis streams are.
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
                    "Service that has the S3 buckets of failed batches, exports and imports.",
                    null,
                    "an http address",
                    Values::url);

    public static final Option<Path> S3_DIRECTORY =
            new Option<>(
                    "s3-directory",
                    "DIRECTORY",
                    "Directory whose folders are the buckets of exports and imports.",
                    null,
                    "a directory name",
                    Values::path);

    public static final Option<URI> KINESIS_ENDPOINT =
            new Option<>(
                    "kinesis-endpoint",
                    "URL",
                    "Service that has the streams of Kinesis streaming destinations.",
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
