package dev.millrace.cli.demo;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

import java.net.URI;

/// The two clients of the AWS SDK that talk to one endpoint. They take nothing from the user's AWS
/// configuration, so that the demo can never reach an account. Safe for many threads.
///
/// @param tables for items
/// @param streams for their changes
/// @param http what both send through
record AwsClients(DynamoDbClient tables, DynamoDbStreamsClient streams, SdkHttpClient http)
        implements AutoCloseable {

    static AwsClients of(URI endpoint) {
        SdkHttpClient http = UrlConnectionHttpClient.create();
        return new AwsClients(
                local(DynamoDbClient.builder(), endpoint).httpClient(http).build(),
                local(DynamoDbStreamsClient.builder(), endpoint).httpClient(http).build(),
                http);
    }

    @Override
    public void close() {
        tables.close();
        streams.close();
        http.close();
    }

    private static <B extends AwsClientBuilder<B, ?>> B local(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials())
                .overrideConfiguration(configuration ->
                        configuration.defaultProfileFile(ProfileFile.aggregator().build()));
    }

    private static AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("demo", "demo"));
    }
}
