package dev.millrace.wire;

/// One of the two services that share the endpoint, told apart by the target header.
public enum Service {
    DYNAMODB("DynamoDB_20120810"),
    STREAMS("DynamoDBStreams_20120810");

    private final String targetPrefix;

    Service(String targetPrefix) {
        this.targetPrefix = targetPrefix;
    }

    /// What stands before the point in `X-Amz-Target`.
    public String targetPrefix() {
        return targetPrefix;
    }
}
