package dev.millrace.conformance.client;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

import java.net.URI;

/// The two clients of the SDK, made as a user of a server of their own would make them.
///
/// @param tables for tables and items
/// @param streams for streams
public record Clients(DynamoDbClient tables, DynamoDbStreamsClient streams)
        implements AutoCloseable {
    public static final Region REGION = Region.US_EAST_1;

    /// Clients of the server at `endpoint`.
    public static Clients of(URI endpoint) {
        return new Clients(
                configured(DynamoDbClient.builder(), endpoint).build(),
                configured(DynamoDbStreamsClient.builder(), endpoint).build());
    }

    @Override
    public void close() {
        tables.close();
        streams.close();
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
            B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(REGION)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(
                        options -> options.retryStrategy(AwsRetryStrategy.doNotRetry()));
    }
}
