package dev.millrace.triggers.destination;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.DescribeTableRequest;
import dev.millrace.model.request.PutItemRequest;
import dev.millrace.model.response.DescribeTableResponse;
import dev.millrace.model.response.PutItemResponse;
import dev.millrace.wire.RequestSigner;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.function.Supplier;

/// The destinations that this server can reach: queues, topics and buckets at the services that it
/// is configured with, and its own tables.
public final class ConfiguredDestinations implements Destinations {
    private static final int ARN_PARTS = 6;

    private final DestinationEndpoints endpoints;
    private final ServiceClient client;
    private final Operation<DescribeTableRequest, DescribeTableResponse> describeTable;
    private final Operation<PutItemRequest, PutItemResponse> putItem;
    private final Supplier<String> newId;

    /// @param region the region that signatures name
    /// @param http gives the client that sends, once something is to be sent
    /// @param newId makes names of objects unique
    public ConfiguredDestinations(
            DestinationEndpoints endpoints,
            String region,
            Supplier<HttpClient> http,
            InstantSource clock,
            Operation<DescribeTableRequest, DescribeTableResponse> describeTable,
            Operation<PutItemRequest, PutItemResponse> putItem,
            Supplier<String> newId) {
        this.endpoints = endpoints;
        this.client =
                new ServiceClient(
                        http,
                        new RequestSigner(region, endpoints.keyId(), endpoints.secret()),
                        clock);
        this.describeTable = describeTable;
        this.putItem = putItem;
        this.newId = newId;
    }

    @Override
    public Destination find(String arn) {
        String[] parts = arn.split(":", ARN_PARTS);
        if (parts.length < ARN_PARTS || !parts[0].equals("arn")) {
            throw invalid(arn + " is not a destination that Millrace knows");
        }
        String resource = parts[5];
        return switch (parts[2]) {
            case "sqs" -> queue(require(endpoints.sqs(), "sqs"), parts[4], resource);
            case "sns" -> new SnsTopic(client, require(endpoints.sns(), "sns"), arn);
            case "s3" -> new S3Bucket(client, require(endpoints.s3(), "s3"), resource, newId);
            case "dynamodb" -> table(arn, resource);
            default -> throw invalid(arn + " is not a destination that Millrace knows");
        };
    }

    private Destination queue(URI endpoint, String account, String name) {
        if (name.endsWith(".fifo")) {
            throw invalid("a FIFO queue cannot be a destination");
        }
        return new SqsQueue(
                client, endpoint, endpoint.resolve("/" + account + "/" + name).toString());
    }

    private Destination table(String arn, String resource) {
        if (!resource.startsWith("table/")) {
            throw invalid(arn + " is not a table");
        }
        String name = resource.substring("table/".length());
        KeySchema keys = keysOf(name);
        KeyAttribute sortKey = keys.sortKey();
        if (keys.partitionKey().type() != ScalarType.S
                || (sortKey != null && sortKey.type() != ScalarType.S)) {
            throw invalid("the key of table " + name + " must be of type S");
        }
        return new TableDestination(putItem, name, keys);
    }

    private KeySchema keysOf(String tableName) {
        try {
            return describeTable.execute(new DescribeTableRequest(tableName)).table().keySchema();
        } catch (ApiException e) {
            throw e.error() == ApiError.RESOURCE_NOT_FOUND
                    ? invalid("there is no table " + tableName)
                    : e;
        }
    }

    private static URI require(@Nullable URI endpoint, String service) {
        if (endpoint == null) {
            throw invalid(
                    "there is no endpoint for "
                            + service
                            + "; the server's option "
                            + service
                            + "-endpoint names one");
        }
        return endpoint;
    }

    private static ApiException invalid(String reason) {
        return new ApiException(
                ApiError.INVALID_PARAMETER_VALUE,
                "The destination of DestinationConfig is not valid: " + reason + ".");
    }
}
