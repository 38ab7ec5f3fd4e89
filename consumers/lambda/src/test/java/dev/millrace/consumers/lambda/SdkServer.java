package dev.millrace.consumers.lambda;

import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.ServerOptions;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionResponse;
import software.amazon.awssdk.services.lambda.model.Runtime;

import java.nio.file.Path;
import java.util.Map;

/// A server with one table that has a stream, and the SDK's clients of it.
final class SdkServer implements AutoCloseable {
    private static final String TABLE = "Source";

    private final MillraceServer server;
    private final DynamoDbClient tables;
    private final LambdaClient lambda;
    private final Path notes;

    private SdkServer(MillraceServer server, Path notes) {
        this.server = server;
        this.notes = notes;
        tables = configured(DynamoDbClient.builder()).build();
        lambda = configured(LambdaClient.builder()).build();
    }

    /// A server on `directory`; functions write their notes there too.
    static SdkServer start(Path directory) {
        MillraceServer server =
                MillraceServer.start(ServerOptions.inMemory().withData(directory.resolve("data")));
        return new SdkServer(server, directory.resolve("notes"));
    }

    LambdaClient lambda() {
        return lambda;
    }

    /// Where [NoteKeys] writes.
    Path notes() {
        return notes;
    }

    CreateFunctionResponse createNoteKeys(String name) {
        return lambda.createFunction(noteKeys(name));
    }

    CreateFunctionRequest noteKeys(String name) {
        return CreateFunctionRequest.builder()
                .functionName(name)
                .runtime(Runtime.fromValue("java21"))
                .handler(NoteKeys.class.getName())
                .role("arn:aws:iam::000000000000:role/noting")
                .timeout(30)
                .memorySize(256)
                .environment(environment ->
                        environment.variables(Map.of(NoteKeys.FILE, notes.toString())))
                .code(code -> code.zipFile(FunctionArchive.ofNoteKeys()))
                .build();
    }

    /// Makes the table, and returns the ARN of its stream.
    String createTable() {
        return tables.createTable(request ->
                        request.tableName(TABLE)
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .attributeDefinitions(
                                        AttributeDefinition.builder()
                                                .attributeName("pk")
                                                .attributeType(ScalarAttributeType.S)
                                                .build())
                                .keySchema(
                                        KeySchemaElement.builder()
                                                .attributeName("pk")
                                                .keyType(KeyType.HASH)
                                                .build())
                                .streamSpecification(stream ->
                                        stream.streamEnabled(true)
                                                .streamViewType(StreamViewType.KEYS_ONLY)))
                .tableDescription()
                .latestStreamArn();
    }

    void put(String key) {
        tables.putItem(
                request -> request.tableName(TABLE).item(Map.of("pk", AttributeValue.fromS(key))));
    }

    @Override
    public void close() {
        lambda.close();
        tables.close();
        server.close();
    }

    private <B extends AwsClientBuilder<B, C>, C> B configured(B builder) {
        return builder.endpointOverride(server.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("local", "local")));
    }
}
