package dev.millrace.conformance.transfer;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ExportDescription;
import software.amazon.awssdk.services.dynamodb.model.ExportStatus;
import software.amazon.awssdk.services.dynamodb.model.ExportTableToPointInTimeRequest;
import software.amazon.awssdk.services.dynamodb.model.ImportStatus;
import software.amazon.awssdk.services.dynamodb.model.ImportTableDescription;
import software.amazon.awssdk.services.dynamodb.model.InputCompressionType;
import software.amazon.awssdk.services.dynamodb.model.InputFormat;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Tables of books at a server.
record Library(DynamoDbClient client) implements AutoCloseable {
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long PAUSE_NANOS = 10_000_000;

    static Library at(URI endpoint) {
        return new Library(
                DynamoDbClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("local", "local")))
                        .build());
    }

    /// Makes a table that can be exported; answers its ARN.
    String create(String name) {
        String arn =
                client.createTable(request ->
                                request.tableName(name)
                                        .keySchema(key())
                                        .attributeDefinitions(definition())
                                        .billingMode(BillingMode.PAY_PER_REQUEST))
                        .tableDescription()
                        .tableArn();
        client.updateContinuousBackups(request ->
                request.tableName(name)
                        .pointInTimeRecoverySpecification(
                                how -> how.pointInTimeRecoveryEnabled(true)));
        return arn;
    }

    /// Puts a book with values of many types.
    void put(String table, int number, Random random) {
        client.putItem(request -> request.tableName(table).item(book(number, random)));
    }

    private static Map<String, AttributeValue> book(int number, Random random) {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        Map<String, AttributeValue> book = new HashMap<>();
        book.put("id", AttributeValue.fromS("book-" + number));
        book.put("title", AttributeValue.fromS("„Zeile\n" + random.nextInt() + "” \uD83D\uDCDA"));
        book.put("price", AttributeValue.fromN(random.nextInt(1_000) + "." + random.nextInt(99)));
        book.put("cover", AttributeValue.fromB(SdkBytes.fromByteArray(bytes)));
        book.put("tags", AttributeValue.fromSs(List.of("a", "b" + random.nextInt(5))));
        book.put(
                "more",
                AttributeValue.fromM(
                        Map.of(
                                "list",
                                AttributeValue.fromL(
                                        List.of(
                                                AttributeValue.fromBool(random.nextBoolean()),
                                                AttributeValue.fromNul(true))))));
        return book;
    }

    /// All books of a table by their ids.
    Map<String, Map<String, AttributeValue>> books(String table) {
        Map<String, Map<String, AttributeValue>> all = new HashMap<>();
        client.scanPaginator(request -> request.tableName(table).consistentRead(true))
                .items()
                .forEach(book -> all.put(Objects.requireNonNull(book.get("id")).s(), book));
        return all;
    }

    /// Exports, and waits until that has ended.
    ExportDescription export(ExportTableToPointInTimeRequest request) {
        return ended(client.exportTableToPointInTime(request).exportDescription().exportArn());
    }

    /// The export once it has ended.
    ExportDescription ended(String arn) {
        await(() -> described(arn).exportStatus() != ExportStatus.IN_PROGRESS);
        return described(arn);
    }

    /// Begins an import of DynamoDB JSON in gzip; answers its ARN.
    String begin(String bucket, String prefix, String table) {
        return client.importTable(request ->
                        request.s3BucketSource(
                                        source -> source.s3Bucket(bucket).s3KeyPrefix(prefix))
                                .inputFormat(InputFormat.DYNAMODB_JSON)
                                .inputCompressionType(InputCompressionType.GZIP)
                                .tableCreationParameters(creation ->
                                        creation.tableName(table)
                                                .keySchema(key())
                                                .attributeDefinitions(definition())
                                                .billingMode(BillingMode.PAY_PER_REQUEST)))
                .importTableDescription()
                .importArn();
    }

    /// The import once it has ended.
    ImportTableDescription imported(String arn) {
        await(() -> describedImport(arn).importStatus() != ImportStatus.IN_PROGRESS);
        return describedImport(arn);
    }

    /// How an import stands.
    ImportTableDescription describedImport(String arn) {
        return client.describeImport(request -> request.importArn(arn)).importTableDescription();
    }

    private ExportDescription described(String arn) {
        return client.describeExport(request -> request.exportArn(arn)).exportDescription();
    }

    /// Waits until something is so.
    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it takes too long");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static KeySchemaElement key() {
        return KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build();
    }

    private static AttributeDefinition definition() {
        return AttributeDefinition.builder()
                .attributeName("id")
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    /// The part of an ARN behind the last slash.
    static String idOf(@Nullable String arn) {
        String text = String.valueOf(arn);
        return text.substring(text.lastIndexOf('/') + 1);
    }
}
